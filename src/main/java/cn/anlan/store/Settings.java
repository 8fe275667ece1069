package cn.anlan.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import static cn.anlan.store.Table.SQL;
import static cn.anlan.store.schema.Tables.SETTING;
import static org.jooq.impl.DSL.param;

/** What the whole office has agreed on (设置): township, organisation, clerk, keys, saved views; a word and its value. */
public final class Settings {
    private static final String GET = SQL.select(SETTING.VALUE).from(SETTING).where(SETTING.KEY.eq(param("key", String.class))).getSQL();
    private static final String ALL = SQL.select(SETTING.KEY, SETTING.VALUE).from(SETTING).getSQL();
    private static final String PUT = "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value";

    private final Database database;

    public Settings(Database database) {
        this.database = database;
    }

    public Optional<String> get(String key) {
        return database.read(session -> session.one(row -> row.getString(1), GET, key));
    }

    /** Every setting, by its word. */
    public Map<String, String> all() {
        return database.read(session -> {
            Map<String, String> all = new LinkedHashMap<>();
            session.each(row -> all.put(row.getString(1), row.getString(2)) == null, ALL);
            return all;
        });
    }

    public void put(String key, String value) {
        database.write(() -> database.inWrite(session -> session.run(PUT, key, value)));
    }
}
