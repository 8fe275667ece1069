package cn.anlan.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private static final String ADD = "INSERT INTO find_text (entry_id, register, root_id, root, words, names) VALUES (?, ?, ?, ?, ?, ?) RETURNING no";
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
    record Subject(String register, String id, String root, String rootId) {}

    /** Takes an entry's words into the index; nothing is written when they are the ones it has. */
    void index(Session session, Subject subject, String words, String names) throws SQLException {
        String foldedWords = Grams.fold(words);
        String foldedNames = Grams.fold(names);
        Optional<Known> known = session.one(row -> new Known(row.getLong(1), row.getString(2), row.getString(3)), KNOWN, subject.id);
        if (known.isPresent() && known.get().words.equals(foldedWords) && known.get().names.equals(foldedNames)) {
            return;
        }
        if (foldedWords.isBlank() && known.isEmpty()) {
            return;
        }
        var grams = new Grams(scope(session, subject.root));
        long no;
        if (known.isPresent()) {
            no = known.get().no;
            session.run(DROP_GRAMS, no, grams.of(known.get().words, known.get().names));
            session.run(CHANGE, foldedWords, foldedNames, no);
        } else {
            no = session.one(row -> row.getLong(1), ADD, subject.id, subject.register, subject.rootId, subject.root, foldedWords, foldedNames).orElseThrow();
        }
        session.run(ADD_GRAMS, no, grams.of(foldedWords, foldedNames));
    }

    private record Known(long no, String words, String names) {}

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

    private static boolean holds(String word, String words, String names) {
        if (words.contains(word)) {
            return true;
        }
        if (!Grams.isLatin(word)) {
            return false;
        }
        List<int[]> initials = word.chars().mapToObj(c -> new int[] {c}).toList();
        return names.lines().anyMatch(name -> Pinyin.sounds(name, initials, Pinyin::letters)
                || Pinyin.meanings(word).stream().anyMatch(meaning -> Pinyin.sounds(name, meaning, Pinyin::syllables)));
    }
}
