package cn.anlan.mediation.desk;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.AgreementItem;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeActivity;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.DisputeStep;
import cn.anlan.mediation.Referral;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.TestHouse.TODAY;
import static cn.anlan.TestHouse.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MediationDeskTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Dispute move(Dispute dispute, Step step, @Nullable Object... facts) {
        return house.samples().move(dispute, step, facts);
    }

    private Dispute move(Dispute dispute, Step step, Map<String, @Nullable Object> facts) {
        return house.samples().move(dispute, step, facts);
    }

    private static String stage(Dispute dispute) {
        return dispute.registration().stage();
    }

    private List<DisputeStep> book(Dispute dispute) {
        return house.register(DisputeStep.class).list(Query.all().is("dispute_id", dispute.id()).sortedBy("id", false), 100);
    }

    @Test
    void aQuarrelIsSettledOnTheSpotAndPutOnTheShelf() {
        Dispute done = house.samples().disputeAt("30");
        assertThat(book(done)).extracting(line -> line.move().step()).containsExactly("register", "accept", "record", "agree", "performed", "close",
                "archive");
        assertThat(book(done)).extracting(line -> line.move().fromStage() + line.move().toStage())
                .containsExactly("0102", "0203", "0304", "0405", "0507", "0720", "2030");
        assertThat(done.registration().caseNo()).isEqualTo("（2026）天华人调字第001号");
        assertThat(done.outcome().closing().isSuccess()).isTrue();
        assertThat(done.outcome().closing().closeDate()).isEqualTo(TODAY);
        assertThat(done.outcome().closing().filing().archiveDate()).isEqualTo(TODAY);
        assertThat(done.outcome().confirmation().jcStatus()).isEqualTo("0");
    }

    @Test
    void aDebtAgreedInWritingIsKept() {
        Dispute dispute = house.samples().disputeAt("06");
        assertThat(dispute.outcome().confirmation().jcStatus()).isEqualTo("1");
        Agreement agreement = house.register(Agreement.class).list(Query.all(), 9).get(0);
        assertThat(agreement.heading().agreementNo()).isEqualTo(dispute.registration().caseNo());
        refused(dispute, Step.PERFORMED, "还有未完成的履行项", "请填写回访记录");
        pay();
        refused(dispute, Step.PERFORMED, "请填写回访记录");
        Dispute kept = move(dispute, Step.PERFORMED, "revisit", Samples.map("party", house.samples().parties(dispute, "1").get(0).id(), "mode", "2",
                "revisitor", "马调解", "content", "已收到", "perform_state", "1"));
        assertThat(stage(kept)).isEqualTo("07");
        assertThat(stage(move(kept, Step.CLOSE, house.samples().closing("1")))).isEqualTo("20");
    }

    @Test
    void aRevisitIsSkippedOnlyWithAReason() {
        Dispute dispute = house.samples().disputeAt("06");
        pay();
        assertThat(stage(move(dispute, Step.PERFORMED, "reason", "双方外出，电话已核实"))).isEqualTo("07");
        assertThat(book(dispute)).last().satisfies(line -> assertThat(line.move().reason()).isEqualTo("双方外出，电话已核实"));
    }

    @Test
    void nothingIsAgreedBeforeItIsAcceptedNorClosedBeforeItIsAgreed() {
        Dispute dispute = house.samples().disputeAt("02");
        Map<String, @Nullable Object> acceptance = house.samples().acceptance();
        acceptance.put("accept_date", TODAY.minusDays(2).toString());
        Dispute accepted = move(dispute, Step.ACCEPT, acceptance);
        Dispute heard = move(accepted, Step.RECORD, "dispute_activity", house.samples().session());
        assertThatThrownBy(() -> move(heard, Step.AGREE, "agreement", house.samples().oral("sign_date", TODAY.minusDays(3).toString())))
                .isInstanceOf(Refused.class).hasMessageContaining("早于受理日期 " + TODAY.minusDays(2));
        Dispute agreed = move(heard, Step.AGREE, "agreement", house.samples().oral());
        Map<String, @Nullable Object> closing = house.samples().closing("1");
        closing.put("close_date", TODAY.minusDays(1).toString());
        assertThatThrownBy(() -> move(agreed, Step.CLOSE, closing)).isInstanceOf(Refused.class).hasMessageContaining("早于协议签订日期 " + TODAY);
        assertThat(stage(move(agreed, Step.CLOSE, house.samples().closing("1")))).isEqualTo("20");
    }

    private void pay() {
        var items = house.register(AgreementItem.class);
        AgreementItem item = items.list(Query.all(), 9).get(0);
        items.save(items.shape().with(item, Samples.map("done_date", TODAY, "done_amount_fen", 100_000L)));
    }

    @Test
    void anAgreementNotKeptIsUrgedBreachedResumedAndClosedAsALawsuit() {
        Dispute dispute = house.samples().disputeAt("06");
        refused(dispute, Step.BREACH, "至少一次督促", "还没有到期");
        house.comes(TODAY.plusDays(21));
        refused(dispute, Step.BREACH, "至少一次督促");
        urge(dispute);
        urge(dispute);
        assertThat(book(dispute)).extracting(line -> line.move().step()).endsWith("urge", "urge");
        Dispute breached = move(dispute, Step.BREACH);
        assertThat(stage(breached)).isEqualTo("08");
        assertThat(stage(move(breached, Step.RESUME))).isEqualTo("06");
        Dispute again = move(dispute, Step.BREACH);
        refused(again, Step.CLOSE, house.samples().closing("2"), "请选择未履行之后的去向");
        Map<String, @Nullable Object> closing = house.samples().closing("2");
        closing.put("breach_outcome", "1");
        Dispute closed = move(again, Step.CLOSE, closing);
        assertThat(stage(closed)).isEqualTo("20");
        assertThat(closed.outcome().closing().isSuccess()).as("they did agree").isTrue();
    }

    private void urge(Dispute dispute) {
        Dispute urged = move(dispute, Step.URGE, "dispute_activity", house.samples().session("kind", "6", "content", "电话督促", "outcome", null));
        assertThat(stage(urged)).isEqualTo(stage(dispute));
        assertThat(house.register(DisputeActivity.class).list(Query.all(), 1)).singleElement().satisfies(work -> assertThat(work.kind()).isEqualTo("6"));
    }

    @Test
    void whoSaysOutrightThatHeWillNotPayIsNotWaitedFor() {
        Dispute dispute = house.samples().disputeAt("06");
        urge(dispute);
        refused(dispute, Step.BREACH, "还没有到期");
        assertThat(stage(move(dispute, Step.BREACH, "reason", "被申请人书面反悔"))).isEqualTo("08");
    }

    @Test
    void anOralPromiseWithoutItemsCanBeBrokenToo() {
        Dispute mediated = house.samples().disputeAt("04");
        Dispute dispute = move(mediated, Step.AGREE, "agreement", house.samples().oral("perform_deadline", TODAY.plusDays(3).toString()));
        urge(dispute);
        refused(dispute, Step.BREACH, "还没有到期");
        house.comes(TODAY.plusDays(3));
        refused(dispute, Step.BREACH, "还没有到期");
        house.comes(TODAY.plusDays(4));
        assertThat(stage(move(dispute, Step.BREACH))).isEqualTo("08");
    }

    @Test
    void nothingIsBreachedWhenAllIsPaid() {
        Dispute dispute = house.samples().disputeAt("06");
        pay();
        refused(dispute, Step.BREACH, "所有履行项都已完成", "至少一次督促");

    }

    @Test
    void aWrittenAgreementPaidAtOnceIsKeptAtOnce() {
        Dispute dispute = house.samples().disputeAt("04");
        assertThat(stage(move(dispute, Step.AGREE, "agreement", house.samples().written(dispute, TODAY)))).isEqualTo("07");
    }

    @Test
    void whoeverIsRefusedAtTheDoorIsToldWhyAndNeverMediated() {
        Dispute dispute = house.samples().disputeAt("02");
        refused(dispute, Step.NOT_ACCEPT, "请选择不予受理的原因");
        Dispute turnedAway = move(dispute, Step.NOT_ACCEPT, "not_accept_reason", "1");
        assertThat(stage(turnedAway)).isEqualTo("10");
        assertThat(turnedAway.outcome().ending().endDate()).isEqualTo(TODAY);
        Dispute closed = move(turnedAway, Step.CLOSE, "close_result", "6");
        assertThat(stage(closed)).isEqualTo("20");
        assertThat(closed.outcome().closing().isSuccess()).isFalse();
        assertThat(closed.registration().caseNo()).isNull();
    }

    @Test
    void mediationThatFailsTellsOfOtherWays() {
        Dispute dispute = house.samples().disputeAt("04");
        refused(dispute, Step.FAIL, "请选择调解不成的原因", "仲裁、行政、司法途径");
        Dispute failed = move(dispute, Step.FAIL, "fail_reason", "2", "told_other_remedies", true);
        assertThat(stage(failed)).isEqualTo("11");
        refused(failed, Step.CLOSE, "请选择结案方式", "请选择难易程度", "请选择化解方式", "请填写化解情况");
        assertThat(move(failed, Step.CLOSE, house.samples().closing("3")).outcome().closing().isSuccess()).isFalse();
    }

    @Test
    void partiesMayWithdraw() {
        Dispute dispute = house.samples().disputeAt("03");
        refused(dispute, Step.WITHDRAW, "请选择由谁撤回");
        assertThat(stage(move(dispute, Step.WITHDRAW, "withdrawn_by", "1"))).isEqualTo("12");
    }

    @Test
    void aDisputeIsHandedOnWithALetterAndMayComeBack() {
        Dispute dispute = house.samples().disputeAt("02");
        refused(dispute, Step.REFER, "请填写移送到哪个单位", "请填写移送的原因");
        Dispute referred = move(dispute, Step.REFER, "refer_target_org", "县法院", "refer_reason", "涉及确权", "note", "天华移〔2026〕1 号");
        assertThat(stage(referred)).isEqualTo("13");
        assertThat(house.register(Referral.class).list(Query.all(), 9)).singleElement().satisfies(letter -> {
            assertThat(letter.letter().toOrg()).isEqualTo("县法院");
            assertThat(letter.letter().docNo()).isEqualTo("天华移〔2026〕1 号");
            assertThat(letter.reply().feedbackDue()).isEqualTo(TODAY.plusDays(7));
        });
        refused(referred, Step.REFER_BACK, "请写明原因");
        Dispute back = move(referred, Step.REFER_BACK, "reason", "不属受案范围");
        assertThat(stage(back)).isEqualTo("02");
        assertThat(back.outcome().referring().referredBack()).isTrue();
    }

    @Test
    void whatWasHandedOnIsClosedWithoutAWordOnMediation() {
        Dispute referred = move(house.samples().disputeAt("04"), Step.REFER, "refer_target_org", "县法院", "refer_reason", "涉及确权");
        refused(referred, Step.CLOSE, "请选择结案方式");
        Dispute closed = move(referred, Step.CLOSE, "close_result", "5");
        assertThat(stage(closed)).isEqualTo("20");
        assertThat(closed.outcome().closing().isSuccess()).isFalse();
    }

    @Test
    void theShelfIsOpenedOnlyWithAReason() {
        Dispute dispute = house.samples().disputeAt("20");
        house.samples().completeDossier(dispute);
        refused(dispute, Step.ARCHIVE, "请选择保管期限");
        Dispute archived = move(dispute, Step.ARCHIVE, "retention_kind", "1");
        refused(archived, Step.REOPEN, "请写明原因");
        Dispute reopened = move(archived, Step.REOPEN, "reason", "补正笔录");
        assertThat(stage(reopened)).isEqualTo("20");
        assertThat(reopened.outcome().closing().filing().archiveDate()).as("off the shelf, to be filed again").isNull();
    }

    @Test
    void nobodyIsRegisteredWithoutAnApplicantNorAcceptedWithoutTheOthersConsent() {
        Dispute dispute = house.samples().dispute();
        refused(dispute, Step.REGISTER, "请先登记至少一名申请人");
        house.samples().party(dispute, "1", "张三");
        Dispute registered = move(dispute, Step.REGISTER);
        refused(registered, Step.ACCEPT, "请先登记至少一名被申请人", "申请人同意调解", "被申请人同意调解", "请选择承办的调委会", "请选择主办调解员");
        house.samples().party(dispute, "2", "李四");
        Map<String, @Nullable Object> early = house.samples().acceptance();
        early.put("accept_date", TODAY.minusDays(4).toString());
        refused(registered, Step.ACCEPT, early, "受理日期不能早于登记日期");
    }

    @Test
    void mediationBeginsWithAVisitOrASession() {
        Dispute dispute = house.samples().disputeAt("03");
        refused(dispute, Step.RECORD, "请填写这次调查或调解的记录");
        refused(dispute, Step.RECORD, Samples.map("dispute_activity", house.samples().session("kind", "6")), "首次记录应为");
        assertThat(stage(move(dispute, Step.RECORD, "dispute_activity", house.samples().session()))).isEqualTo("04");
        assertThat(stage(move(dispute, Step.RECORD, "dispute_activity", house.samples().session("kind", "6", "outcome", null)))).isEqualTo("04");
    }

    @Test
    void aWrittenAgreementIsSignedAndSealed() {
        Dispute dispute = house.samples().disputeAt("04");
        refused(dispute, Step.AGREE, "请填写协议内容");
        Map<String, @Nullable Object> unsigned = house.samples().written(dispute, null);
        unsigned.putAll(Samples.map("parties_signed", false, "mediator_signed", null, "sealed", false));
        refused(dispute, Step.AGREE, Samples.map("agreement", unsigned), "须各方当事人签名", "须调解员签名", "须加盖调委会印章");
        assertThat(house.register(Agreement.class).count(Query.all(), 9)).isZero();
    }

    /** The form of a written agreement has a place for it; an oral one has none. */
    @Test
    void aWrittenAgreementAsksForTheNumbersOfItsPeople() {
        Dispute dispute = house.samples().disputeAt("04");
        DisputeParty lender = house.samples().parties(dispute, "1").get(0);
        Register<DisputeParty> parties = house.register(DisputeParty.class);
        DisputeParty unnumbered = parties.save(parties.shape().with(lender, Samples.map("id_type", "111", "no_id_reason", null)));
        Map<String, @Nullable Object> facts = Samples.map("agreement", house.samples().written(dispute, null));
        assertThatThrownBy(() -> move(dispute, Step.AGREE, facts)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.canBeOverruled()).as("a doubt").isTrue();
            assertThat(refused.violations()).singleElement().satisfies(doubt -> {
                assertThat(doubt.field()).isEqualTo("dispute_party");
                assertThat(doubt.sentence()).contains("证件号码", unnumbered.who().name()).doesNotContain("李四");
            });
        });
        facts.put("reason", "身份证正在补办");
        assertThat(stage(move(dispute, Step.AGREE, facts))).isEqualTo("06");
        Dispute other = house.samples().disputeAt("04");
        DisputeParty numbered = house.samples().parties(other, "1").get(0);
        parties.save(parties.shape().with(numbered, Samples.map("id_type", "111", "id_number", Samples.idNumber("19800101", 12), "no_id_reason", null)));
        assertThat(stage(move(other, Step.AGREE, "agreement", house.samples().written(other, null)))).isEqualTo("06");
        Dispute spoken = house.samples().disputeAt("04");
        parties.save(parties.shape().with(house.samples().parties(spoken, "1").get(0), Samples.map("id_type", "111", "no_id_reason", null)));
        assertThat(stage(move(spoken, Step.AGREE, "agreement", house.samples().oral()))).isEqualTo("07");
    }

    @Test
    void anItemThatIsWrongTakesTheWholeAgreementBack() {
        Dispute dispute = house.samples().disputeAt("04");
        Map<String, @Nullable Object> agreement = house.samples().written(dispute, null);
        agreement.put("agreement_item", List.of(Samples.map("kind", "1", "due_date", TODAY.toString(),
                "debtor_party", house.samples().parties(dispute, "2").get(0).id())));
        refused(dispute, Step.AGREE, Samples.map("agreement", agreement), "应付金额");
        assertThat(house.register(Agreement.class).count(Query.all(), 9)).isZero();
        assertThat(stage(house.register(Dispute.class).get(dispute.id()))).isEqualTo("04");
    }

    @Test
    void theTermIsThirtyDaysAndEndsOnAWorkingDay() {
        house.comes(LocalDate.of(2026, 9, 1));
        Dispute registered = move(withParties("register_date", LocalDate.of(2026, 9, 1), "happen_date", LocalDate.of(2026, 8, 30)), Step.REGISTER);
        Map<String, @Nullable Object> acceptance = house.samples().acceptance();
        Dispute accepted = move(registered, Step.ACCEPT, acceptance);
        assertThat(accepted.handling().term().deadline()).as("1 October and the week after are the National Day holiday").isEqualTo("2026-10-08");
        assertThat(accepted.handling().acceptDate()).isEqualTo("2026-09-01");
    }

    private Dispute withParties(@Nullable Object... pairs) {
        return house.samples().disputeWithParties(pairs);
    }

    @Test
    void theTermIsExtendedOnceAndOnlyWithConsent() {
        Dispute dispute = house.samples().disputeAt("03");
        String later = TODAY.plusDays(60).toString();
        refused(dispute, Step.EXTEND, "请填写延期到哪一天", "延期须各方当事人同意");
        refused(dispute, Step.EXTEND, Samples.map("extend_to", later), "延期须各方当事人同意");
        refused(dispute, Step.EXTEND, Samples.map("extend_to", TODAY.plusDays(3).toString(), "extend_consent", true), "早于「化解时限」");
        String tooFar = TODAY.plusDays(61).toString();
        refused(dispute, Step.EXTEND, Samples.map("extend_to", tooFar, "extend_consent", true), "延期最长到 " + later);
        Dispute extended = move(dispute, Step.EXTEND, "extend_to", later, "extend_consent", true);
        assertThat(stage(extended)).isEqualTo("03");
        assertThat(extended.handling().term().deadline()).isEqualTo(later);
        assertThat(extended.handling().term().extendCount()).isEqualTo(1);
        refused(extended, Step.EXTEND, Samples.map("extend_to", TODAY.plusDays(90).toString(), "extend_consent", true), "已延期过一次");
    }

    @Test
    void caseNumbersRunPerCommitteeAndYearAndNoneIsLost() {
        Dispute first = house.samples().disputeAt("03");
        Dispute refused = house.samples().disputeAt("02");
        refused(refused, Step.ACCEPT, "申请人同意调解", "被申请人同意调解", "请选择承办的调委会", "请选择主办调解员");
        Map<String, @Nullable Object> crooked = house.samples().acceptance();
        crooked.put("committee_id", "01ARZ3NDEKTSV4RRFFQ69G5FAV");
        assertThatThrownBy(() -> move(refused, Step.ACCEPT, crooked)).isInstanceOf(Refused.class);
        assertThat(first.registration().caseNo()).endsWith("001号");
        assertThat(move(refused, Step.ACCEPT, house.samples().acceptance()).registration().caseNo()).endsWith("002号");
        var other = house.samples().committee("name", "某村人民调解委员会", "kind", "1", "short_name", "天华岔", "area_code", TOWN);
        var theirs = house.samples().mediator("name", "杨调解", "committee_id", other.id());
        Map<String, @Nullable Object> there = house.samples().acceptance();
        there.putAll(Samples.map("committee_id", other.id(), "lead_mediator_id", theirs.id()));
        assertThat(move(house.samples().disputeAt("02"), Step.ACCEPT, there).registration().caseNo()).isEqualTo("（2026）天华岔人调字第001号");
        house.comes(LocalDate.of(2027, 1, 4));
        assertThat(move(house.samples().disputeAt("02"), Step.ACCEPT, house.samples().acceptance()).registration().caseNo()).startsWith("（2027）");
    }

    @Test
    void aStepTakesOnlyWhatItAsksFor() {
        Dispute dispute = house.samples().disputeAt("02");
        refused(dispute, Step.NOT_ACCEPT, Samples.map("not_accept_reason", "1", "title", "改名"), "不需要 title");
        refused(dispute, Step.NOT_ACCEPT, Samples.map("not_accept_reason", "88"), "88");
    }

    private void refused(Dispute dispute, Step step, String... sentences) {
        refused(dispute, step, Samples.map(), sentences);
    }

    /** Refused with exactly these sentences, and nothing changed. */
    private void refused(Dispute dispute, Step step, Map<String, @Nullable Object> facts, String... sentences) {
        Dispute before = house.register(Dispute.class).get(dispute.id());
        long last = house.wiring().journal().last();
        assertThatThrownBy(() -> move(dispute, step, facts)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.violations()).as(refused.getMessage()).hasSize(sentences.length);
            assertThat(refused).hasMessageContainingAll(sentences);
        });
        assertThat(house.register(Dispute.class).get(dispute.id())).isEqualTo(before);
        assertThat(house.wiring().journal().last()).isEqualTo(last);
    }
}
