package cn.anlan.store;

import cn.anlan.entry.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import static cn.anlan.store.Table.SQL;
import static cn.anlan.store.schema.Tables.BUNDLE;
import static cn.anlan.store.schema.Tables.BUNDLE_ENCLOSURE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.param;

/** The county ledger (上报台账): every bundle ever sealed, in the order of sealing. */
public final class Ledger {
    private static final List<org.jooq.Field<?>> COLUMNS = List.of(BUNDLE.BUNDLE_ID, BUNDLE.EPOCH, BUNDLE.SEQ, BUNDLE.MODE, BUNDLE.PERIOD_FROM,
            BUNDLE.PERIOD_TO, BUNDLE.SEALED_AT, BUNDLE.FILE, BUNDLE.INNER_HASH, BUNDLE.HIGH_WATER, BUNDLE.COUNTS);
    private static final String INSERT = SQL.insertInto(BUNDLE, COLUMNS)
            .values(COLUMNS.stream().map(column -> param(column.getName())).toArray()).getSQL();
    private static final String WITHDRAW = SQL.deleteFrom(BUNDLE).where(BUNDLE.BUNDLE_ID.eq(param("id", String.class))).getSQL();
    private static final String ENCLOSE = SQL.insertInto(BUNDLE_ENCLOSURE, BUNDLE_ENCLOSURE.BUNDLE_ID, BUNDLE_ENCLOSURE.SHA256)
            .values(param("id", String.class), param("sha256", String.class)).getSQL();
    private static final String TAKE_OUT = SQL.deleteFrom(BUNDLE_ENCLOSURE).where(BUNDLE_ENCLOSURE.BUNDLE_ID.eq(param("id", String.class))).getSQL();
    private static final String ENCLOSED = SQL.selectDistinct(BUNDLE_ENCLOSURE.SHA256).from(BUNDLE_ENCLOSURE).join(BUNDLE)
            .on(BUNDLE.BUNDLE_ID.eq(BUNDLE_ENCLOSURE.BUNDLE_ID)).where(BUNDLE.EPOCH.eq(param("epoch", String.class))).getSQL();
    private static final String ALL = SQL.select(COLUMNS).from(BUNDLE).orderBy(field("rowid").desc()).getSQL();

    private final Database database;

    public Ledger(Database database) {
        this.database = database;
    }

    /** One sealed bundle; {@code file} is its bare name. */
    public record Line(String bundleId, Number number, Period period, OffsetDateTime sealedAt, String file, Content content) {}

    /** Where a bundle stands in its row: numbers run from 1 within an epoch, which is a ULID. */
    public record Number(String epoch, int seq, String mode) {}

    /**
     * What was inside.
     *
     * @param innerSha256 of payload.zip in the clear, 64 hex digits
     * @param highWater the largest change number included
     * @param counts a JSON object: register to {put, delete}
     */
    public record Content(String innerSha256, long highWater, String counts) {}

    /** Every bundle, latest first. */
    public List<Line> all() {
        return database.read(session -> session.all(Ledger::read, ALL));
    }

    /** The hashes of the files that travelled with any bundle of this epoch. */
    public Set<String> enclosed(String epoch) {
        return Set.copyOf(database.read(session -> session.all(row -> row.getString(1), ENCLOSED, epoch)));
    }

    /** Notes a bundle that is complete and verified, before it gets its name, and the hashes of the files that travel with it. */
    public void add(Line line, Collection<String> enclosed) {
        Number number = line.number;
        Content content = line.content;
        database.write(() -> database.inWrite(session -> {
            for (String sha256 : enclosed) {
                session.run(ENCLOSE, line.bundleId, sha256);
            }
            return session.run(INSERT, line.bundleId, number.epoch, number.seq, number.mode,
                    line.period.from().toString(), line.period.to().toString(), line.sealedAt.toString(), line.file,
                    content.innerSha256, content.highWater, content.counts);
        }));
    }

    /** Takes back the note of a bundle that could not be put in place and so never was. */
    public void withdraw(Line line) {
        database.write(() -> database.inWrite(session -> {
            session.run(TAKE_OUT, line.bundleId);
            return session.run(WITHDRAW, line.bundleId);
        }));
    }

    private static Line read(ResultSet row) throws SQLException {
        return new Line(row.getString(1), new Number(row.getString(2), row.getInt(3), row.getString(4)),
                new Period(LocalDate.parse(row.getString(5)), LocalDate.parse(row.getString(6))), OffsetDateTime.parse(row.getString(7)),
                row.getString(8), new Content(row.getString(9), row.getLong(10), row.getString(11)));
    }
}
