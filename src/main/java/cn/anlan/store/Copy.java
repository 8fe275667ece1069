package cn.anlan.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole copy of the store in another file (库副本), locked with a key of its own or plain; written while others read and write, then opened again. */
final class Copy {
    private static final String TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name";

    private final Path target;
    private final byte @Nullable [] key;

    Copy(Path target, byte @Nullable [] key) {
        this.target = target;
        this.key = key;
    }

    /**
     * Writes what is committed now. The driver repeats the address of a file it cannot write, and the key stands in this one: such a failure is
     * told without its words.
     */
    void write(Session present) throws SQLException {
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
        return new Session(StoreFile.config(key, true).createConnection(StoreFile.address(target)));
    }

    /** Whether every page of it can be read again. */
    boolean isWhole() throws SQLException {
        try (Session session = open()) {
            return session.all(row -> row.getString(1), "PRAGMA integrity_check").equals(List.of("ok"));
        }
    }

    List<String> summary() throws SQLException {
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
