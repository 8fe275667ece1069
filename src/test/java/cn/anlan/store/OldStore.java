package cn.anlan.store;

import cn.anlan.store.word.Grams;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A store as an older program left it (旧版库): the migrations up to its version, filled by plain SQL with those rows of a present store that it
 * had tables and columns for, its journal sealed as the format says. It knows nothing of the classes that read and write stores.
 */
final class OldStore implements AutoCloseable {
    private static final String NOTES = "'create', 'change', 'void', 'restore'";
    private static final int APPLICATION = 0x414E4C4E;

    private final Connection connection;
    private final Map<Long, Long> numbers = new HashMap<>();

    /** Makes the file, filled from a present store nobody has open. */
    OldStore(Path file, int version, Path present) throws Exception {
        String address = "jdbc:sqlite:" + file;
        Flyway.configure().dataSource(address, null, null).locations("classpath:sql").target(String.valueOf(version)).load().migrate();
        connection = DriverManager.getConnection(address);
        execute("PRAGMA application_id = " + APPLICATION, "PRAGMA user_version = " + version, "ATTACH '" + present + "' AS now");
        connection.setAutoCommit(false);
        fillJournal();
        for (String table : registers()) {
            copy(table, "SELECT * FROM renumbered WHERE old = source.change_no");
        }
        for (String table : List.of("setting", "series", "find_scope")) {
            execute("INSERT INTO main." + table + " SELECT * FROM now." + table);
        }
        execute("DELETE FROM main.setting WHERE key = 'journal_tip'");
        fillSearch();
        connection.commit();
        connection.setAutoCommit(true);
        execute("DETACH now");
    }

    private void execute(String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of each row. */
    List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** The tables of registers it has. */
    Set<String> registers() throws SQLException {
        return new TreeSet<>(column("SELECT m.name FROM main.sqlite_master m WHERE m.type = 'table'"
                + " AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name = 'change_no')"));
    }

    /** The columns of a table, in order. */
    List<String> columns(String table) throws SQLException {
        return column("SELECT name FROM pragma_table_info('" + table + "', 'main') ORDER BY cid");
    }

    private void copy(String table, String renumbered) throws SQLException {
        Set<String> now = Set.copyOf(column("SELECT name FROM pragma_table_info('" + table + "', 'now')"));
        List<String> kept = columns(table).stream().filter(column -> now.contains(column) && !column.equals("change_no")).toList();
        String names = kept.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
        execute("INSERT INTO main.%s (%s, change_no) SELECT %s, (%s) FROM now.%s source".formatted(table, names, names,
                renumbered.replace("*", "new"), table));
    }

    /** Lines about what it has no table for were never written; the others follow each other without a gap. */
    private void fillJournal() throws Exception {
        execute("CREATE TEMP TABLE renumbered (old INTEGER PRIMARY KEY, new INTEGER)");
        Set<String> known = registers();
        Map<Long, Long> steps = new HashMap<>();
        byte[] hash = new byte[32];
        long no = 0;
        try (var read = connection.createStatement();
                ResultSet lines = read.executeQuery("SELECT * FROM now.journal WHERE action IN (" + NOTES + ") ORDER BY no");
                PreparedStatement write = connection.prepareStatement("INSERT INTO main.journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement number = connection.prepareStatement("INSERT INTO renumbered VALUES (?, ?)")) {
            while (lines.next()) {
                if (!known.contains(lines.getString("register"))) {
                    continue;
                }
                no++;
                long step = steps.computeIfAbsent(lines.getLong("step"), first -> numbers.size() + 1L);
                numbers.put(lines.getLong("no"), no);
                List<@Nullable Object> line = new ArrayList<>(List.of(no, step));
                for (String column : List.of("at", "who", "action", "register", "entry_id", "revision")) {
                    line.add(lines.getObject(column));
                }
                line.add(written(lines.getString("register"), lines.getString("before")));
                line.add(written(lines.getString("register"), lines.getString("after")));
                line.add(lines.getString("reason"));
                hash = seal(hash, line);
                line.add(hash);
                for (int i = 0; i < line.size(); i++) {
                    write.setObject(i + 1, line.get(i));
                }
                write.executeUpdate();
                number.setLong(1, lines.getLong("no"));
                number.setLong(2, no);
                number.executeUpdate();
            }
        }
    }

    /** What a line says, without the fields there was no column for. */
    private @Nullable String written(String register, @Nullable String json) throws SQLException {
        if (json == null) {
            return null;
        }
        Set<String> missing = new TreeSet<>(column("SELECT name FROM pragma_table_info('" + register + "', 'now')"));
        columns(register).forEach(missing::remove);
        if (missing.isEmpty()) {
            return json;
        }
        String paths = missing.stream().map(column -> ", '$." + column + "'").collect(Collectors.joining());
        try (PreparedStatement remove = connection.prepareStatement("SELECT json_remove(?" + paths + ")")) {
            remove.setString(1, json);
            try (ResultSet row = remove.executeQuery()) {
                return row.getString(1);
            }
        }
    }

    /** SHA-256 over the hash before and every part of the line, each behind its length in four bytes, -1 for none. */
    private static byte[] seal(byte[] before, List<@Nullable Object> line) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(before);
        for (Object part : line) {
            byte[] bytes = part == null ? new byte[0] : part.toString().getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(4).putInt(part == null ? -1 : bytes.length).flip());
            sha.update(bytes);
        }
        return sha.digest();
    }

    private void fillSearch() throws SQLException {
        execute("INSERT INTO main.find_text SELECT r.new, f.entry_id, f.register, f.root_id, f.root, f.words, f.names FROM now.find_text f"
                + " JOIN renumbered r ON r.old = f.no");
        try (var read = connection.createStatement();
                ResultSet texts = read.executeQuery("SELECT t.no, s.no, t.words, t.names FROM main.find_text t JOIN main.find_scope s ON s.register = t.root");
                PreparedStatement write = connection.prepareStatement("INSERT INTO main.find_gram (rowid, grams) VALUES (?, ?)")) {
            while (texts.next()) {
                write.setLong(1, texts.getLong(1));
                write.setString(2, new Grams(texts.getInt(2)).of(texts.getString(3), texts.getString(4)));
                write.executeUpdate();
            }
        }
    }

    /** Every row of every register and of the journal, by its key, as it stands in the columns this store has. */
    Map<String, String> rows() throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        for (String table : registers()) {
            rows.putAll(rows(connection, table, columns(table)));
        }
        rows.putAll(rows(connection, "journal", columns("journal")));
        return rows;
    }

    /** The same of another file, in the columns named. */
    static Map<String, String> rows(Connection connection, String table, List<String> columns) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        String names = columns.stream().map(column -> "quote(\"" + column + "\")").collect(Collectors.joining(" || ',' || "));
        try (var statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT \"" + columns.get(0) + "\", " + names + " FROM \"" + table + "\"")) {
            while (found.next()) {
                rows.put(table + "/" + found.getString(1), found.getString(2));
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
