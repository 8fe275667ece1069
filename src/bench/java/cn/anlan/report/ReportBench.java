package cn.anlan.report;

import cn.anlan.app.Wiring;
import cn.anlan.entry.Period;
import cn.anlan.mediation.Committee;
import cn.anlan.report.form.Column;
import cn.anlan.report.form.Request;
import cn.anlan.report.form.Row;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * T1 of a month, a year and of everything (统计), against one statement written by hand that gives the same numbers through plain JDBC:
 * {@code ReportBench FOLDER ROUNDS}. The first run on a store of BenchStore gives its disputes committees, days and agreements, past the journal.
 */
public final class ReportBench {
    private static final int COMMITTEES = 20;
    private static final List<Period> PERIODS = List.of(new Period(LocalDate.of(2025, 12, 26), LocalDate.of(2026, 1, 25)),
            new Period(LocalDate.of(2024, 12, 26), LocalDate.of(2025, 12, 25)), new Period(LocalDate.of(2016, 1, 1), LocalDate.of(2026, 12, 31)));

    /** As a statistician who knows SQL would write it: the columns of T1 in order, one row for each committee. */
    private static final String BY_HAND = """
            SELECT committee_id,
              sum(n), sum(n * people_count), sum(n * ok), sum(n * is_difficult), sum(n * ok * fen),
              sum(n AND kind = '1'), sum(n AND kind = '2'), sum(n AND kind = '3'), sum(n AND kind = '4'), sum(n AND kind = '5'), sum(n AND kind = '6'),
              sum(n AND source_code = '1'), sum(n AND source_code = '2'), sum(n AND source_code IN ('3', '31', '32', '33', '34', '39')),
              sum(n AND source_code = '31'), sum(n AND source_code = '32'), sum(n AND source_code = '33'), sum(n AND source_code = '34'),
              sum(n AND source_code = '39'),
              sum(n AND type_sf = '01'), sum(n AND type_sf = '02'), sum(n AND type_sf = '03'), sum(n AND type_sf = '04'), sum(n AND type_sf = '05'),
              sum(n AND type_sf IN ('06', '0601')), sum(n AND type_sf IN ('07', '0701', '0702')), sum(n AND type_sf = '08'), sum(n AND type_sf = '09'),
              sum(n AND type_sf = '1001'), sum(n AND type_sf IN ('10', '1002')), sum(n AND type_sf = '1101'), sum(n AND type_sf = '1102'),
              sum(n AND type_sf IN ('11', '1103')), sum(n AND type_sf = '12'), sum(n AND type_sf = '13'), sum(n AND type_sf = '14'),
              sum(n AND type_sf IN ('15', '99', '9901')),
              sum(n AND ok AND form = '2'), sum(n AND ok AND form = '1'), sum(n AND kept),
              sum(n AND coalesce(jc_status, '') IN ('2', '3', '4', '5', '6')), sum(n AND coalesce(jc_status, '') = '4'),
              sum(n AND coalesce(breach_outcome, '') = '1'), sum(new), sum(open),
              sum(looked), sum(found_count), sum(prevented_count),
              sum(CASE WHEN prevent_kind = '1' THEN prevented_count END), sum(CASE WHEN prevent_kind = '1' THEN prevent_people END),
              sum(CASE WHEN prevent_kind = '2' THEN prevented_count END), sum(CASE WHEN prevent_kind = '2' THEN prevent_people END),
              sum(CASE WHEN prevent_kind = '3' THEN prevented_count END), sum(CASE WHEN prevent_kind = '3' THEN prevent_people END),
              sum(CASE WHEN prevent_kind = '4' THEN prevented_count END), sum(CASE WHEN prevent_kind = '4' THEN prevent_people END)
            FROM (
              SELECT d.committee_id, c.kind, d.people_count, d.source_code, d.type_sf, d.jc_status, d.breach_outcome, d.is_difficult, a.form,
                coalesce(a.total_amount_fen, d.amount_fen, 0) AS fen,
                d.is_success OR d.stage IN ('05', '06', '07', '08') AS ok,
                coalesce(d.close_result = '1', 0) OR d.stage = '07' AS kept,
                coalesce(d.close_date BETWEEN ?1 AND ?2, 0) AND (d.is_success OR d.stage IN ('05', '06', '07', '08', '11', '12')
                  OR coalesce(d.close_result IN ('1', '2', '3', '4'), 0)
                  OR (d.stage = '13' OR coalesce(d.close_result = '5', 0)) AND EXISTS (
                    SELECT 1 FROM dispute_step s WHERE s.dispute_id = d.id AND s.to_stage = '04' AND s.void_reason IS NULL)) AS n,
                d.accept_date BETWEEN ?1 AND ?2 AS new,
                CASE WHEN d.stage = '13' OR coalesce(d.close_result = '5', 0) THEN coalesce(coalesce(d.refer_date, d.close_date) > ?2, 1)
                  ELSE coalesce(d.close_date > ?2, 1) END AS open,
                0 AS looked, 0 AS found_count, 0 AS prevented_count, NULL AS prevent_kind, 0 AS prevent_people
              FROM dispute d LEFT JOIN committee c ON c.id = d.committee_id
              LEFT JOIN agreement a ON a.id = (SELECT max(b.id) FROM agreement b WHERE b.dispute_id = d.id AND b.void_reason IS NULL)
              WHERE d.void_reason IS NULL AND d.accept_date <= ?2 AND (d.close_date IS NULL OR d.close_date >= ?1)
                AND d.stage NOT IN ('01', '02', '10') AND coalesce(d.close_result, '') <> '6'
              UNION ALL
              SELECT c.id, c.kind, 0, NULL, NULL, NULL, NULL, 0, NULL, 0, 0, 0, 0, 0, 0, 1, s.found_count, s.prevented_count, s.prevent_kind, s.prevent_people
              FROM screening s LEFT JOIN committee c ON c.id = (
                SELECT m.id FROM committee m WHERE m.area_code = s.area_code AND m.void_reason IS NULL ORDER BY m.id LIMIT 1)
              WHERE s.void_reason IS NULL AND s.date BETWEEN ?1 AND ?2
              LIMIT -1)
            GROUP BY committee_id
            """;

