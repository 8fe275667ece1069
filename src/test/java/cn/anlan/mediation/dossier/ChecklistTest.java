package cn.anlan.mediation.dossier;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.desk.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.TestHouse.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChecklistTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private List<Checklist.Line> lines(Dispute dispute) {
        return house.wiring().dossiers().checklist().of(house.register(Dispute.class).get(dispute.id()));
    }

    private List<String> missing(Dispute dispute) {
        return lines(dispute).stream().filter(Checklist.Line::isMissing).map(Checklist.Line::kind).toList();
    }

    private void mark(Dispute dispute, String state, String... kinds) {
        house.wiring().dossiers().mark(dispute.id(), List.of(kinds), state, state.equals("9") ? "无" : null);
    }

    private Dispute writtenAndPaid() {
        Dispute dispute = house.samples().disputeAt("04");
        house.samples().move(dispute, Step.AGREE, "agreement", house.samples().written(dispute, TODAY));
        return house.samples().move(dispute, Step.CLOSE, house.samples().closing("1"));
    }

    @Test
    void aWrittenCaseNeedsTheWholeRow() {
        assertThat(missing(writtenAndPaid())).containsExactly("cover", "index", "acceptance", "rights", "identity", "session", "agreement", "back");
    }

    @Test
    void anOralCaseNeedsItsFormInstead() {
        assertThat(missing(house.samples().disputeAt("20"))).containsExactly("cover", "index", "acceptance", "rights", "oral_agreement", "back");
    }

    @Test
    void whatMayBeThereIsShownButNotAskedFor() {
        assertThat(lines(house.samples().disputeAt("20"))).filteredOn(line -> line.demand() == Checklist.Demand.FREE)
                .extracting(Checklist.Line::kind).contains("evidence", "proof", "other", "note").doesNotContain("attorney", "referral", "agreement");
    }

    @Test
    void anAgentBringsThePowerOfAttorney() {
        Dispute dispute = house.samples().dispute();
        house.samples().party(dispute, "1", "张三", "agent_name", "王律师", "agent_scope", Set.of("1"));
        assertThat(missing(dispute)).contains("attorney");
    }

    @Test
    void oneOfApplicationAndAcceptanceFormIsEnough() {
        Dispute applied = house.samples().dispute("source_code", "2");
        assertThat(missing(applied)).contains("application").doesNotContain("acceptance");
        mark(applied, "2", "acceptance");
        assertThat(missing(applied)).doesNotContain("application", "acceptance");
        for (String notApplied : List.of("1", "31", "33")) {
            Dispute begun = house.samples().dispute("source_code", notApplied, "referred_from_org", "派出所", "referred_from_doc_no", "1 号");
            assertThat(missing(begun)).as(notApplied).contains("acceptance").doesNotContain("application");
            mark(begun, "2", "application");
            assertThat(missing(begun)).doesNotContain("acceptance");
        }
    }

    @Test
    void whatIsTurnedAwayNeedsTheLetterAndNoRightsNotice() {
        Dispute dispute = house.samples().disputeAt("02");
        Dispute away = house.samples().move(dispute, Step.NOT_ACCEPT, "not_accept_reason", "1");
        assertThat(missing(away)).contains("not_accepted").doesNotContain("rights", "identity", "session");
    }

    @Test
    void whatIsPrintedStillWantsItsSignature() {
        Dispute dispute = writtenAndPaid();
        mark(dispute, "1", "cover", "index", "rights", "agreement");
        assertThat(missing(dispute)).contains("rights", "agreement").doesNotContain("cover", "index");
        mark(dispute, "2", "rights");
        mark(dispute, "9", "agreement");
        assertThat(missing(dispute)).doesNotContain("rights", "agreement");
    }

    /** Scenario 2: refused until the notice of rights is ticked. */
    @Test
    void theShelfIsRefusedUntilTheNoticeOfRightsIsTicked() {
        Dispute dispute = writtenAndPaid();
        mark(dispute, "2", "cover", "index", "application", "identity", "session", "agreement", "back");
        assertThatThrownBy(() -> house.samples().move(dispute, Step.ARCHIVE, "retention_kind", "2")).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.violations()).singleElement().satisfies(wrong -> {
                    assertThat(wrong.sentence()).contains("当事人权利义务告知书");
                    assertThat(wrong.field()).isEqualTo("document:rights");
                }));
        mark(dispute, "1", "rights");
        assertThatThrownBy(() -> house.samples().move(dispute, Step.ARCHIVE, "retention_kind", "2")).hasMessageContaining("还没有签字");
        mark(dispute, "2", "rights");
        Dispute archived = house.samples().move(dispute, Step.ARCHIVE, "retention_kind", "2");
        assertThat(archived.registration().stage()).isEqualTo("30");
        assertThat(archived.outcome().closing().filing().retentionYears()).isEqualTo(30);
    }

    @Test
    void howLongItIsKeptFollowsFromTheKindAndTheDay() {
        var retention = new Retention(house.wiring().codes());
        assertThat(retention.years("1", TODAY)).isEqualTo(10);
        assertThat(retention.years("3", TODAY)).as("for ever").isNull();
        Dispute archived = house.samples().disputeAt("30");
        assertThat(retention.until(archived)).contains(LocalDate.of(TODAY.getYear() + 10, 12, 31));
        assertThat(retention.until(house.samples().disputeAt("20"))).isEmpty();
    }

    @Test
    void yearsMayBeToldOtherwiseOrForEver() {
        Dispute dispute = house.samples().disputeAt("20");
        house.samples().completeDossier(dispute);
        Dispute archived = house.samples().move(dispute, Step.ARCHIVE, "retention_kind", "3");
        assertThat(archived.outcome().closing().filing().retentionYears()).isNull();
        assertThat(new Retention(house.wiring().codes()).until(archived)).isEmpty();
        Dispute other = house.samples().disputeAt("20");
        house.samples().completeDossier(other);
        assertThat(house.samples().move(other, Step.ARCHIVE, Samples.map("retention_kind", "1", "retention_years", 15)).outcome().closing().filing()
                .retentionYears()).isEqualTo(15);
    }

    @Test
    void pagesAreNumberedOneAfterTheOtherAndSummedForTheBackCover() {
        Dispute dispute = writtenAndPaid();
        mark(dispute, "2", "cover", "index", "application", "rights", "session", "back");
        house.wiring().dossiers().number(dispute.id(), "session", 1, 4);
        assertThat(house.wiring().dossiers().numberAll(dispute.id())).isEqualTo(6);
        assertThat(lines(dispute)).filteredOn(line -> line.kind().equals("session")).singleElement()
                .satisfies(line -> assertThat(line.stored().binding().pageFrom()).isEqualTo(3));
        assertThat(lines(dispute)).filteredOn(line -> line.kind().equals("cover")).singleElement()
                .satisfies(line -> assertThat(line.pages()).isZero());
        assertThat(Checklist.pages(lines(dispute))).isEqualTo(6);
    }

    @Test
    void theUsualRetentionIsProposed() {
        Checklist checklist = house.wiring().dossiers().checklist();
        assertThat(checklist.proposedRetention(house.samples().disputeAt("20"))).as("by word of mouth").isEqualTo("1");
        assertThat(checklist.proposedRetention(writtenAndPaid())).isEqualTo("2");
        assertThat(checklist.proposedRetention(house.samples().dispute("type_sf", "0701"))).as("grassland").isEqualTo("3");
        assertThat(checklist.proposedRetention(house.samples().dispute("scale", "02"))).as("many people").isEqualTo("3");
    }
}
