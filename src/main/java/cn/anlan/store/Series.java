package cn.anlan.store;

import static cn.anlan.store.Table.SQL;
import static cn.anlan.store.schema.Tables.SERIES;
import static org.jooq.impl.DSL.param;

/** Gives out running numbers (编号): each once, even when the entry that got it is declared void. */
public final class Series {
    private static final String LAST = SQL.select(SERIES.LAST).from(SERIES).where(SERIES.NAME.eq(param("name", String.class))).getSQL();
    private static final String START = SQL.insertInto(SERIES, SERIES.NAME, SERIES.LAST)
            .values(param("name", String.class), param("last", Long.class)).getSQL();
    private static final String ADVANCE = SQL.update(SERIES).set(SERIES.LAST, param("last", Long.class))
            .where(SERIES.NAME.eq(param("name", String.class))).getSQL();
    private static final String SKIP = SQL.update(SERIES).set(SERIES.LAST, SERIES.LAST.plus(param("numbers", Long.class))).getSQL();

    private final Database database;

    public Series(Database database) {
        this.database = database;
    }

    /** The next number of a series, beginning with 1; inside a write, and given back only if that write fails. */
    public long next(String name) {
        return database.write(() -> database.inWrite(session -> {
            long next = session.one(row -> row.getLong(1), LAST, name).orElse(0L) + 1;
            if (session.run(ADVANCE, next, name) == 0) {
                session.run(START, name, next);
            }
            return next;
        }));
    }

    /** Lets a series go on from a number already used on paper. */
    public void continueFrom(String name, long last) {
        database.write(() -> database.inWrite(session ->
                session.run(ADVANCE, last, name) == 0 ? session.run(START, name, last) : 1));
    }

    /** Lets every series go on so many numbers further: those after a backup may stand on paper already. */
    public void skip(int numbers) {
        database.write(() -> database.inWrite(session -> session.run(SKIP, numbers)));
    }
}
