package cn.anlan.store;

import cn.anlan.store.file.Session;
import cn.anlan.store.file.StoreFailure;
import cn.anlan.store.word.Grams;
import cn.anlan.store.word.Pinyin;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import static cn.anlan.store.Table.SQL;
import static cn.anlan.store.schema.Tables.FIND_SCOPE;
import static cn.anlan.store.schema.Tables.FIND_TEXT;
import static org.jooq.impl.DSL.param;

/**
 * Finds entries by any part of what was written in them (查找): characters, digits, pinyin or initials, in the entry or in its
 * children. What the index proposes is checked against the text, so nothing is found that is not there, and nothing is missed.
 */
public final class Search {
    private static final String SCOPE = SQL.select(FIND_SCOPE.NO).from(FIND_SCOPE).where(FIND_SCOPE.REGISTER.eq(param("r", String.class))).getSQL();
    private static final String NEW_SCOPE = SQL.insertInto(FIND_SCOPE, FIND_SCOPE.REGISTER).values(param("r", String.class)).getSQL();
    private static final String KNOWN = SQL.select(FIND_TEXT.NO, FIND_TEXT.WORDS, FIND_TEXT.NAMES).from(FIND_TEXT)
            .where(FIND_TEXT.ENTRY_ID.eq(param("id", String.class))).getSQL();
    private static final String ADD = SQL.insertInto(FIND_TEXT).columns(FIND_TEXT.NO, FIND_TEXT.ENTRY_ID, FIND_TEXT.REGISTER, FIND_TEXT.ROOT_ID,
            FIND_TEXT.ROOT, FIND_TEXT.WORDS, FIND_TEXT.NAMES).values(param("no", Long.class), param("id", String.class), param("r", String.class),
            param("rid", String.class), param("root", String.class), param("w", String.class), param("n", String.class)).getSQL();
    private static final String CHANGE = SQL.update(FIND_TEXT).set(FIND_TEXT.WORDS, param("w", String.class))
            .set(FIND_TEXT.NAMES, param("n", String.class)).where(FIND_TEXT.NO.eq(param("no", Long.class))).getSQL();
    private static final String ADD_GRAMS = "INSERT INTO find_gram (rowid, grams) VALUES (?, ?)";
    private static final String DROP_GRAMS = "INSERT INTO find_gram (find_gram, rowid, grams) VALUES ('delete', ?, ?)";
    private static final String LOOK = "SELECT t.root_id, t.register, t.entry_id, t.words, t.names FROM find_gram g"
            + " JOIN find_text t ON t.no = g.rowid WHERE find_gram MATCH ? ORDER BY g.rowid DESC";
    private static final String FAMILY = SQL.select(FIND_TEXT.WORDS, FIND_TEXT.NAMES).from(FIND_TEXT)
            .where(FIND_TEXT.ROOT_ID.eq(param("root", String.class))).getSQL();

    private final Database database;

    public Search(Database database) {
        this.database = database;
    }

    /** An entry found: the one to open, and the entry (itself or a child) the words stand in. */
    public record Hit(String root, String rootId, String register, String entryId) {}

    /** Where an entry's words belong: its own register and id, and those of the entry one opens to see it. */
    record Subject(String register, String id, String root, String rootId, boolean isNew) {}

    /**
     * Takes an entry's words into the index. {@code change} is the number of the change that brings them; the latest found come first.
     * No statement here may need a savepoint (RETURNING does): the full-text index would be flushed to disk at each.
     */
    void index(Session session, Subject subject, Searched words, long change) throws SQLException {
        var folded = new Searched(Grams.fold(words.words), Grams.fold(words.names));
        var grams = new Grams(scope(session, subject.root));
        Optional<Known> known = subject.isNew ? Optional.empty()
                : session.one(row -> new Known(row.getLong(1), new Searched(row.getString(2), row.getString(3))), KNOWN, subject.id);
        long no = change;
        if (known.isPresent()) {
            no = known.get().no;
            session.run(DROP_GRAMS, no, grams.of(known.get().texts.words, known.get().texts.names));
            session.run(CHANGE, folded.words, folded.names, no);
        } else {
            session.run(ADD, no, subject.id, subject.register, subject.rootId, subject.root, folded.words, folded.names);
        }
        session.run(ADD_GRAMS, no, grams.of(folded.words, folded.names));
    }

