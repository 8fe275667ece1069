package cn.anlan.report;

import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.Dispute;
import cn.anlan.reference.Code;
import cn.anlan.report.Difference.Cause;
import cn.anlan.report.Difference.Kind;
import cn.anlan.report.form.Request;
import cn.anlan.store.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.report.Fixture.T1;
import static cn.anlan.report.Fixture.T2;
import static cn.anlan.report.Fixture.filled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Corrections by hand, what is kept of a submitted report, and what is told of changes since. */
class SubmissionsTest {
    @RegisterExtension
    private final TestHouse house = new TestHouse();
    private Reports reports;
    private Submissions submissions;
    private Fixture fixture;

    @BeforeEach
    void enter() {
        reports = house.wiring().reports();
        submissions = house.wiring().submissions();
        fixture = Fixture.enter(house);
    }

    private void change(String name, Map<String, Object> values) {
        var disputes = house.register(Dispute.class);
        disputes.change(fixture.id(name), dispute -> disputes.shape().with(dispute, values));
    }

    private Difference difference(List<Difference> all, String row, String column) {
        return all.stream().filter(one -> one.row().key().equals(row) && one.column().key().equals(column)).findFirst().orElseThrow();
    }

    @Test
    void aCorrectionIsAddedMarkedAndCarriedUpwards() {
        ReportAdjust made = reports.correct(T1, fixture.committee("1"), "total", 1, "纸质卷宗一件");
        Report report = reports.fill(T1);
        assertThat(filled(report, fixture.committee("1"))).containsEntry("total", "5");
        assertThat(filled(report, "kind_1")).containsEntry("total", "5");
        assertThat(filled(report, "all")).containsEntry("total", "10").containsEntry("success_rate", "70.0");
        assertThat(report.correction(report.layout().row("all"), report.layout().column("total"))).isEqualTo(1);
        assertThat(made.correction().madeBy()).isEqualTo(TestHouse.CLERK);
        house.register(ReportAdjust.class).annul(made.id(), "找到了");
        assertThat(filled(reports.fill(T1), "all")).containsEntry("total", "9");
    }

    @Test
    void aCorrectedTotalThatDoesNotAddUpIsRed() {
        reports.correct(T1, "kind_1", "total", 1, "纸质卷宗一件");
        Report report = reports.fill(T1);
        assertThat(report.broken()).extracting(Report.Broken::sentence).anySatisfy(sentence -> assertThat(sentence).contains("主动、依申请", "9 与 10"))
                .anySatisfy(sentence -> assertThat(sentence).startsWith("村调委会小计"));
        assertThat(report.broken()).anyMatch(one -> one.concerns(report.layout().row("all"), report.layout().column("active")))
                .noneMatch(one -> one.concerns(report.layout().row("kind_2"), report.layout().column("total")));
        assertThatThrownBy(() -> submissions.submit(T1, null)).isInstanceOf(Refused.class).hasMessageContaining("勾稽");
        assertThat(house.register(ReportSubmission.class).list(Query.all(), 1)).isEmpty();
    }

    @Test
    void aTypeNoColumnKnowsIsRed() {
        var codes = house.register(Code.class);
        codes.save(codes.create(Map.of("list", "dispute_type_sf", "code", "77", "label", "新类型", "sort", 99L)));
        change("K01", Map.of("type_sf", "77"));
        assertThat(reports.fill(T1).broken()).extracting(Report.Broken::sentence).anySatisfy(sentence -> assertThat(sentence).contains("各类型之和", "8 与 9"));
    }

    @Test
    void whatCannotBeCorrectedIsRefused() {
        assertThatThrownBy(() -> reports.correct(T1, "all", "success_rate", 1, "试")).isInstanceOf(Refused.class).hasMessageContaining("成功率");
        assertThatThrownBy(() -> reports.correct(T1, "all", "total", 0, "试")).isInstanceOf(Refused.class).hasMessageContaining("零");
        assertThatThrownBy(() -> reports.correct(T1, "all", "total", 1, " ")).isInstanceOf(Refused.class).hasMessageContaining("更正原因");
        assertThatThrownBy(() -> reports.correct(T2, "by_zz", "accepted", 1, "试")).isInstanceOf(Refused.class);
    }