    private ReportBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int rounds = Integer.parseInt(args[1]);
        try (var house = new Wiring(folder, Wiring.officeClock());
                Connection plain = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("anlan.db"))) {
            prepare(house, plain);
            try (Statement settings = plain.createStatement()) {
                settings.execute("PRAGMA cache_size = -16384");
                settings.execute("PRAGMA temp_store = MEMORY");
            }
            for (Period period : PERIODS) {
                measure(house.reports(), plain, period, rounds);
            }
        }
    }

    /** Committees, days of acceptance and closing, results and agreements for disputes that have none. */
    private static void prepare(Wiring house, Connection plain) throws SQLException {
        Register<Committee> committees = house.registers().of(Committee.class);
        if (committees.count(Query.all(), 1) > 0) {
            return;
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < COMMITTEES; i++) {
            ids.add(committees.save(committees.create(Map.of("name", "第" + i + "人民调解委员会", "kind", i == 0 ? "3" : i < 6 ? "2" : "1",
                    "area_code", "620623100", "short_name", "天" + i, "director", "李主任", "member_count", 5L, "has_female", true))).id());
        }
        plain.setAutoCommit(false);
        try (Statement change = plain.createStatement()) {
            change.execute("CREATE TEMP TABLE seat (no INTEGER PRIMARY KEY, id TEXT)");
            for (int i = 0; i < COMMITTEES; i++) {
                change.execute("INSERT INTO seat VALUES (" + i + ", '" + ids.get(i) + "')");
            }
            change.execute("UPDATE dispute SET accept_date = register_date, committee_id = (SELECT id FROM seat WHERE no = dispute.rowid % 20)");
            change.execute("UPDATE dispute SET close_date = date(register_date, '+' || (rowid % 40) || ' days'), close_result = CASE rowid % 9 WHEN 0 THEN "
                    + "'3' WHEN 1 THEN '2' ELSE '1' END, is_success = rowid % 9 > 0, is_difficult = rowid % 7 = 0 WHERE stage IN ('20', '30')");
            change.execute("INSERT INTO agreement (id, revision, dispute_id, form, agreement_no, sign_date, facts, content, perform_mode, perform_deadline, "
                    + "total_amount_fen, parties_signed, mediator_signed, sealed, change_no) SELECT id, 1, id, 1 + rowid % 2, '1', register_date, 'x', 'x', "
                    + "'x', register_date, amount_fen, 1, 1, 1, change_no FROM dispute WHERE is_success");
        }
        plain.commit();
        plain.setAutoCommit(true);
    }

    private static void measure(Reports reports, Connection plain, Period period, int rounds) throws Exception {
        var request = new Request("T1", period, false);
        compare(reports.fill(request), byHand(plain, period));
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            ours[i] = cpu(() -> reports.fill(request));
            theirs[i] = cpu(() -> byHand(plain, period));
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        Report report = reports.fill(request);
        System.out.printf("%s – %s: %d cases counted; %.1f ms CPU against %.1f by hand, ratio %.2f%n", period.from(), period.to(),
                report.value(report.layout().row("all"), report.layout().column("total")), ours[rounds / 2], theirs[rounds / 2],
                ours[rounds / 2] / theirs[rounds / 2]);
    }

    private static double cpu(Callable<?> work) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.call();
        return (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }

    /** The numbers of each committee, in the order of the columns. */
    private static Map<String, List<Long>> byHand(Connection plain, Period period) throws SQLException {
        Map<String, List<Long>> rows = new HashMap<>();
        try (PreparedStatement statement = plain.prepareStatement(BY_HAND)) {
            statement.setString(1, period.from().toString());
            statement.setString(2, period.to().toString());
            try (ResultSet result = statement.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<Long> numbers = new ArrayList<>();
                    for (int i = 2; i <= columns; i++) {
                        numbers.add(result.getLong(i));
                    }
                    rows.put(result.getString(1), numbers);
                }
            }
        }
        return rows;
    }

    private static void compare(Report report, Map<String, List<Long>> byHand) {
        List<Column> columns = report.layout().columns().stream().filter(column -> !column.isDerived()).toList();
        for (Row row : report.layout().rows()) {
            List<Long> theirs = byHand.get(row.key());
            List<Long> ours = columns.stream().map(column -> report.value(row, column)).toList();
            if (theirs != null && !theirs.equals(ours)) {
                throw new IllegalStateException(row.label() + ": " + ours + " is not " + theirs);
            }
        }
    }
}
