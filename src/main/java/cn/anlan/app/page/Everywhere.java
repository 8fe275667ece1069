package cn.anlan.app.page;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Text;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import cn.anlan.store.Search.Hit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds in every register at once (全局查找), a handful from each, with the place the words stand in. */
public final class Everywhere {
    /** More of one register than this is a list, and has a page of its own. */
    private static final int FROM_EACH = 8;
    /** As many characters of a field as are shown. */
    private static final int SHOWN = 40;

    private final Registers registers;

    public Everywhere(Registers registers) {
        this.registers = registers;
    }

    /**
     * One entry found.
     *
     * @param where the field, or the child and its field, the words stand in; empty when the title says it all
     */
    public record Found(String register, String label, String id, String title, String where, boolean isVoid) {}

    /** What is found, register by register, the latest first and what is void last. */
    public List<Found> find(String typed) {
        List<Found> found = new ArrayList<>();
        for (Register<?> register : inOrder()) {
            registers.search().find(register.name(), typed, FROM_EACH).stream().flatMap(hit -> found(register, hit, typed).stream())
                    .sorted(Comparator.comparing(Found::isVoid)).forEach(found::add);
        }
        return found;
    }

    /** What happened, then who and where, then the code lists and places nobody looks for. */
    private List<Register<?>> inOrder() {
        List<Register<?>> roots = new ArrayList<>(registers.all());
        roots.removeIf(register -> register.shape().owner().isPresent());
        roots.sort(Comparator.<Register<?>, Boolean>comparing(register -> register.shape().isTool())
                .thenComparing(register -> register.shape().day().isEmpty()));
        return roots;
    }

    private <E extends Entry> Optional<Found> found(Register<E> register, Hit hit, String typed) {
        return register.find(hit.rootId()).map(entry -> {
            String title = register.title(entry);
            String where = hit.entryId().equals(hit.rootId()) ? field(register, entry, typed, title) : child(registers.named(hit.register()), hit, typed);
            return new Found(register.name(), register.shape().label(), entry.id(), title, where, entry.voidReason() != null);
        });
    }

    private <E extends Entry> String child(Register<E> register, Hit hit, String typed) {
        return register.find(hit.entryId()).map(entry -> {
            String title = register.title(entry);
            String field = field(register, entry, typed, title);
            return field.isEmpty() ? Text.of("app.find.in_child", register.shape().label(), title)
                    : Text.of("app.find.in_child_field", register.shape().label(), title, field);
        }).orElse("");
    }

    /** The first field that holds a typed word; what is sensitive is named, not shown. Words found by sound name no field. */
    private <E extends Entry> String field(Register<E> register, E entry, String typed, String title) {
        List<String> words = Arrays.stream(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !title.toLowerCase(Locale.ROOT).contains(word)).toList();
        return register.shape().fields().stream().filter(Field::isSearched)
                .filter(field -> words.stream().anyMatch(shown(register, entry, field).toLowerCase(Locale.ROOT)::contains))
                .findFirst().map(field -> told(register, entry, field)).orElse("");
    }

    private <E extends Entry> String told(Register<E> register, E entry, Field field) {
        String label = register.shape().label(field);
        return field.sensitivity().isPresent() ? label : Text.of("app.find.in_field", label, clipped(shown(register, entry, field)));
    }

    private static <E extends Entry> String shown(Register<E> register, E entry, Field field) {
        return register.display().show(field, register.shape().get(entry, field));
    }

    private static String clipped(String text) {
        String line = text.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= SHOWN ? line : line.substring(0, line.offsetByCodePoints(0, SHOWN - 1)) + "…";
    }
}