    /** What of an entry can be found, one line a field: as written, and what is also found by its sound. */
    record Searched(String words, String names) {}

    private record Known(long no, Searched texts) {}

    private static int scope(Session session, String root) throws SQLException {
        Optional<Integer> known = session.one(row -> row.getInt(1), SCOPE, root);
        if (known.isEmpty()) {
            session.run(NEW_SCOPE, root);
        }
        return known.orElseGet(() -> {
            try {
                return session.one(row -> row.getInt(1), SCOPE, root).orElseThrow();
            } catch (SQLException failed) {
                throw StoreFailure.of(failed);
            }
        });
    }

    /** The latest entries of one register in which, or in whose children, every typed word is found. */
    public List<Hit> find(String root, String typed, int limit) {
        List<String> words = Arrays.stream(Grams.fold(typed).strip().split("\\s+")).filter(word -> !word.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return database.read(session -> {
            Optional<Integer> scope = session.one(row -> row.getInt(1), SCOPE, root);
            return scope.isEmpty() ? List.of() : look(session, new Grams(scope.get()), root, words, limit);
        });
    }

    private static List<Hit> look(Session session, Grams grams, String root, List<String> words, int limit) throws SQLException {
        Map<String, Hit> hits = new LinkedHashMap<>();
        String longest = words.get(0);
        session.each(row -> {
            String rootId = row.getString(1);
            if (!hits.containsKey(rootId) && holds(longest, row.getString(4), row.getString(5)) && familyHolds(session, rootId, words)) {
                hits.put(rootId, new Hit(root, rootId, row.getString(2), row.getString(3)));
            }
            return hits.size() < limit;
        }, LOOK, grams.expression(longest));
        return new ArrayList<>(hits.values());
    }

    private static boolean familyHolds(Session session, String rootId, List<String> words) throws SQLException {
        if (words.size() == 1) {
            return true;
        }
        List<String[]> family = session.all(row -> new String[] {row.getString(1), row.getString(2)}, FAMILY, rootId);
        return words.stream().allMatch(word -> family.stream().anyMatch(texts -> holds(word, texts[0], texts[1])));
    }

    /** Whether a text holds what was typed: as written, by pinyin or by initials; for lists short enough to look through. */
    public static boolean matches(String text, String typed) {
        String folded = Grams.fold(text);
        return holds(Grams.fold(typed.strip()), folded, folded);
    }

    /** How a name sounds, one reading of each character, e.g. zhangsan; empty when it holds anything but Chinese characters and the dot between names. */
    public static String sound(String name) {
        return Pinyin.sound(Grams.fold(name).replace("·", ""));
    }

    /** Whether two names are read alike, character for character. */
    public static boolean soundAlike(String one, String other) {
        int[] first = Grams.fold(one).replace("·", "").codePoints().toArray();
        int[] second = Grams.fold(other).replace("·", "").codePoints().toArray();
        return first.length == second.length && IntStream.range(0, first.length)
                .allMatch(i -> first[i] == second[i] || Pinyin.meet(Pinyin.syllables(first[i]), Pinyin.syllables(second[i])));
    }

    private static boolean holds(String word, String words, String names) {
        if (words.contains(word)) {
            return true;
        }
        if (!Grams.isLatin(word)) {
            return false;
        }
        List<int[]> initials = word.chars().mapToObj(c -> new int[] {c}).toList();
        return names.lines().anyMatch(name -> Pinyin.sounds(name, initials, Pinyin::letters) || Pinyin.reads(name, word));
    }
}
