package cn.anlan.store;

import cn.anlan.entry.Refused;
import cn.anlan.store.schema.SchemaVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** The file on disk (库文件): the one place where a connection is made, and where an old schema is brought up to date. */
final class StoreFile {
    /** Stands in the file's header: ANLN. */
    private static final int APPLICATION = 0x414E4C4E;

    private static final String NAME = "anlan.db";
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final Path folder;

    StoreFile(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path path() {
        return folder.resolve(NAME);
    }

    /** Makes sure a file of this program's own version stands there. */
    void prepare() throws SQLException {
        boolean fresh = !Files.exists(path());
        checkFolder();
        if (!fresh) {
            checkMagic();
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

    private void checkFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException notAFolder) {
            throw Refused.of("store.refused.no_folder", folder);
        }
        if (!Files.isWritable(folder) || Files.exists(path()) && !Files.isWritable(path())) {
            throw Refused.of("store.refused.read_only_folder", folder);
        }
    }

    private void checkMagic() {
        try (InputStream in = Files.newInputStream(path())) {
            byte[] head = in.readNBytes(MAGIC.length);
            if (head.length > 0 && !Arrays.equals(head, MAGIC)) {
                throw Refused.of("store.refused.foreign_file");
            }
        } catch (IOException unreadable) {
            throw Refused.of("store.refused.cannot_open");
        }
    }

    /** Looks at the file before any of the house's settings is made, for the first of them would change another program's file. */
    private void checkOwner() throws SQLException {
        try (var session = new Session(config(false).createConnection("jdbc:sqlite:" + path()))) {
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
                .dataSource(new SingleSource(() -> config(false).createConnection("jdbc:sqlite:" + path())))
                .locations("classpath:sql").load().migrate();
    }

    /** A connection with the house's settings (stack: WAL + FULL lost nothing in simulated power cuts). */
    Session connect(boolean readOnly) throws SQLException {
        Connection connection = config(readOnly).createConnection("jdbc:sqlite:" + path());
        var session = new Session(connection);
        if (!readOnly) {
            session.execute("PRAGMA journal_mode = WAL");
            session.execute("PRAGMA synchronous = FULL");
        }
        session.execute("PRAGMA cell_size_check = ON");
        session.execute("PRAGMA temp_store = MEMORY");
        session.execute("PRAGMA cache_size = " + (readOnly ? -16_384 : -32_768));
        return session;
    }

    private static SQLiteConfig config(boolean readOnly) {
        var config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(5_000);
        return config;
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
