package cn.anlan.store.file;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/** One connection to the store and the statements it has prepared so far; used by one thread at a time. */
public final class Session implements AutoCloseable {
    private static final int KEPT = 200;
    /** Of SQLite's machine, between two questions whether a statement is still wanted: some milliseconds. */
    private static final int OPERATIONS = 100_000;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(KEPT, 0.75f, true);

    public Session(Connection connection) {
        this.connection = connection;
    }

    /**
     * From now on a statement is given up soon after {@code unwanted} says so, and fails with SQLite's code INTERRUPT; null: whatever it is, it is
     * finished. It is asked on the thread that runs the statement, some hundred times a second.
     */
    public void giveUpWhen(@Nullable BooleanSupplier unwanted) throws SQLException {
        if (unwanted == null) {
            ProgressHandler.clearHandler(connection);
        } else {
            ProgressHandler.setHandler(connection, OPERATIONS, new ProgressHandler() {
                @Override
                protected int progress() {
                    return unwanted.getAsBoolean() ? 1 : 0;
                }
            });
        }
    }

    /** Reads one thing out of the present row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes the present row of a result; false ends the reading. */
    @FunctionalInterface
    public interface RowTaker {
        boolean take(ResultSet row) throws SQLException;
    }

    /** Runs a changing statement; how many rows it changed. */
    public int run(String sql, @Nullable Object... args) throws SQLException {
        return bind(sql, args).executeUpdate();
    }

    public <T> Optional<T> one(RowReader<T> reader, String sql, @Nullable Object... args) throws SQLException {
        try (ResultSet rows = bind(sql, args).executeQuery()) {
            return rows.next() ? Optional.ofNullable(reader.read(rows)) : Optional.empty();
        }
    }

    public <T> List<T> all(RowReader<T> reader, String sql, @Nullable Object... args) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = bind(sql, args).executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }

    public void each(RowTaker taker, String sql, @Nullable Object... args) throws SQLException {
        try (ResultSet rows = bind(sql, args).executeQuery()) {
            boolean more = true;
            while (more && rows.next()) {
                more = taker.take(rows);
            }
        }
    }

    public <T> Optional<T> one(RowReader<T> reader, Query query) throws SQLException {
        return one(reader, query.getSQL(), values(query));
    }

    public void each(RowTaker taker, Query query) throws SQLException {
        each(taker, query.getSQL(), values(query));
    }

    private static @Nullable Object[] values(Query query) {
        return query.getBindValues().toArray();
    }

    /** A statement without arguments or result: pragmas, transactions, indexes. */
    public void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private PreparedStatement bind(String sql, @Nullable Object... args) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            if (prepared.size() >= KEPT) {
                var eldest = prepared.entrySet().iterator();
                eldest.next().getValue().close();
                eldest.remove();
            }
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < args.length; i++) {
            bind(statement, i + 1, args[i]);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, java.sql.Types.NULL);
            case String text -> statement.setString(index, text);
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setInt(index, number);
            case byte[] bytes -> statement.setBytes(index, bytes);
            default -> throw new IllegalArgumentException("No column holds a " + value.getClass());
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }
}
