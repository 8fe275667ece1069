package cn.anlan.paper.ledger;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.app.sample.HardCase;
import cn.anlan.community.AnalysisMeeting;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Forbidding;
import cn.anlan.entry.Period;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.AgreementItem;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.Mediator;
import cn.anlan.mediation.Revisit;
import cn.anlan.mediation.desk.Step;
import cn.anlan.paper.blank.Names;
import cn.anlan.paper.blank.Template;
import cn.anlan.paper.blank.Xhtml;
import cn.anlan.paper.form.CaseFile;
import cn.anlan.paper.print.Paper;
import cn.anlan.paper.print.Printed;
import cn.anlan.store.Journal;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** The running registers, on paper and in a workbook. */
class LedgersTest {
    private static final Period AUTUMN = new Period(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31));
    private static final Wanted IN_FULL = new Wanted(AUTUMN, null, null, null, null, "县局检查");

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void twoCases() {
        house.wiring().settings().put("org_name", "华藏寺镇综治中心");
        house.samples().disputeAt("07");
        HardCase.plant(house.wiring().registers());
    }

    private Ledgers ledgers() {
        return house.wiring().printing().ledgers();
    }

    private List<Filled.Line> lines(Ledger ledger, Wanted wanted) {
        return ledgers().fill(ledger, wanted).lines();
    }

    private Printed print(Ledger ledger, Wanted wanted) {
        Path file = folder.resolve(ledger.word() + ".pdf");
        ledgers().write(ledgers().fill(ledger, wanted), false, file);
        return Printed.of(file);
    }

    /** Every blank of every column means something. */
    @ParameterizedTest
    @EnumSource(Ledger.class)
    void everyColumnCanBeFilled(Ledger ledger) {
        var body = Paper.emptyPage().createElement("body");
        for (Ledger.Column column : ledger.plan().columns()) {
            var cell = body.getOwnerDocument().createElement("p");
            cell.setTextContent(column.blanks());
            body.appendChild(cell);
        }
        assertThat(new Template(new Xhtml(), body).check(names(ledger))).isEmpty();
        assertThat(ledger.plan().columns().stream().mapToInt(Ledger.Column::width).sum()).isBetween(90, 100);
        assertThat(Ledger.of(ledger.label())).isEqualTo(ledger);
    }

    /** A ledger of meetings speaks of its own register alone. */
    private Names names(Ledger ledger) {
        String register = ledger.plan().register();
        return ledger == Ledger.MEETING ? new Names(house.wiring().registers(), Map.of(register, register), Map.of())
                : CaseFile.names(house.wiring().registers());
    }

    @ParameterizedTest
    @EnumSource(Ledger.class)
    void everyLedgerIsPrintedWithHeadAndFoot(Ledger ledger) {
        Printed printed = print(ledger, Wanted.of(AUTUMN));
        for (int page = 1; page <= printed.pages(); page++) {
            assertThat(printed.page(page)).contains("序号", "填报单位：华藏寺镇综治中心", "填报人：王录入", "审核人：", "第" + page + "页/共" + printed.pages() + "页");
        }
        assertThat(printed.page(1)).contains(ledger.label(), "（2026-09-01至2026-12-31）");
    }

    @Test
    void theRegisterOfCasesTellsPartiesMediatorAndOutcome() {
        assertThat(print(Ledger.MEDIATION, Wanted.of(AUTUMN)).words()).contains("才让·东智", "马调解", "乔永祥", "张三", "李四", "（2026）天华人调字第012号", "书面协议", "口头协议");
    }

    private String performance(Ledger ledger, Dispute dispute) {
        int column = ledger.plan().columns().stream().map(Ledger.Column::heading).toList().indexOf("履行") + 1;
        return lines(ledger, Wanted.of(AUTUMN)).stream().filter(line -> line.id().equals(dispute.id())).map(line -> line.cells().get(column))
                .reduce((first, second) -> first + "|" + second).orElseThrow();
    }

    /** Nobody calls on people who settled on the spot. */
    @Test
    void whatWasKeptOnTheSpotStandsAsKept() {
        Dispute spot = house.register(Dispute.class).list(Query.all().finding("张三"), 1).get(0);
        assertThat(house.register(Revisit.class).count(Query.all().is("dispute_id", spot.id()), 1)).isZero();
        assertThat(performance(Ledger.MEDIATION, spot)).isEqualTo("已履行");
        assertThat(performance(Ledger.ORAL, spot)).isEqualTo("已履行");
        Dispute heard = house.samples().disputeAt("04");
        assertThat(performance(Ledger.MEDIATION, heard)).as("nothing agreed yet").isEmpty();
    }

    private void revisit(Dispute dispute, String state) {
        save(Revisit.class, Samples.map("dispute_id", dispute.id(), "revisit_date", TestHouse.TODAY,
                "party", house.samples().parties(dispute, "1").get(0).id(), "mode", "2", "revisitor", "马调解", "perform_state", state, "content", "电话问过"));
    }

    /** Paid piece by piece: what was found at a call on the way is not the last word. */
    @Test
    void whatIsKeptByInstalmentsStandsAsFarAsItHasCome() {
        Dispute dispute = house.samples().disputeAt("06");
        assertThat(performance(Ledger.MEDIATION, dispute)).isEqualTo("履行中");
        AgreementItem first = house.register(AgreementItem.class).list(Query.all(), 9).stream().filter(item -> item.performed().doneDate() == null).findFirst().orElseThrow();
        AgreementItem second = save(AgreementItem.class, Samples.map("agreement_id", first.agreementId(), "seq", 2L, "kind", "1", "amount_fen", 5_000L,
                "due_date", TestHouse.TODAY.plusDays(40), "debtor_party", first.duty().debtorParty()));
        revisit(dispute, "3");
        assertThat(performance(Ledger.MEDIATION, dispute)).isEqualTo("未履行");
        pay(first);
        assertThat(performance(Ledger.MEDIATION, dispute)).isEqualTo("部分履行");
        revisit(dispute, "2");
        pay(second);
        assertThat(performance(Ledger.MEDIATION, dispute)).isEqualTo("已履行");
        house.samples().move(dispute, Step.PERFORMED, "reason", "已当面问过");
        assertThat(performance(Ledger.MEDIATION, dispute)).isEqualTo("已履行");
    }

    @Test
    void whatWasNotKeptStandsSoAndWhatWasPaidOfItIsNotForgotten() {
        Dispute dispute = house.samples().disputeAt("06");
        house.samples().move(dispute, Step.URGE, "dispute_activity", house.samples().session("kind", "6", "outcome", null));
        house.samples().move(dispute, Step.BREACH, "reason", "当事人明说不给");
        assertThat(performance(Ledger.MEDIATION, dispute)).isEqualTo("未履行");
        revisit(dispute, "1");
        assertThat(performance(Ledger.MEDIATION, dispute)).as("the case knows better").isEqualTo("未履行");
        revisit(dispute, "2");
        assertThat(performance(Ledger.MEDIATION, dispute)).isEqualTo("部分履行");
    }

    private <E extends Entry> E save(Class<E> type, Map<String, @Nullable Object> values) {
        return house.register(type).save(house.register(type).create(values));
    }

    private void pay(AgreementItem item) {
        Register<AgreementItem> items = house.register(AgreementItem.class);
        items.change(item.id(), now -> items.shape().with(now, Map.of("done_date", TestHouse.TODAY, "done_amount_fen", now.duty().amountFen())));
    }

    @Test
    void telephonesAreMaskedUnlessAskedOtherwise() {
        assertThat(print(Ledger.REVISIT, Wanted.of(AUTUMN)).words()).contains("139****0011").doesNotContain("13909350011");
        assertThat(print(Ledger.REVISIT, IN_FULL).words()).contains("13909350011");
    }

    @Test
    void linesAreNarrowedByPlaceTypeStageAndMediator() {
        String joe = house.register(Mediator.class).list(Query.all().is("name", "乔永祥"), 1).get(0).id();
        assertThat(lines(Ledger.SCREENING, Wanted.of(AUTUMN))).hasSize(2);
        assertThat(lines(Ledger.SCREENING, new Wanted(AUTUMN, TestHouse.VILLAGE, null, null, null, null))).hasSize(1);
        assertThat(lines(Ledger.SCREENING, new Wanted(AUTUMN, TestHouse.TOWN, null, null, null, null))).hasSize(2);
        assertThat(lines(Ledger.SCREENING, new Wanted(AUTUMN, null, "06", null, null, null))).hasSize(1);
        assertThat(lines(Ledger.SCREENING, new Wanted(AUTUMN, null, null, "07", null, null))).hasSize(1);
        assertThat(lines(Ledger.SCREENING, new Wanted(AUTUMN, null, null, null, joe, null))).hasSize(1);
        assertThat(lines(Ledger.SCREENING, Wanted.of(new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31))))).isEmpty();
        assertThat(lines(Ledger.OPEN, Wanted.of(AUTUMN))).isEmpty();
    }

    @Test
    void aWorkbookHoldsTheSameLinesAsText() throws IOException {
        Path file = folder.resolve("回访台账.xlsx");
        Filled filled = ledgers().fill(Ledger.REVISIT, IN_FULL);
        assertThat(filled.lines()).isNotEmpty();
        ledgers().write(filled, false, file);
        try (var in = Files.newInputStream(file); var book = new ReadableWorkbook(in)) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).contains("回访台账", "2026-09-01");
            assertThat(rows.get(1).getCellText(1)).isEqualTo("回访日期");
            assertThat(rows.get(2).getCellText(5)).isEqualTo("13909350011");
            assertThat(rows.get(rows.size() - 1).getCellText(0)).contains("填报单位：华藏寺镇综治中心");
        }
    }

    @Test
    void seeingInFullAndPrintingAreNotedWithTheirPurpose() {
        print(Ledger.REVISIT, Wanted.of(AUTUMN));
        assertThat(notes()).singleElement().satisfies(line -> {
            assertThat(line.action()).isEqualTo(Journal.Action.PRINT);
            assertThat(line.reason()).isEqualTo("回访台账");
        });
        print(Ledger.REVISIT, IN_FULL);
        assertThat(notes()).extracting(Journal.Line::action, Journal.Line::reason).containsExactlyInAnyOrder(tuple(Journal.Action.PRINT, "回访台账"),
                tuple(Journal.Action.REVEAL, "县局检查"), tuple(Journal.Action.PRINT, "县局检查"));
        assertThat(notes()).allSatisfy(line -> assertThat(line.after()).contains("回访台账", "2026-09-01").doesNotContain("1390935"));
    }

    private List<Journal.Line> notes() {
        return house.wiring().journal().before(Long.MAX_VALUE, 50).stream().filter(line -> !line.action().changes()).toList();
    }

    @Test
    void whoMayNotSeeInFullIsRefusedAndStillPrintsMasked() {
        house.wiring().registers().admit(Forbidding.reveal());
        assertThatThrownBy(() -> ledgers().fill(Ledger.REVISIT, IN_FULL)).isInstanceOf(Refused.class).hasMessageContaining("录入员");
        assertThat(lines(Ledger.REVISIT, Wanted.of(AUTUMN))).isNotEmpty();
        assertThat(notes()).isEmpty();
    }

    @Test
    void onLargePaperEveryColumnIsWider() {
        Filled filled = ledgers().fill(Ledger.SCREENING, Wanted.of(AUTUMN));
        Path file = folder.resolve("a3.pdf");
        ledgers().write(filled, true, file);
        assertThat(Printed.of(file).scan(1, 72).getWidth()).isBetween(1190, 1192);
        ledgers().write(filled, false, file);
        assertThat(Printed.of(file).scan(1, 72).getWidth()).isBetween(841, 843);
    }

    @Test
    void whatHangsOnAVoidCaseStandsInNoLedger() {
        Dispute hard = house.register(Dispute.class).list(Query.all().finding("才让"), 1).get(0);
        assertThat(lines(Ledger.REVISIT, Wanted.of(AUTUMN))).extracting(Filled.Line::id).contains(hard.id());
        house.register(Dispute.class).annul(hard.id(), "重复登记");
        assertThat(lines(Ledger.REVISIT, Wanted.of(AUTUMN))).extracting(Filled.Line::id).doesNotContain(hard.id());
    }

    @Test
    void meetingsStandByThemselvesAndAreNarrowedByPlaceOnly() {
        AnalysisMeeting meeting = house.samples().meeting();
        house.register(AnalysisMeeting.class).annul(house.samples().meeting("situation", "记错了的一次").id(), "重复登记");
        assertThat(lines(Ledger.MEETING, Wanted.of(AUTUMN))).singleElement().satisfies(line -> {
            assertThat(line.register()).isEqualTo("analysis_meeting");
            assertThat(line.id()).isEqualTo(meeting.id());
            assertThat(line.cells()).contains("1", "祁书记", "草场界线的纠纷比上月多了三件");
        });
        assertThat(lines(Ledger.MEETING, new Wanted(AUTUMN, TestHouse.TOWN, null, null, null, null))).hasSize(1);
        assertThat(lines(Ledger.MEETING, new Wanted(AUTUMN, "620623101", null, null, null, null))).isEmpty();
        assertThat(lines(Ledger.MEETING, new Wanted(AUTUMN, null, "06", null, null, null))).isEmpty();
        assertThat(print(Ledger.MEETING, Wanted.of(AUTUMN)).words()).contains("才让·东智、马调解", "先把两村的界桩看一遍").doesNotContain("记错了的一次");
    }

    @Test
    void anUnknownLedgerIsRefusedWithTheListOfThem() {
        assertThatThrownBy(() -> Ledger.of("流水账")).isInstanceOf(Refused.class).hasMessageContaining("流水账").hasMessageContaining("mediation");
    }
}
