package cn.anlan.entry;

import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Derived;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.PlaceOf;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Sensitive;
import cn.anlan.entry.mark.UniqueAmongLive;
import cn.anlan.entry.mark.When;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field of a Shape (字段): its place in table, form, sheet and JSON.
 *
 * @param index position among all fields of the Shape, id first
 * @param name snake_case: column, JSON key, command-line name
 * @param section the section of the form it stands in; empty for the house's own fields
 * @param component where its annotations are read
 */
public record Field(int index, String name, String section, Type type, RecordComponent component) {
    /** The first fields of every Shape, kept by the Register and not typed by anyone: id, revision, void_reason. */
    public static final int OWN = 3;

    public boolean isOwn() {
        return index < OWN;
    }

    public Optional<String> codeList() {
        return Optional.ofNullable(component.getAnnotation(Coded.class)).map(Coded::value);
    }

    /** The register a {@link Type#LINK} points to. */
    public Optional<String> linked() {
        return Optional.ofNullable(component.getAnnotation(Link.class)).map(Link::value);
    }

    public boolean linksToOwner() {
        Link link = component.getAnnotation(Link.class);
        return link != null && link.owner();
    }

    /** The levels of place allowed here; empty means any. */
    public List<String> placeLevels() {
        PlaceOf place = component.getAnnotation(PlaceOf.class);
        return place == null ? List.of() : List.of(place.value());
    }

    public Optional<Sensitive.Kind> sensitivity() {
        return Optional.ofNullable(component.getAnnotation(Sensitive.class)).map(Sensitive::value);
    }

    public boolean isSearched() {
        return component.isAnnotationPresent(Searched.class);
    }

    public boolean isSearchedByPinyin() {
        return isSearched() && component.getAnnotation(Searched.class).pinyin();
    }

    public boolean isListed() {
        return component.isAnnotationPresent(Listed.class);
    }

    public boolean isDerived() {
        return component.isAnnotationPresent(Derived.class);
    }

    public boolean isUniqueAmongLive() {
        return component.isAnnotationPresent(UniqueAmongLive.class);
    }

    /** Must be filled before the entry can be stored. */
    public boolean isRequired() {
        return constraint(NotNull.class) != null || constraint(NotBlank.class) != null || constraint(NotEmpty.class) != null;
    }

    /** The longest text allowed, in characters (code points count as Java counts them); 0 where none is set. */
    public int maxLength() {
        Size size = constraint(Size.class);
        return size == null || size.max() == Integer.MAX_VALUE ? 0 : size.max();
    }

    /** Jakarta's constraints are not kept with the component itself, but with its accessor. */
    private <A extends Annotation> @Nullable A constraint(Class<A> kind) {
        return component.getAccessor().getAnnotation(kind);
    }

    public Optional<When> when() {
        return Optional.ofNullable(component.getAnnotation(When.class));
    }

    public @Nullable String initially() {
        Initially initially = component.getAnnotation(Initially.class);
        return initially == null ? null : initially.value();
    }
}
