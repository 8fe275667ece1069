package cn.anlan.report.form;

import cn.anlan.store.schema.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

import static cn.anlan.store.schema.Tables.PLACE;
import static cn.anlan.store.schema.Tables.SCREENING;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

/**
 * What reports ask of a record (统计口径). Of a case: the columns of view {@code report_case}, and where it stands in one period; it comes in on
 * the day it was accepted and leaves on the day it was closed, or was sent on to another office. Of a screening: what was found and prevented.
 */
public final class Facts {
    public static final DSLContext SQL =
            DSL.using(SQLDialect.SQLITE, new Settings().withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_QUOTED));

    /** The register a record is of: {@link #CASES} or {@link #SCREENINGS}. */
    public static final Field<String> REGISTER = text("register");
    public static final String CASES = "dispute";
    public static final String SCREENINGS = "screening";
    public static final Field<String> ID = text("id");
    public static final Field<Long> REVISION = number("revision");
    public static final Field<String> TITLE = text("title");
    public static final Field<String> ACCEPT_DATE = text("accept_date");
    public static final Field<String> CLOSE_DATE = text("close_date");

    public static final Field<String> COMMITTEE = text("committee_id");
    public static final Field<String> COMMITTEE_KIND = text("committee_kind");
    public static final Field<String> AREA = text("area_code");
    public static final Field<String> SOURCE = text("source_code");
    public static final Field<String> TYPE_SF = text("type_sf");
    public static final Field<String> TYPE_ZZ = text("type_zz");
    public static final Field<String> SCALE = text("scale");
    public static final Field<String> RISK = text("risk_level");
    public static final Field<String> FORM = text("form");
    public static final Field<String> COURT = text("jc_status");
    public static final Field<Long> PEOPLE = number("people_count");
    public static final Field<Long> AMOUNT = number("amount_fen");

    /** Counts in T1: mediated, and closed (or accepted, if so wanted) in the period. */
    public static final Condition COUNTED = flag("counted");
    public static final Condition SUCCESS = flag("success");
    public static final Condition DIFFICULT = flag("difficult");
    public static final Condition PERFORMED = flag("performed");
    /** After an agreement one side went to court all the same. */
    public static final Condition SUED = text("breach_outcome").eq(inline("1"));
    public static final Condition OPENING = flag("opening");
    public static final Condition ACCEPTED = flag("accepted");
    public static final Condition SETTLED = flag("settled");
    public static final Condition MOVED = flag("moved_out");
    public static final Condition IN_HAND = flag("in_hand");
    public static final Condition OVERDUE = flag("overdue");
    /** Signs of a matter between groups. */
    public static final Condition CROWD = among(SCALE, List.of("02", "03")).or(text("warn_level").isNotNull());
    public static final Condition ASSIGNED = text("lead_source").eq(inline("3"));
    /** What a leader asks about first: red or orange, supervised, or with signs of group trouble. */
    public static final Condition KEY = among(RISK, List.of("1", "2")).or(among(text("supervise_level"), List.of("1", "2"))).or(CROWD);

    /** A round of screening in the period. */
    public static final Condition SCREENED = flag("screened");
    public static final Field<Long> FOUND = number("found_count");
    public static final Field<Long> PREVENTED = number("prevented_count");
    public static final Field<Long> PREVENTED_PEOPLE = number("prevent_people");
    public static final Field<String> PREVENT_KIND = text("prevent_kind");

    private static final List<Field<?>> COLUMNS = List.of(COMMITTEE, COMMITTEE_KIND, AREA, SOURCE, TYPE_SF, TYPE_ZZ, SCALE, RISK, FORM, COURT, PEOPLE,
            AMOUNT, number("success"), number("difficult"), number("performed"), text("breach_outcome"), text("warn_level"), text("supervise_level"),
            text("lead_source"));
    /** What a list of cases shows beside. */
    private static final List<Field<?>> NAMES = List.of(REGISTER, ID, REVISION, TITLE, ACCEPT_DATE, CLOSE_DATE);

    /** Where a case stands in a period, in the order of the statement. */
    private static final List<String> FLAGS = List.of("counted", "opening", "accepted", "settled", "moved_out", "in_hand", "overdue");
    /** What a case has nothing to say about. */
    private static final List<Field<?>> OF_SCREENINGS = List.of(number("screened"), FOUND, PREVENTED, PREVENT_KIND, PREVENTED_PEOPLE);

    private Facts() {}

    private static Field<String> text(String name) {
        return DSL.field(DSL.name(name), String.class);
    }

    private static Field<Long> number(String name) {
        return DSL.field(DSL.name(name), Long.class);
    }

    private static Condition flag(String name) {
        return number(name).eq(inline(1L));
    }

    /** One of some codes, written into the statement. */
    public static Condition among(Field<String> field, Collection<String> codes) {
        return field.in(codes.stream().sorted().map(DSL::inline).toList());
    }

    /** Everything a period is counted from, cases and screenings one after the other. */
    public static Select<?> of(Request request, boolean named) {
        List<Field<?>> names = named ? NAMES : List.of();
        return cases(request, names).unionAll(screenings(request, names));
    }

    /**
     * The cases of a period with their facts, each worked out once. Without the limit, which limits nothing, SQLite would work out a fact
     * anew for every column that asks for it.
     */
    private static Select<Record> cases(Request request, List<Field<?>> names) {
        List<SelectFieldOrAsterisk> wanted = new ArrayList<>(COLUMNS);
        for (Field<?> name : names) {
            wanted.add(name.equals(REGISTER) ? inline(CASES).as(REGISTER) : name);
        }
        Field<String> from = val(request.period().from().toString());
        Field<String> to = val(request.period().to().toString());
        Field<String> left = text("left_date");
        Condition moved = flag("moved");
        Condition mediated = flag("mediated");
        Condition inHand = ACCEPT_DATE.le(to).and(left.isNull().or(left.gt(to)));
        Condition deadlinePassed = text("deadline").lt(to).and(after(text("sign_date"))).and(after(text("end_date")));
        wanted.add(as("counted", request.byAcceptance() ? ACCEPT_DATE.between(from, to).and(mediated.or(DSL.not(moved)))
                : CLOSE_DATE.between(from, to).and(mediated)));
        wanted.add(as("opening", ACCEPT_DATE.lt(from).and(left.isNull().or(left.ge(from)))));
        wanted.add(as("accepted", ACCEPT_DATE.between(from, to)));
        wanted.add(as("settled", left.between(from, to).and(DSL.not(moved))));
        wanted.add(as("moved_out", left.between(from, to).and(moved)));
        wanted.add(as("in_hand", inHand));
        wanted.add(as("overdue", inHand.and(deadlinePassed)));
        OF_SCREENINGS.forEach(column -> wanted.add(inline(null, column.getDataType()).as(column)));
        return SQL.select(wanted).from(DSL.table(DSL.name("report_case")))
                .where(ACCEPT_DATE.le(to), CLOSE_DATE.isNull().or(CLOSE_DATE.ge(from))).limit(inline(-1));
    }

    /** The screenings of a period; each stands with the committee of its place. */
    private static Select<Record> screenings(Request request, List<Field<?>> names) {
        Map<Field<?>, Field<?>> known = new HashMap<>();
        known.put(COMMITTEE, committee(Tables.COMMITTEE.ID));
        known.put(COMMITTEE_KIND, committee(Tables.COMMITTEE.KIND));
        known.put(AREA, SCREENING.AREA_CODE);
        known.put(REGISTER, inline(SCREENINGS));
        known.put(ID, SCREENING.ID);
        known.put(REVISION, SCREENING.REVISION);
        known.put(TITLE, DSL.coalesce(DSL.field(SQL.select(PLACE.NAME).from(PLACE).where(PLACE.CODE.eq(SCREENING.AREA_CODE), PLACE.VOID_REASON.isNull())),
                SCREENING.AREA_CODE));
        known.put(ACCEPT_DATE, SCREENING.DATE);
        List<SelectFieldOrAsterisk> wanted = new ArrayList<>();
        COLUMNS.forEach(column -> wanted.add(known.getOrDefault(column, inline(null, column.getDataType())).as(column)));
        names.forEach(column -> wanted.add(known.getOrDefault(column, inline(null, column.getDataType())).as(column)));
        FLAGS.forEach(flag -> wanted.add(inline(0).as(DSL.name(flag))));
        wanted.addAll(List.of(inline(1).as(DSL.name("screened")), SCREENING.FOUND_COUNT, SCREENING.PREVENTED_COUNT, SCREENING.PREVENT_KIND,
                DSL.coalesce(SCREENING.PREVENT_PEOPLE, inline(0L)).as(PREVENTED_PEOPLE)));
        return SQL.select(wanted).from(SCREENING).where(SCREENING.VOID_REASON.isNull(),
                SCREENING.DATE.between(val(request.period().from().toString()), val(request.period().to().toString())));
    }

    private static Field<String> committee(Field<String> of) {
        return DSL.field(SQL.select(of).from(Tables.COMMITTEE).where(Tables.COMMITTEE.AREA_CODE.eq(SCREENING.AREA_CODE), Tables.COMMITTEE.VOID_REASON.isNull())
                .orderBy(Tables.COMMITTEE.ID).limit(inline(1)));
    }

    /** Had not happened when the time was over. */
    private static Condition after(Field<String> day) {
        return day.isNull().or(day.gt(text("deadline")));
    }

    private static Field<Integer> as(String name, Condition condition) {
        return DSL.when(condition, inline(1)).otherwise(inline(0)).as(DSL.name(name));
    }
}
