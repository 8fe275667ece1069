package cn.anlan.app.page;

import cn.anlan.app.Backups;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Text;
import cn.anlan.store.Differences;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Journal.Action;
import cn.anlan.store.Journal.Line;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal as a person reads it (日志条目).
 *
 * @param what in words
 * @param opened what is opened to see the entry; null when the line speaks of no single one
 * @param differences field by field, old → new; of a note, its particulars
 */
record Change(Line line, String what, @Nullable Opened opened, List<String> differences) {

    /** An entry on a page of the window. */
    record Opened(String register, String id) {}

    /** Reads titles, so not on the painting thread. */
    static Change of(Registers registers, Line line) {
        if (line.subject().register().isEmpty()) {
            return new Change(line, Text.of("app.journal.action." + line.action()), null, particulars(line));
        }
        return of(registers, registers.named(line.subject().register()), line);
    }

    private static Change of(Registers registers, Register<?> register, Line line) {
        String id = line.subject().id();
        String label = register.shape().label();
        if (id.isEmpty()) {
            return new Change(line, Text.of("app.journal.whole." + line.action(), label), null, particulars(line));
        }
        boolean readable = registers.may(Act.READ, register.name());
        List<String> told = !readable ? List.of() : line.action() == Action.CHANGE ? Differences.of(register, line)
                : line.action().changes() ? List.of() : particulars(line);
        return new Change(readable ? line : withoutWords(line), Text.of("app.journal.what." + line.action(), label, registers.title(register.name(), id)),
                opened(registers, register, id), told);
    }

    /** Who may not read an entry reads no reason either: it speaks of the case. */
    private static Line withoutWords(Line line) {
        return new Line(line.no(), line.step(), line.at(), line.who(), line.action(), line.subject(), null, "{}", null);
    }

    private static List<String> particulars(Line line) {
        return EntryJson.readAll(line.after()).get(0).entrySet().stream().map(each -> told(each.getKey(), String.valueOf(each.getValue())))
                .filter(words -> !words.isEmpty()).toList();
    }

    /** A particular in words: what it means, or what is written. */
    private static String told(String key, String value) {
        if (key.equals("bytes")) {
            return Backups.size(Long.parseLong(value));
        }
        return Text.find("app.journal.told." + key + "." + value).orElseGet(() -> Text.find("app.journal.told." + key).isEmpty() ? value
                : Text.of("app.journal.told." + key, value));
    }

    /** The entry to open to see this one: a child is seen on its owner's page. Asks the store, so not on the painting thread. */
    static Opened opened(Registers registers, String register, String id) {
        return opened(registers, registers.named(register), id);
    }

    private static <E extends Entry> Opened opened(Registers registers, Register<E> register, String id) {
        Optional<Field> owner = register.shape().owner();
        Optional<E> entry = owner.isEmpty() ? Optional.empty() : register.find(id);
        return entry.map(child -> opened(registers, registers.named(owner.orElseThrow().linked().orElseThrow()),
                String.valueOf(register.shape().get(child, owner.get())))).orElse(new Opened(register.name(), id));
    }
}