    @Test
    void aSubmittedReportKeepsItsNumbersAndRecords() {
        house.comes(LocalDate.of(2026, 11, 24));
        ReportSubmission submission = submissions.submit(T1, "一月报");
        assertThat(submissions.latest(T1)).contains(submission);
        assertThat(submissions.latest(T2)).isEmpty();
        assertThat(submission.handing().submittedOn()).isEqualTo(LocalDate.of(2026, 11, 24));
        var lines = house.register(ReportSubmissionLine.class).list(Query.all(), 100);
        assertThat(lines).hasSize(11).allSatisfy(line -> assertThat(house.register(Dispute.class).get(line.source().entryId()).revision())
                .isEqualTo(line.source().entryRevision()));
        assertThat(submissions.differences(submission)).isEmpty();
        change("K03", Map.of("people_count", 50L, "scale", "02"));
        assertThat(filled(submissions.asSubmitted(submission), "all")).containsEntry("people", "31").containsEntry("success_rate", "77.8").containsEntry("amount_fen", "19.25");
        assertThat(filled(reports.fill(T1), "all")).containsEntry("people", "76");
    }

    @Test
    void everyLaterDifferenceIsToldByTheCasesThatMadeIt() {
        ReportSubmission submission = submissions.submit(T1, null);
        change("K03", Map.of("people_count", 9L));
        change("K01", Map.of("type_sf", "01"));
        house.register(Dispute.class).annul(fixture.id("K04"), "重复登记");
        Agreement agreement = house.register(Agreement.class).list(Query.all().is("dispute_id", fixture.id("K02")), 1).get(0);
        house.register(Agreement.class).change(agreement.id(), one -> one.withPerformance(one.performance().withTotalAmountFen(1_300_000L)));
        List<Difference> all = submissions.differences(submission);

        Difference people = difference(all, "all", "people");
        assertThat(people.before()).isEqualTo(31);
        assertThat(people.now()).isEqualTo(32);
        assertThat(people.causes()).extracting(Cause::kind).containsExactlyInAnyOrder(Kind.CHANGED, Kind.WENT);
        assertThat(people.causes()).filteredOn(one -> one.kind() == Kind.CHANGED).singleElement()
                .satisfies(one -> assertThat(one.changes()).singleElement().asString().contains("涉及人数", "5 → 9", TestHouse.CLERK));
        assertThat(people.causes()).filteredOn(one -> one.kind() == Kind.WENT).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(fixture.id("K04"));
            assertThat(one.changes()).singleElement().asString().contains("作废");
        });
        Difference neighbours = difference(all, "all", "type_02");
        assertThat(neighbours.before()).isEqualTo(1);
        assertThat(neighbours.now()).isZero();
        assertThat(difference(all, "all", "type_01").causes()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.CAME);
            assertThat(one.changes().get(0)).contains("邻里纠纷 → 婚姻家庭纠纷");
        });
        Difference amount = difference(all, fixture.committee("1"), "amount_fen");
        assertThat(amount.now() - amount.before()).isEqualTo(100_000);
        assertThat(amount.causes()).singleElement().satisfies(one -> assertThat(one.changes().get(0)).contains("12000", "13000"));
        assertThat(all).noneMatch(one -> one.row().key().equals("kind_3"));
    }

    @Test
    void aCorrectionAfterwardsIsADifferenceToo() {
        reports.correct(T1, "kind_1", "people", 2, "纸质卷宗");
        ReportSubmission submission = submissions.submit(T1, null);
        assertThat(submissions.differences(submission)).isEmpty();
        assertThat(filled(submissions.asSubmitted(submission), "all")).containsEntry("people", "33");
        reports.correct(T1, "kind_1", "people", 3, "又一件纸质卷宗");
        Difference difference = difference(submissions.differences(submission), "all", "people");
        assertThat(difference.before()).isEqualTo(33);
        assertThat(difference.now()).isEqualTo(36);
        assertThat(difference.causes()).singleElement().satisfies(one -> assertThat(one.register()).isEqualTo("report_adjust"));
    }

    @Test
    void ofAnotherWayOfCountingNothingIsSubmitted() {
        submissions.submit(T1, null);
        assertThat(submissions.latest(new Request("T1", T1.period(), true))).isEmpty();
        assertThat(submissions.latest(T1)).map(ReportSubmission::voidReason).isEmpty();
    }
}
