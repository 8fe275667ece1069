package cn.anlan.store.file;

import cn.anlan.entry.Refused;
import cn.anlan.store.disk.Disk;
import cn.anlan.store.schema.SchemaVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.mc.SQLiteMCChacha20Config;

/** The file on disk (库文件): the one place where a connection is made, and where an old schema is brought up to date. */
public final class StoreFile {
    /** Stands in the file's header: ANLN. */
    private static final int APPLICATION = 0x414E4C4E;

    /** SQLite's result code for a file it cannot read, as one with another key. */
    private static final int NOT_A_DATABASE = 26;
    /** SQLite's result code for what only a writer may do. */
    private static final int READ_ONLY = 8;

    /** What the file is called in the office's folder. */
    public static final String NAME = "anlan.db";

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final Path folder;
    private final StoreKey keys;
    /** What the file is read with now; null while it is plain. */
    private byte @Nullable [] key;

    public StoreFile(Path folder, StoreKey keys) {
        this.folder = folder;
        this.keys = keys;
        this.key = keys.isNone() ? null : keys.newestFirst().get(0);
    }

    public Path folder() {
        return folder;
    }

    public Path path() {
        return folder.resolve(NAME);
    }

    /** Makes sure a file of this program's own version stands there. */
    public void prepare() throws SQLException {
        checkFolder();
        boolean fresh = !Files.exists(path());
        new NewKey(this).remove();
        if (!fresh && !isEmpty()) {
            key = presentKey();
            checkOwner();
        }
        try (Session session = connect(false)) {
            if (number(session, "PRAGMA user_version") < SchemaVersion.CURRENT) {
                migrate();
                session.execute("PRAGMA application_id = " + APPLICATION);
                session.execute("PRAGMA user_version = " + SchemaVersion.CURRENT);
            }
        }
    }

    /** Makes the folder when there is none. Throws {@link Refused} when nobody can write there, or other machines may. */
    public void checkFolder() {
        try {
            Disk.createFolders(folder);
            if (Disk.isShared(folder)) {
                throw Refused.of("store.refused.network_share", folder);
            }
        } catch (IOException notAFolder) {
            throw Refused.of("store.refused.no_folder", folder);
        }
        if (!Files.isWritable(folder) || Files.exists(path()) && !Files.isWritable(path())) {
            throw Refused.of("store.refused.read_only_folder", folder);
        }
    }

    private boolean isEmpty() {
        try {
            return Files.size(path()) == 0;
        } catch (IOException unreadable) {
            throw Refused.of("store.refused.cannot_open");
        }
    }

