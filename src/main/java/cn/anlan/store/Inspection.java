package cn.anlan.store;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.entry.Type;
import cn.anlan.store.file.Session;
import cn.anlan.store.word.Grams;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

import static cn.anlan.store.Table.SQL;
import static cn.anlan.store.schema.Tables.FIND_SCOPE;
import static cn.anlan.store.schema.Tables.FIND_TEXT;
import static org.jooq.impl.DSL.param;

/** Looks the whole store over (体检): the file, its links, the journal's chain, every entry against the journal and the search index. */
public final class Inspection {
    private static final String CHECK_INDEX = "INSERT INTO find_gram (find_gram) VALUES ('integrity-check')";
    private static final String WORDS = SQL.select(FIND_TEXT.WORDS).from(FIND_TEXT)
            .where(FIND_TEXT.ENTRY_ID.eq(param("id", String.class))).getSQL();
    private static final String ALL_INDEXED = SQL
            .select(FIND_TEXT.NO, FIND_TEXT.ENTRY_ID, FIND_TEXT.REGISTER, FIND_SCOPE.NO, FIND_TEXT.WORDS)
            .from(FIND_TEXT).join(FIND_SCOPE).on(FIND_SCOPE.REGISTER.eq(FIND_TEXT.ROOT)).getSQL();
    private static final String FINDS = "SELECT 1 FROM find_gram WHERE find_gram MATCH ? AND rowid = ?";

    private static final String GONE =
            "SELECT entry_id FROM journal WHERE register = ? AND action = 'create' AND entry_id NOT IN (SELECT id FROM \"%s\")";

    private final BooleanSupplier current;
    private final Database database;
    private final Journal journal;
    private final Registers registers;
    private final Supplier<List<String>> files;

    /** {@code files} looks over the files beside the store: a sentence for each that is missing or damaged. */
    public Inspection(Database database, Journal journal, Registers registers, Supplier<List<String>> files, BooleanSupplier current) {
        this.current = current;
        this.database = database;
        this.journal = journal;
        this.registers = registers;
        this.files = files;
    }

    /**
     * What one check found (检查结果).
     *
     * @param name the check's own word
     * @param detail what is broken, for whoever mends it; empty when all is whole
     */
    public record Result(String name, String detail) {
        public boolean whole() {
            return detail.isEmpty();
        }

        public String label() {
            return Text.of("store.inspection." + name);
        }
    }

    /** All checks in turn; reads every row, so seconds on a full store. Throws {@link Refused} when the file cannot be read at all. */
    public List<Result> run() {
        return registers.asDesk(this::all);
    }

    private List<Result> all() {
        return List.of(
                new Result("file", String.join("; ", pragma("PRAGMA integrity_check").stream()
                        .filter(line -> !line.equals("ok")).toList())),
                new Result("links", String.join("; ", pragma("PRAGMA foreign_key_check"))),
                new Result("current", current.getAsBoolean() ? "" : Text.of("store.inspection.replayed")),
                new Result("journal", String.join(" ", Stream.of(journal.firstBrokenLink().map(no -> Text.of("store.inspection.broken_at", no)),
                        journal.lostEnd().map(no -> Text.of("store.inspection.cut_off", no, journal.last()))).flatMap(Optional::stream).toList())),
                new Result("entries", String.join(" ", entriesNotAsJournaled())),
                new Result("search", String.join(" ", entriesNotFound())),
                new Result("attachments", String.join(" ", files.get())));
    }

    private List<String> pragma(String sql) {
        return database.read(session -> session.all(row -> row.getString(1), sql));
    }

    private List<String> entriesNotAsJournaled() {
        List<String> wrong = new ArrayList<>();
        for (Register<?> register : registers.all()) {
            compareWithJournal(register, wrong);
            database.read(session -> session.all(row -> row.getString(1), GONE.formatted(register.name()), register.name()))
                    .forEach(id -> wrong.add(register.name() + "/" + id));
        }
        return wrong;
    }

    /** An entry is what its first line in the journal and all later ones make of it; none the journal knows is gone. */
    private <E extends Entry> void compareWithJournal(Register<E> register, List<String> wrong) {
        register.each(Query.all().lives(Query.Lives.BOTH), entry -> {
            List<Journal.Line> lines = journal.of(entry.id());
            Map<String, @Nullable Object> told = told(register.shape(), lines);
            boolean same = !lines.isEmpty() && lines.get(0).subject().revision() == entry.revision();
            @Nullable Object[] values = register.shape().values(entry);
            for (Field field : register.shape().fields()) {
                boolean kept = field.name().equals("revision")
                        || Objects.equals(field.type().toColumn(told.get(field.name())), field.type().toColumn(values[field.index()]));
                same = same && kept;
            }
            if (!same) {
                wrong.add(register.name() + "/" + entry.id());
            }
        });
    }

    /** What the lines of one entry, latest first, make of it; nothing when one of them cannot be read any more. */
    private static Map<String, @Nullable Object> told(Shape<?> shape, List<Journal.Line> lines) {
        Map<String, @Nullable Object> told = new HashMap<>();
        try {
            lines.reversed().forEach(line -> told.putAll(EntryJson.values(shape, EntryJson.readAll(line.after()).get(0))));
            return told;
        } catch (Refused unreadable) {
            return Map.of();
        }
    }

    private List<String> entriesNotFound() {
        List<String> wrong = new ArrayList<>();
        try {
            database.write(() -> database.inWrite(session -> session.run(CHECK_INDEX)));
        } catch (Refused broken) {
            wrong.add(String.valueOf(broken.getMessage()));
        }
        registers.all().forEach(register -> compareWithIndex(register, wrong));
        database.read(session -> {
            session.each(row -> {
                if (!isFound(session, row)) {
                    wrong.add(row.getString(3) + "/" + row.getString(2));
                }
                return true;
            }, ALL_INDEXED);
            return wrong;
        });
        return wrong;
    }

    /** What was written in the entry stands in the index; names of codes and places are left out, for they may have changed since. */
    private <E extends Entry> void compareWithIndex(Register<E> register, List<String> wrong) {
        List<Field> searched = register.shape().fields().stream().filter(field -> field.isSearched() && field.type() == Type.TEXT).toList();
        if (searched.isEmpty()) {
            return;
        }
        register.each(Query.all().lives(Query.Lives.BOTH), entry -> {
            String known = database.read(session -> session.one(row -> row.getString(1), WORDS, entry.id())).orElse("");
            @Nullable Object[] values = register.shape().values(entry);
            if (!searched.stream().map(field -> values[field.index()])
                    .allMatch(text -> text == null || known.contains(Grams.fold(text.toString())))) {
                wrong.add(register.name() + "/" + entry.id());
            }
        });
    }

    /** The first word of an indexed entry leads back to it. */
    private static boolean isFound(Session session, ResultSet row) throws SQLException {
        String word = row.getString(5).strip().split("\\s+", 2)[0];
        return word.isEmpty() || session.one(hit -> true, FINDS, new Grams(row.getInt(4)).expression(word), row.getLong(1)).isPresent();
    }
}
