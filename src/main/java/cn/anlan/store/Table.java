package cn.anlan.store;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Permission;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import cn.anlan.store.file.Session;
import cn.anlan.store.file.StoreFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import static cn.anlan.store.schema.Tables.JOURNAL;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.table;

/** The table of one Shape (数据表): its statements rendered once, its rows read into entries. */
final class Table<E extends Entry> {
    static final DSLContext SQL = DSL.using(SQLDialect.SQLITE, new Settings().withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_QUOTED));
    /** Behind every character there is, in the order of bytes columns are compared in: the last code point (UTF-8 keeps the order of code points). */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);
    private static final String CHANGE_NO = "change_no";
    /** SQLite takes an index of unique living values for one that leads to few rows, even where it leads to all the unfilled. */
    private static final org.jooq.Field<Object> AWAY_FROM_PARTIAL_INDEXES = DSL.field("+void_reason");
    private static final String REVISION = "revision";

    private final Shape<E> shape;
    private final List<org.jooq.Field<Object>> columns;
    private final String selectById;
    private final String insert;
    private final String selectVoid;
    private final Map<Field, String> twins = new ConcurrentHashMap<>();
    private final Map<List<Field>, String> updates = new ConcurrentHashMap<>();

    Table(Shape<E> shape) {
        this.shape = shape;
        this.columns = shape.fields().stream().map(f -> field(name(f.name()))).toList();
        Map<org.jooq.Field<?>, Object> parameters = new LinkedHashMap<>();
        columns.forEach(column -> parameters.put(column, param(column.getName())));
        parameters.put(field(name(CHANGE_NO)), param(CHANGE_NO));
        this.insert = SQL.insertInto(self()).set(parameters).getSQL();
        this.selectVoid = SQL.selectOne().from(self()).where(field(name("id")).eq(param("key")), field(name("void_reason")).isNotNull()).getSQL();
        this.selectById = SQL.select(columns).from(self()).where(field(name("id")).eq(param("key"))).getSQL();
    }

    private org.jooq.Table<?> self() {
        return table(DSL.name(shape.name()));
    }

    private static org.jooq.Name name(String column) {
        return DSL.name(column);
    }

    Optional<E> find(Session session, String id) throws SQLException {
        return session.one(this::read, selectById, id);
    }

    boolean isVoid(Session session, String id) throws SQLException {
        return session.one(row -> true, selectVoid, id).isPresent();
    }

    void insert(Session session, E entry, long change) throws SQLException {
        @Nullable Object[] values = shape.values(entry);
        @Nullable Object[] written = new Object[values.length + 1];
        for (Field field : shape.fields()) {
            written[field.index()] = field.type().toColumn(values[field.index()]);
        }
        written[values.length] = change;
        session.run(insert, written);
    }

    /** Writes the fields that changed and no other: each column written costs its index and its links a look. */
    void update(Session session, E entry, List<Field> changed, long change) throws SQLException {
        @Nullable Object[] all = shape.values(entry);
        List<@Nullable Object> values = new ArrayList<>(changed.size() + 3);
        changed.forEach(field -> values.add(field.type().toColumn(all[field.index()])));
        values.addAll(Arrays.asList(entry.revision(), change, entry.id()));
        session.run(updates.computeIfAbsent(changed, this::renderUpdate), values.toArray());
    }

    private String renderUpdate(List<Field> changed) {
        Map<org.jooq.Field<?>, Object> parameters = new LinkedHashMap<>();
        changed.forEach(field -> parameters.put(columns.get(field.index()), param(field.name())));
        parameters.put(field(name(REVISION)), param(REVISION));
        parameters.put(field(name(CHANGE_NO)), param(CHANGE_NO));
        return SQL.update(self()).set(parameters).where(field(name("id")).eq(param("key"))).getSQL();
    }

    E read(ResultSet row) throws SQLException {
        @Nullable Object[] values = new Object[shape.fields().size()];
        try {
            for (Field field : shape.fields()) {
                values[field.index()] = field.type().fromColumn(row.getObject(field.index() + 1));
            }
            return shape.build(values);
        } catch (RuntimeException changedOnDisk) {
            throw StoreFailure.damaged(changedOnDisk);
        }
    }

    /** The entries a query means; {@code ids} are those its words were found in, null when it has no words. */
    Condition condition(Query query, @Nullable Collection<String> ids) {
        List<Condition> all = new ArrayList<>();
        all.add(lives(query, field(name("void_reason"))));
        query.filters().forEach(filter -> all.add(condition(filter)));
        if (ids != null) {
            all.add(field(name("id")).in(ids));
        }
        return DSL.and(all);
    }

    private static Condition lives(Query query, org.jooq.Field<?> reason) {
        return switch (query.lives()) {
            case LIVING -> reason.isNull();
            case VOID -> reason.isNotNull();
            case BOTH -> DSL.noCondition();
        };
    }

    private Condition condition(Query.Filter filter) {
        Field field = shape.field(filter.field());
        org.jooq.Field<Object> column = columns.get(field.index());
        Object value = switch (filter.op()) {
            case CONTAINS, HAS_CODE, AMONG -> filter.value();
            case IS, STARTS, FROM, TO, EMPTY, FILLED -> field.type().toColumn(filter.value());
        };
        return switch (filter.op()) {
            case IS -> column.eq(value);
            case CONTAINS -> column.coerce(String.class).contains(String.valueOf(value));
            case STARTS -> column.ge(value).and(column.lt(value + LAST));
            case FROM -> column.ge(value);
            case TO -> field.type() == Type.TIME ? column.lt(value + LAST) : column.le(value);
            case HAS_CODE -> column.coerce(String.class).contains("," + value + ",");
            case AMONG -> among(column, field, value instanceof Collection<?> codes ? codes : List.of());
            case EMPTY -> column.isNull();
            case FILLED -> column.isNotNull();
        };
    }

    private static Condition among(org.jooq.Field<Object> column, Field field, Collection<?> codes) {
        return field.type() != Type.CODES ? column.in(codes)
                : DSL.or(codes.stream().map(code -> column.coerce(String.class).contains("," + code + ",")).toList());
    }

    private org.jooq.Field<Object> sortColumn(Query query) {
        return columns.get(query.sort() == null ? 0 : shape.field(query.sort()).index());
    }

    /**
     * One page in key order, of what the condition leaves over of living and void: no row before the cursor is ever read again. Unfilled
     * values come first going up, last going down.
     */
    Page<E> page(Session session, Condition condition, Query query, Page.@Nullable Cursor after, Window window) throws SQLException {
        List<E> rows = new ArrayList<>();
        List<@Nullable Object> sorted = new ArrayList<>();
        int skip = window.skip();
        int sortIndex = sortColumnIndex(query);
        for (Condition part : parts(query, after)) {
            int wanted = window.limit() - rows.size();
            if (wanted > 0) {
                session.each(row -> {
                    rows.add(read(row));
                    sorted.add(row.getObject(sortIndex + 1));
                    return true;
                }, select(condition.and(part), query, wanted, skip));
                skip = rows.isEmpty() && skip > 0 ? skip - (int) count(session, condition.and(part), skip) : 0;
            }
        }
        boolean full = rows.size() == window.limit();
        return new Page<>(rows, full ? new Page.Cursor(sorted.get(rows.size() - 1), rows.get(rows.size() - 1).id()) : null);
    }

    /** How many rows to pass over and how many to take. */
    record Window(int skip, int limit) {}

    private int sortColumnIndex(Query query) {
        return query.sort() == null ? 0 : shape.field(query.sort()).index();
    }

    org.jooq.Query select(Condition condition, Query query, int limit, int skip) {
        var sort = sortColumn(query);
        var id = columns.get(0);
        var order = query.descending() ? List.of(sort.desc(), id.desc()) : List.of(sort.asc(), id.asc());
        return SQL.select(columns).from(self()).where(condition)
                .orderBy(query.sort() == null ? order.subList(1, 2) : order)
                .limit(limit).offset(skip);
    }

    /** A cursor on a column with unfilled values splits the rest of the list into the rest of one part and the whole of the other. */
    List<Condition> parts(Query query, Page.@Nullable Cursor after) {
        Condition lives = lives(query, field(name("void_reason")));
        if (after == null) {
            return List.of(lives);
        }
        var sort = sortColumn(query);
        var id = columns.get(0);
        Condition nextId = query.descending() ? id.lt(after.id()) : id.gt(after.id());
        if (query.sort() == null) {
            return List.of(lives.and(nextId));
        }
        Condition unfilled = sort.isNull().and(lives(query, AWAY_FROM_PARTIAL_INDEXES));
        if (after.sorted() == null) {
            return query.descending() ? List.of(unfilled.and(nextId)) : List.of(unfilled.and(nextId), lives.and(filled(query, sort)));
        }
        var here = DSL.row(sort, id);
        Condition rest = lives.and(query.descending() ? here.lt(after.sorted(), after.id()) : here.gt(after.sorted(), after.id()));
        return query.descending() ? List.of(rest, unfilled) : List.of(rest);
    }

    /** SQLite walks past every unfilled value to reach {@code IS NOT NULL}; to the smallest value there is it goes at once. */
    private Condition filled(Query query, org.jooq.Field<Object> sort) {
        boolean isNumber = switch (shape.fields().get(sortColumnIndex(query)).type()) {
            case INTEGER, MONEY, FLAG -> true;
            case TEXT, DATE, TIME, CODE, CODES, PLACE, LINK -> false;
        };
        return sort.ge(isNumber ? (Object) Long.MIN_VALUE : "");
    }

    /** How many there are, counted no further than {@code cap}. */
    long count(Session session, Condition condition, int cap) throws SQLException {
        var some = SQL.select(DSL.one()).from(self()).where(condition).limit(cap);
        return session.one(row -> row.getLong(1), SQL.selectCount().from(some)).orElse(0L);
    }

    /** Every row of a query in its own order, or else in order of id. */
    org.jooq.Query scan(Condition condition, Query query) {
        return query.sort() == null ? scan(condition, List.of()) : select(condition, query, Integer.MAX_VALUE, 0);
    }

    /** Every row of a query in order of id, as the columns hold them. */
    org.jooq.Query scan(Condition condition, List<? extends SelectFieldOrAsterisk> more) {
        List<SelectFieldOrAsterisk> wanted = new ArrayList<>(columns);
        wanted.addAll(more);
        return SQL.select(wanted).from(self()).where(condition).orderBy(columns.get(0));
    }

    /** Every row of a query in order of id as one JSON array: the columns, then when the row was written. One value is read faster than many. */
    org.jooq.Query rows(Condition condition) {
        List<org.jooq.Field<?>> all = new ArrayList<>(columns);
        all.add(DSL.field(SQL.select(JOURNAL.AT).from(JOURNAL).where(JOURNAL.NO.eq(field(name(CHANGE_NO), Long.class)))));
        return SQL.select(DSL.function("json_array", byte[].class, all.toArray(org.jooq.Field[]::new))).from(self()).where(condition)
                .orderBy(columns.get(0));
    }

    /** The entries whose field names somebody, and those she entered. */
    static Condition isOwn(Shape<?> shape, Permission.Own own) {
        var id = field(DSL.name(shape.name(), "id"), String.class);
        return field(DSL.name(shape.name(), own.field()), String.class).eq(DSL.inline(own.value())).or(DSL.exists(SQL.selectOne().from(JOURNAL)
                .where(JOURNAL.ENTRY_ID.eq(id), JOURNAL.ACTION.eq(DSL.inline("create")), JOURNAL.WHO.eq(DSL.inline(own.person())))));
    }

    /** The entries under those of another register that are seen. */
    static Condition isUnder(Field owner, Shape<?> parent, Condition seen) {
        return field(name(owner.name())).in(SQL.select(field(DSL.name(parent.name(), "id"), Object.class)).from(table(DSL.name(parent.name()))).where(seen));
    }

    /** Whether an entry is among those that are seen. */
    boolean isSeen(Session session, String id, Condition seen) throws SQLException {
        return session.one(row -> true, SQL.selectOne().from(self()).where(columns.get(0).eq(id), seen)).isPresent();
    }

    /** The id of another living entry with the same value, if there is one. */
    Optional<String> twin(Session session, Field field, Object value, String id) throws SQLException {
        return session.one(row -> row.getString(1), twins.computeIfAbsent(field, this::selectTwin), field.type().toColumn(value), id);
    }

    private String selectTwin(Field field) {
        return SQL.select(columns.get(0)).from(self()).where(columns.get(field.index()).eq(param("value")), columns.get(0).ne(param("key")),
                field(name("void_reason")).isNull()).limit(DSL.inline(1)).getSQL();
    }

    /** The statement that lets a list of many rows be walked in the order of one column; who is void stands in it, to be passed over unread. */
    String sortIndex(Field field) {
        Set<org.jooq.Field<?>> walked = new LinkedHashSet<>(List.of(columns.get(field.index()), columns.get(0), field(name("void_reason"))));
        return SQL.createIndexIfNotExists(DSL.name("sort_" + shape.name() + "_" + field.name())).on(self(), walked).getSQL();
    }

    /** The fields in which two entries differ, those the Register itself keeps left out but for the reason of being void. */
    List<Field> differing(E before, E after) {
        @Nullable Object[] old = shape.values(before);
        @Nullable Object[] now = shape.values(after);
        List<Field> differing = new ArrayList<>();
        for (Field field : shape.fields()) {
            if (field.index() != 1 && !Objects.equals(field.type().toColumn(old[field.index()]), field.type().toColumn(now[field.index()]))) {
                differing.add(field);
            }
        }
        return Collections.unmodifiableList(differing);
    }

    /** Says which link of an entry leads nowhere; used when the store refused it. */
    Refused brokenLink(Session session, E entry) throws SQLException {
        @Nullable Object[] values = shape.values(entry);
        for (Field field : shape.fields()) {
            Object target = values[field.index()];
            if (target != null && field.linked().isPresent()) {
                String sql = SQL.selectOne().from(table(DSL.name(field.linked().get()))).where(field(name("id")).eq(param("key"))).getSQL();
                if (session.one(row -> row.getInt(1), sql, target).isEmpty()) {
                    return Refused.field(field.name(), "store.refused.broken_link", shape.label(field));
                }
            }
        }
        return Refused.of("store.refused.constraint", shape.label());
    }
}