    private boolean isPlain() {
        try (InputStream in = Files.newInputStream(path())) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException unreadable) {
            throw Refused.of("store.refused.cannot_open");
        }
    }

    /** The key that fits the file, null for a plain one. Nothing is written by trying. */
    private byte @Nullable [] presentKey() throws SQLException {
        if (isPlain()) {
            return null;
        } else if (keys.isNone()) {
            throw Refused.of("store.refused.foreign_file");
        }
        for (byte[] candidate : keys.newestFirst()) {
            if (fits(candidate)) {
                return candidate;
            }
        }
        throw Refused.of("store.refused.wrong_key");
    }

    private boolean fits(byte[] candidate) throws SQLException {
        try (var session = new Session(config(candidate, true).createConnection(address(path())))) {
            session.one(row -> row.getInt(1), "SELECT count(*) FROM sqlite_master");
            return true;
        } catch (SQLException failed) {
            return switch (failed.getErrorCode() & 0xFF) {
                case NOT_A_DATABASE -> false;
                case READ_ONLY -> fitsAsItLies(candidate);
                default -> throw failed;
            };
        }
    }

    /** A change cut short lies half in the file. Who only reads cannot take it back, and with a wrong key must not: the first page is looked at as it is. */
    private boolean fitsAsItLies(byte[] candidate) {
        try (var session = new Session(config(candidate, true).createConnection("jdbc:sqlite:" + path().toUri().toASCIIString() + "?immutable=1"))) {
            session.one(row -> row.getInt(1), "PRAGMA user_version");
            return true;
        } catch (SQLException failed) {
            return (failed.getErrorCode() & 0xFF) != NOT_A_DATABASE;
        }
    }

    /** The key the file should have, when it has another or none; null when all is as it should be. */
    public byte @Nullable [] wantedKey() {
        byte[] wanted = keys.isNone() ? null : keys.newestFirst().get(0);
        return wanted == null || Arrays.equals(wanted, key) ? null : wanted;
    }

    public byte @Nullable [] key() {
        return key;
    }

    public boolean isKeyless() {
        return key == null;
    }

    public void rekeyed(byte[] now) {
        key = now;
    }

    /** Looks at the file before any of the house's settings is made, for the first of them would change another program's file. */
    private void checkOwner() throws SQLException {
        try (var session = new Session(config(key, false).createConnection(address(path())))) {
            int version = number(session, "PRAGMA user_version");
            int application = number(session, "PRAGMA application_id");
            if (application != APPLICATION && (application != 0 || version != 0 || number(session, "SELECT count(*) FROM sqlite_master") > 0)) {
                throw Refused.of("store.refused.foreign_file");
            }
            if (version > SchemaVersion.CURRENT) {
                throw Refused.of("store.refused.newer", version, SchemaVersion.CURRENT);
            }
        }
    }

    private static int number(Session session, String sql) throws SQLException {
        return session.one(row -> row.getInt(1), sql).orElse(0);
    }

    private void migrate() {
        Flyway.configure(StoreFile.class.getClassLoader())
                .dataSource(new SingleSource(this::openToMigrate)).locations("classpath:sql").load().migrate();
    }

    /** Links are not followed meanwhile: a table made anew under its old name keeps them, and dropping the old one would look for each row's. */
    private Connection openToMigrate() throws SQLException {
        SQLiteConfig config = config(key, false);
        config.enforceForeignKeys(false);
        return config.createConnection(address(path()));
    }

    /** Asks a store in memory, so that the next one opens faster. */
    public static void warmUp() throws SQLException {
        try (var session = new Session(config(null, false).createConnection("jdbc:sqlite::memory:"))) {
            number(session, "PRAGMA user_version");
        }
    }

    /** A connection with the house's settings (stack: WAL + FULL lost nothing in simulated power cuts). */
    public Session connect(boolean readOnly) throws SQLException {
        Connection connection = config(key, readOnly).createConnection(address(path()));
        var session = new Session(connection);
        if (!readOnly) {
            session.execute("PRAGMA journal_mode = WAL");
            session.execute("PRAGMA synchronous = FULL");
        }
        session.execute("PRAGMA cell_size_check = ON");
        session.execute("PRAGMA temp_store = MEMORY");
        session.execute("PRAGMA cache_size = " + (readOnly ? -4_096 : -16_384));
        return session;
    }

    static String address(Path file) {
        return "jdbc:sqlite:" + file;
    }

    /** ChaCha20-Poly1305 with the raw key: the key is strong already, and an old PC needs no AES instructions for it. */
    static SQLiteConfig config(byte @Nullable [] key, boolean readOnly) {
        SQLiteConfig config = key == null ? new SQLiteConfig() : new SQLiteMCChacha20Config().withRawUnsaltedKey(key).build();
        config.setReadOnly(readOnly);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(5_000);
        return config;
    }

    /** A whole copy of the store in another file (库副本), locked with a key of its own or plain; written while others read and write, then opened again. */
    public static final class Copy {
        private static final String TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name";

        private final Path target;
        private final byte @Nullable [] key;

        public Copy(Path target, byte @Nullable [] key) {
            this.target = target;
            this.key = key;
        }

        /**
         * Writes what is committed now. The driver repeats the address of a file it cannot write, and the key stands in this one: such a failure is
         * told without its words.
         */
        public void write(Session present) throws SQLException {
            try {
                present.execute("VACUUM INTO '" + address().replace("'", key == null ? "''" : "%27") + "'");
            } catch (SQLException failed) {
                throw StoreFailure.of(new SQLException("VACUUM INTO", failed.getSQLState(), failed.getErrorCode()));
            }
        }

        private String address() {
            return key == null ? target.toAbsolutePath().toString()
                    : target.toAbsolutePath().toUri().toASCIIString() + "?cipher=chacha20&key=raw:" + HexFormat.of().formatHex(key);
        }

        private Session open() throws SQLException {
            return new Session(config(key, true).createConnection(StoreFile.address(target)));
        }

        /** Whether every page of it can be read again. */
        public boolean isWhole() throws SQLException {
            try (Session session = open()) {
                return session.all(row -> row.getString(1), "PRAGMA integrity_check").equals(List.of("ok"));
            }
        }

        public List<String> summary() throws SQLException {
            try (Session session = open()) {
                return summary(session);
            }
        }

        /** Every table with its number of rows, and the end of the journal's chain. */
        static List<String> summary(Session session) throws SQLException {
            List<String> summary = new ArrayList<>();
            for (String table : session.all(row -> row.getString(1), TABLES)) {
                summary.add(table + " " + session.one(row -> row.getLong(1), "SELECT count(*) FROM \"" + table + "\"").orElse(0L));
            }
            summary.add(session.one(row -> row.getString(1), "SELECT no || hex(hash) FROM journal ORDER BY no DESC LIMIT 1").orElse(""));
            return summary;
        }
    }

    /** Hands our own connections to a tool that asks for a source, so that no address, and later no key, is ever written in one. */
    private static final class SingleSource implements DataSource {
        private final Opening opening;

        /** How a connection is made. */
        interface Opening {
            Connection open() throws SQLException;
        }

        SingleSource(Opening opening) {
            this.opening = opening;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return opening.open();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return opening.open();
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(@Nullable PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getLogger("cn.anlan.store");
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("Wraps nothing");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
