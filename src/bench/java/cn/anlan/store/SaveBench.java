package cn.anlan.store;

import cn.anlan.app.Wiring;
import cn.anlan.entry.Ulid;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.word.Grams;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Saving (保存): one new dispute through its register, against raw JDBC running the same statements with the same values on a copy of the same
 * store: look for the row and the number, advance the number, journal line, row, words, grams, commit. {@code SaveBench FOLDER ROUNDS}
 */
public final class SaveBench {
    private static final int BLOCK = 100;

    private SaveBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int rounds = Integer.parseInt(args[1]);
        Path copy = folder.resolveSibling(folder.getFileName() + "-raw");
        Files.createDirectories(copy);
        try (Wiring house = new Wiring(folder, Wiring.officeClock(), new Ulid())) {
            house.database().write(() -> { });
        }
        Files.copy(folder.resolve("anlan.db"), copy.resolve("anlan.db"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (Wiring house = new Wiring(folder, Wiring.officeClock(), new Ulid()); var raw = new Raw(copy.resolve("anlan.db"))) {
            var random = new Random(3);
            double ours = 0;
            double theirs = 0;
            for (int round = 0; round < rounds; round++) {
                List<Dispute> fresh = new ArrayList<>();
                for (int i = 0; i < BLOCK; i++) {
                    fresh.add(house.registers().of(Dispute.class).create(values(random)));
                }
                double cpu = cpu(() -> fresh.forEach(house.registers().of(Dispute.class)::save));
                List<Written> written = raw.read(folder.resolve("anlan.db"), BLOCK);
                double rawCpu = cpu(() -> written.forEach(raw::replay));
                if (round >= rounds / 2) {
                    ours += cpu;
                    theirs += rawCpu;
                }
                System.out.printf("round %d: %.3f ms, raw %.3f ms%n", round, cpu / BLOCK, rawCpu / BLOCK);
            }
            int measured = (rounds - rounds / 2) * BLOCK;
            System.out.printf("save %.3f ms CPU, raw JDBC %.3f ms CPU, ratio %.2f%n", ours / measured, theirs / measured, ours / theirs);
        }
    }

    private static Map<String, Object> values(Random random) {
        Map<String, Object> values = new HashMap<>();
        java.time.LocalDate day = java.time.LocalDate.of(2026, 1, 1).plusDays(random.nextInt(200));
        String name = "张" + (char) (0x4E00 + random.nextInt(5_000));
        values.putAll(Map.of("title", name + "与李明邻里纠纷", "stage", "01", "register_date", day, "area_code", "620623100", "source_code", "1",
                "type_sf", "02", "happen_date", day, "happen_address", "岔口驿3组", "scale", "01", "people_count", 2L));
        values.putAll(Map.of("summary", name + "与李明因院墙外堆放柴草遮挡通道发生争执，金额" + random.nextInt(90_000) + "元。", "risk_level", "3"));
        return values;
    }

    /** CPU milliseconds of the whole process: the register works on its own thread. */
    private static double cpu(Runnable work) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        work.run();
        return (system.getProcessCpuTime() - before) / 1e6;
    }

    /** Everything one save wrote. */
    private record Written(@Nullable Object[] journal, @Nullable Object[] dispute, @Nullable Object[] text, String grams, String series) {}

    /** The same statements by hand. */
    private static final class Raw implements AutoCloseable {
        private final Connection connection;
        private final Map<String, PreparedStatement> prepared = new HashMap<>();

        Raw(Path file) throws SQLException {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            for (String pragma : List.of("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cell_size_check = ON", "cache_size = -32768")) {
                try (var statement = connection.createStatement()) {
                    statement.execute("PRAGMA " + pragma);
                }
            }
        }

        /** The latest entries of the other store, in the order they were written. */
        List<Written> read(Path file, int many) throws SQLException {
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                List<Written> written = new ArrayList<>();
                for (@Nullable Object[] journal : rows(other, "SELECT * FROM (SELECT * FROM journal ORDER BY no DESC LIMIT " + many + ") ORDER BY no")) {
                    @Nullable Object[] dispute = rows(other, "SELECT * FROM dispute WHERE id = '" + journal[6] + "'").get(0);
                    @Nullable Object[] text = rows(other, "SELECT * FROM find_text WHERE entry_id = '" + journal[6] + "'").get(0);
                    int scope = ((Number) rows(other, "SELECT no FROM find_scope WHERE register = 'dispute'").get(0)[0]).intValue();
                    String code = String.valueOf(dispute[4]);
                    written.add(new Written(journal, dispute, text, new Grams(scope).of(String.valueOf(text[5]), String.valueOf(text[6])),
                            "case_code/" + code.substring(0, code.length() - 4)));
                }
                return written;
            }
        }

        private static List<@Nullable Object[]> rows(Connection from, String sql) throws SQLException {
            List<@Nullable Object[]> rows = new ArrayList<>();
            try (ResultSet found = from.createStatement().executeQuery(sql)) {
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    @Nullable Object[] row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = found.getObject(i + 1);
                    }
                    rows.add(row);
                }
            }
            return rows;
        }

        void replay(Written written) {
            try {
                run("BEGIN IMMEDIATE");
                query("SELECT * FROM dispute WHERE id = ?", written.dispute[0]);
                query("SELECT last FROM series WHERE name = ?", written.series);
                run("INSERT INTO series (name, last) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1", written.series);
                query("SELECT id FROM dispute WHERE case_code = ? AND id <> ? AND void_reason IS NULL LIMIT 1", written.dispute[4], written.dispute[0]);
                query("SELECT no, hash FROM journal ORDER BY no DESC LIMIT 1");
                run(insert("journal", written.journal), written.journal);
                run(insert("dispute", written.dispute), written.dispute);
                query("SELECT no FROM find_scope WHERE register = 'dispute'");
                run(insert("find_text", written.text), written.text);
                run("INSERT INTO find_gram (rowid, grams) VALUES (?, ?)", written.text[0], written.grams);
                run("COMMIT");
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static String insert(String table, @Nullable Object[] values) {
            return "INSERT INTO " + table + " VALUES (?" + ", ?".repeat(values.length - 1) + ")";
        }

        private void run(String sql, @Nullable Object... values) throws SQLException {
            bind(sql, values).execute();
        }

        private void query(String sql, @Nullable Object... values) throws SQLException {
            try (ResultSet rows = bind(sql, values).executeQuery()) {
                rows.next();
            }
        }

        private PreparedStatement bind(String sql, @Nullable Object... values) throws SQLException {
            PreparedStatement statement = prepared.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
