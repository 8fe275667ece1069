package cn.anlan.store;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Refused;
import cn.anlan.store.file.Session;
import cn.anlan.store.file.StoreFailure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import static cn.anlan.store.Table.SQL;
import static cn.anlan.store.schema.Tables.JOURNAL;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.param;

/**
 * The append-only record of every change (日志): who, when, before and after, each line sealed with the hash of the line before.
 * History, audit, undo and the county's delta are read from it.
 */
public final class Journal {
    private static final List<org.jooq.Field<?>> COLUMNS = List.of(JOURNAL.NO, JOURNAL.STEP, JOURNAL.AT, JOURNAL.WHO, JOURNAL.ACTION,
            JOURNAL.REGISTER, JOURNAL.ENTRY_ID, JOURNAL.REVISION, JOURNAL.BEFORE, JOURNAL.AFTER, JOURNAL.REASON, JOURNAL.HASH);
    private static final String INSERT = SQL.insertInto(JOURNAL, COLUMNS)
            .values(COLUMNS.stream().map(c -> param(c.getName())).toArray()).getSQL();
    private static final String LAST = SQL.select(JOURNAL.NO, JOURNAL.HASH).from(JOURNAL).orderBy(JOURNAL.NO.desc()).limit(inline(1)).getSQL();
    private static final String WITHDRAW = SQL.deleteFrom(JOURNAL).where(JOURNAL.NO.eq(param("no", Long.class))).getSQL();
    private static final String CHANGES_OF = SQL.select(COLUMNS).from(JOURNAL)
            .where(JOURNAL.ENTRY_ID.eq(param("id", String.class)), isChange()).orderBy(JOURNAL.NO.desc()).getSQL();
    private static final byte[] BEGINNING = new byte[32];
    /** The line a noted end speaks of, written as the end is. */
    private static final String NOTED = "(SELECT no || ' ' || lower(hex(hash)) FROM journal WHERE no = CAST(setting.value AS INTEGER))";
    /** Where the journal ends now; where the line noted before is gone, that stays as the evidence it is. */
    private static final String NOTE_END = "INSERT INTO setting (key, value) VALUES ('journal_tip', ?)"
            + " ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE setting.value = " + NOTED;
    private static final String LOST_END = "SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'journal_tip' AND value IS NOT " + NOTED;

    private final Database database;
    private final Clock clock;
    private final Supplier<String> who;
    private long stepBegun = -1;
    private long step;
    /** The end of the chain, as the present write has made it. */
    private Tip tip = new Tip(0, BEGINNING);

    /** The clock tells the instants written down; {@code who} names the person at this PC. */
    public Journal(Database database, Clock clock, Supplier<String> who) {
        this.database = database;
        this.clock = clock;
        this.who = who;
    }

    Database database() {
        return database;
    }

    /** What was done to an entry, or with it: notes tell of reading and change nothing. */
    public enum Action {
        CREATE,
        CHANGE,
        VOID,
        RESTORE,
        /** A masked value was shown in full. */
        REVEAL,
        PRINT,
        /** Something was taken out of the house as a file. */
        EXPORT,
        LOGIN,
        /** Somebody was let in, shown out or made something else. */
        ACCOUNT,
        /** The store was copied away, or came back from a copy. */
        BACKUP;

        private boolean needsPurpose() {
            return this == REVEAL || this == PRINT || this == EXPORT;
        }

