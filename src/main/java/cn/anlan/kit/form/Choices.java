package cn.anlan.kit.form;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.kit.Office;
import cn.anlan.kit.form.PickBox.Choice;
import cn.anlan.reference.Code;
import cn.anlan.reference.Place;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.Search;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a field may be picked from (可选项): its code list, the places of this office, the entries of another register. */
public final class Choices {
    private static final int MOST = 200;
    private static final int MOST_LINKED = 50;

    private final Office office;
    /** The entries this one stands under, by register: a party is looked for in this dispute only. */
    private final Map<String, String> ancestors;

    public Choices(Office office, Map<String, String> ancestors) {
        this.office = office;
        this.ancestors = ancestors;
    }

    /** The source for a field of type CODE, CODES, PLACE or LINK. */
    public PickBox.Source of(Field field) {
        return switch (field.type()) {
            case CODE, CODES -> (typed, taker) -> taker.accept(codes(field, typed));
            case PLACE -> (typed, taker) -> taker.accept(places(field, typed));
            case LINK -> {
                Register<?> linked = office.registers().named(field.linked().orElseThrow());
                yield (typed, taker) -> office.background().run("kit.busy.loading", () -> entries(linked, typed), taker::accept);
            }
            case TEXT, INTEGER, MONEY, DATE, TIME, FLAG -> throw new IllegalArgumentException(field.name());
        };
    }

    /** The codes in force today. */
    public List<Code> inForce(Field field) {
        return office.codes().choices(field.codeList().orElseThrow(), LocalDate.now(office.clock()));
    }

    private List<Choice> codes(Field field, String typed) {
        return inForce(field).stream()
                .filter(code -> typed.isEmpty() || code.code().startsWith(typed) || Search.matches(code.label(), typed))
                .map(code -> new Choice(code.code(), code.label(), code.code())).limit(MOST).toList();
    }

    private List<Choice> places(Field field, String typed) {
        return office.places().below(office.memory().home(), field.placeLevels()).stream()
                .filter(place -> typed.isEmpty() || place.code().startsWith(typed) || Search.matches(place.name(), typed))
                .map(this::choice).limit(MOST).toList();
    }

    private Choice choice(Place place) {
        String path = office.places().path(place.code());
        return new Choice(place.code(), path, place.code());
    }

    private <E extends Entry> List<Choice> entries(Register<E> register, String typed) {
        var owner = register.shape().owner();
        if (owner.isEmpty()) {
            return choices(register, register.list(Query.all().finding(typed), MOST_LINKED));
        }
        String id = ancestors.get(owner.get().linked().orElseThrow());
        Query siblings = id == null ? Query.all() : Query.all().is(owner.get().name(), id);
        return choices(register, register.list(siblings, MOST)).stream()
                .filter(choice -> typed.isEmpty() || Search.matches(choice.label(), typed)).limit(MOST_LINKED).toList();
    }

    private static <E extends Entry> List<Choice> choices(Register<E> register, List<E> entries) {
        return entries.stream().map(entry -> new Choice(entry.id(), Objects.requireNonNullElse(register.title(entry), ""), "")).toList();
    }
}