        public boolean changes() {
            return compareTo(RESTORE) <= 0;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One line of the journal.
     *
     * @param no the change number
     * @param step the first change number of the write it belongs to
     * @param before the changed fields as they were, a JSON object; null for a new entry
     * @param after the changed fields as they became, or the whole new entry
     */
    public record Line(long no, long step, OffsetDateTime at, String who, Action action, Subject subject, @Nullable String before, String after,
            @Nullable String reason) {}

    /** The entry a line speaks of, and its revision after the change. A note may speak of a whole register, or of the whole house. */
    public record Subject(String register, String id, int revision) {
        public static final Subject HOUSE = new Subject("", "", 0);

        /** All of a register, or much of it. */
        public static Subject register(String name) {
            return new Subject(name, "", 0);
        }

        /** An entry as it was read. */
        public static Subject of(String register, Entry entry) {
            return new Subject(register, entry.id(), entry.revision());
        }
    }

    /** What a Register reports of one change. */
    record Change(Action action, Subject subject, @Nullable String before, String after, @Nullable String reason) {}

    /** Writes a line inside the present write; its change number. */
    long append(Session session, Change change) throws SQLException {
        if (stepBegun != database.transaction()) {
            stepBegun = database.transaction();
            database.beforeCommit("journal", this::noteEnd);
            tip = end(session);
            step = tip.no + 1;
        }
        long no = tip.no + 1;
        OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        var line = new Line(no, step, now, who.get(), change.action, change.subject, change.before, change.after, change.reason);
        byte[] hash = seal(tip.hash, line);
        session.run(INSERT, no, step, now.toString(), line.who, change.action.word(), change.subject.register(), change.subject.id(),
                change.subject.revision(), change.before, change.after, change.reason, hash);
        tip = new Tip(no, hash);
        return no;
    }

    /** Notes that something was read, printed or taken out, and what for, in a write of its own; its change number. Undo passes it by. */
    public long note(Action action, Subject subject, String purpose) {
        return note(action, subject, purpose, Map.of());
    }

    /**
     * The same with particulars: which field, how many rows, which file. Never personal data.
     * Throws {@link Refused} when no purpose is given.
     */
    public long note(Action action, Subject subject, String purpose, Map<String, ?> particulars) {
        if (action.changes()) {
            throw new IllegalArgumentException("Only a Register changes entries: " + action);
        } else if (purpose.isBlank() && action.needsPurpose()) {
            throw Refused.of("store.refused.no_purpose");
        }
        var change = new Change(action, subject, null, EntryJson.write(particulars), purpose.isBlank() ? null : purpose.strip());
        return database.write(() -> database.inWrite(session -> append(session, change)));
    }

    /** Takes back the line just written, whose row its table refused: the write it belongs to may go on without it. */
    void withdraw(Session session) throws SQLException {
        session.run(WITHDRAW, tip.no);
        tip = end(session);
    }

    private static Tip end(Session session) throws SQLException {
        return session.one(row -> new Tip(row.getLong(1), row.getBytes(2)), LAST).orElse(new Tip(0, BEGINNING));
    }

    /** How far the journal has come stands in the store too, by the same commit: whoever takes lines off its end leaves this behind. */
    private void noteEnd() {
        database.inWrite(session -> session.run(NOTE_END, tip.written()));
    }

    private record Tip(long no, byte[] hash) {
        String written() {
            return no + " " + HexFormat.of().formatHex(hash);
        }
    }

    private static byte[] seal(byte[] previous, Line line) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(previous);
            List<Object> parts = Arrays.asList(line.no, line.step, line.at, line.who, line.action.word(), line.subject.register(), line.subject.id(),
                    line.subject.revision(), line.before, line.after, line.reason);
            for (Object part : parts) {
                byte[] bytes = part == null ? null : part.toString().getBytes(StandardCharsets.UTF_8);
                sha.update(ByteBuffer.allocate(4).putInt(bytes == null ? -1 : bytes.length).flip());
                sha.update(bytes == null ? new byte[0] : bytes);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Every change of one entry, latest first. */
    public List<Line> of(String entryId) {
        return database.read(session -> session.all(Journal::read, CHANGES_OF, entryId));
    }

    /** The lines before a change number, latest first. */
    public List<Line> before(long no, int limit) {
        return before(no, Filter.NONE, limit);
    }

    /** Which lines are wanted: those of one register, of one person, of one kind; null means any. */
    public record Filter(@Nullable String register, @Nullable String who, @Nullable Action action) {
        public static final Filter NONE = new Filter(null, null, null);

        private Condition condition() {
            return DSL.and(register == null ? DSL.noCondition() : JOURNAL.REGISTER.eq(inline(register)),
                    who == null ? DSL.noCondition() : JOURNAL.WHO.eq(inline(who)),
                    action == null ? DSL.noCondition() : JOURNAL.ACTION.eq(inline(action.word())));
        }
    }

    /** The wanted lines before a change number, latest first. */
    public List<Line> before(long no, Filter filter, int limit) {
        return database.read(session -> session.all(Journal::read,
                SQL.select(COLUMNS).from(JOURNAL).where(JOURNAL.NO.lt(inline(no)), filter.condition()).orderBy(JOURNAL.NO.desc())
                        .limit(inline(limit)).getSQL(ParamType.INLINED)));
    }

    /** When each person last did a thing of this kind, by name; reads the whole journal. */
    public Map<String, OffsetDateTime> latest(Action action) {
        Map<String, OffsetDateTime> latest = new LinkedHashMap<>();
        database.read(session -> {
            session.each(row -> {
                latest.put(row.getString(1), OffsetDateTime.parse(row.getString(2)));
                return true;
            }, SQL.select(JOURNAL.WHO, max(JOURNAL.AT)).from(JOURNAL).where(JOURNAL.ACTION.eq(inline(action.word()))).groupBy(JOURNAL.WHO).getSQL());
            return latest;
        });
        return latest;
    }

    /** Everyone who ever changed anything, in order of name. */
    public List<String> people() {
        return database.read(session -> session.all(row -> row.getString(1),
                SQL.selectDistinct(JOURNAL.WHO).from(JOURNAL).orderBy(JOURNAL.WHO).getSQL()));
    }

    /** The latest write by which this person changed anything, its lines latest first; empty when she made none. */
    public List<Line> lastStepOf(String person) {
        String sql = SQL.select(COLUMNS).from(JOURNAL)
                .where(JOURNAL.STEP.eq(SQL.select(max(JOURNAL.STEP)).from(JOURNAL).where(JOURNAL.WHO.eq(param("who", String.class)), isChange())),
                        isChange())
                .orderBy(JOURNAL.NO.desc()).getSQL();
        return database.read(session -> session.all(Journal::read, sql, person));
    }

    private static Condition isChange() {
        return JOURNAL.ACTION.in(Arrays.stream(Action.values()).filter(Action::changes).map(action -> inline(action.word())).toList());
    }

    /** The number of the latest change; 0 when nothing was ever written. */
    public long last() {
        return database.read(session -> session.one(row -> row.getLong(1), LAST).orElse(0L));
    }

    /** The last line by number and hash, in ASCII; empty while there is none. */
    public Optional<String> tip() {
        return database.read(session -> session.one(row -> new Tip(row.getLong(1), row.getBytes(2)).written(), LAST));
    }

    /** Whether the line of this number has this hash, in hex. */
    public boolean isLine(long no, String hash) {
        return database.read(session -> session.one(row -> HexFormat.of().formatHex(row.getBytes(1)).equals(hash),
                SQL.select(JOURNAL.HASH).from(JOURNAL).where(JOURNAL.NO.eq(param("no", Long.class))).getSQL(), no)).orElse(false);
    }

    /** When a change was made. */
    public Optional<OffsetDateTime> when(long no) {
        return database.read(session -> session.one(row -> OffsetDateTime.parse(row.getString(1)),
                SQL.select(JOURNAL.AT).from(JOURNAL).where(JOURNAL.NO.eq(param("no", Long.class))).getSQL(), no));
    }

    /** Walks the whole chain; the number of the first line that does not fit, or empty when all do. */
    public Optional<Long> firstBrokenLink() {
        return database.readSnapshot(session -> {
            var walk = new Object() {
                byte[] hash = BEGINNING;
                long no = 0;
                @Nullable Long broken = null;
            };
            session.each(row -> {
                byte[] sealed = sealed(walk.hash, row);
                if (row.getLong(1) != walk.no + 1 || !Arrays.equals(sealed, row.getBytes(12))) {
                    walk.broken = row.getLong(1);
                    return false;
                }
                walk.hash = sealed;
                walk.no++;
                return true;
            }, SQL.select(COLUMNS).from(JOURNAL).orderBy(JOURNAL.NO).getSQL());
            return Optional.ofNullable(walk.broken);
        });
    }

    /**
     * The number of the last line of the last write, when that line is not there any more; empty when all is well, or an older program wrote last.
     * No proof against who means it: she would change the note as well.
     */
    public Optional<Long> lostEnd() {
        return database.read(session -> session.one(row -> row.getLong(1), LOST_END));
    }

    /** What the hash of a line should be; none where the line cannot be read any more. */
    private static byte[] sealed(byte[] previous, ResultSet row) throws SQLException {
        try {
            return seal(previous, read(row));
        } catch (Refused unreadable) {
            return new byte[0];
        }
    }

    private static Line read(ResultSet row) throws SQLException {
        try {
            return new Line(row.getLong(1), row.getLong(2), OffsetDateTime.parse(row.getString(3)), row.getString(4),
                    Action.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                    new Subject(row.getString(6), row.getString(7), row.getInt(8)), row.getString(9), row.getString(10), row.getString(11));
        } catch (RuntimeException changedOnDisk) {
            throw StoreFailure.damaged(changedOnDisk);
        }
    }

    /** The person at this PC. */
    public String person() {
        String name = who.get();
        if (name.isBlank()) {
            throw Refused.of("store.refused.nobody");
        }
        return name;
    }
}
