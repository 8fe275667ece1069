package cn.anlan.mediation.desk;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.AgreementItem;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeActivity;
import cn.anlan.mediation.DisputeStep;
import cn.anlan.mediation.Escalation;
import cn.anlan.mediation.Revisit;
import cn.anlan.reference.deadline.Deadlines;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a step does once its guards hold (办理一步): what follows from it in the dispute, the child it brings, the line in the book of steps. */
final class Stepping {
    private static final String URGING = "6";

    private final Registers registers;
    private final Register<Dispute> disputes;
    private final CaseNumbers numbers;
    private final Letters letters;
    private final Shelf shelf;
    private final Clock clock;

    Stepping(Registers registers, CaseNumbers numbers, Supplier<Deadlines> deadlines, Shelf shelf, Clock clock) {
        this.registers = registers;
        this.disputes = registers.of(Dispute.class);
        this.numbers = numbers;
        this.letters = new Letters(registers, deadlines);
        this.shelf = shelf;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What is usual for a step, to be made right by the clerk; what stands in the dispute already stays. */
    Dispute prepare(Dispute dispute, Step step) {
        Map<String, @Nullable Object> usual = new HashMap<>();
        switch (step) {
            case ACCEPT -> {
                usual.put("accept_date", today());
                committeeOf(dispute.registration().areaCode()).ifPresent(committee -> usual.put("committee_id", committee.id()));
            }
            case NOT_ACCEPT, FAIL, WITHDRAW -> usual.put("end_date", today());
            case REFER -> usual.put("refer_date", today());
            case CLOSE -> usual.putAll(Map.of("close_date", today(), "resolve_mode", "01", "difficulty", "1"));
            case ARCHIVE -> usual.put("archive_date", today());
            default -> { }
        }
        usual.keySet().removeIf(name -> disputes.shape().get(dispute, disputes.shape().field(name)) != null);
        return disputes.shape().with(dispute, usual);
    }

    /** The committee of a place, or of the nearest place above it that has one. */
    private Optional<Committee> committeeOf(String area) {
        List<Committee> all = registers.of(Committee.class).list(Query.all(), Move.MOST_CHILDREN);
        return all.stream().filter(committee -> area.startsWith(committee.body().areaCode()))
                .max(Comparator.comparingInt(committee -> committee.body().areaCode().length()));
    }

    /** The dispute with what was given and what follows from it. */
    Dispute fill(Move move) {
        Map<String, @Nullable Object> values = new HashMap<>(move.facts().dispute());
        switch (move.step()) {
            case ACCEPT -> values.putIfAbsent("accept_date", today());
            case EXTEND -> values.put("extend_count", Objects.requireNonNullElse(move.dispute().handling().term().extendCount(), 0) + 1L);
            case NOT_ACCEPT, FAIL, WITHDRAW -> values.putIfAbsent("end_date", today());
            case REFER -> values.putIfAbsent("refer_date", today());
            case REFER_BACK -> values.put("referred_back", true);
            case ARCHIVE -> shelve(move.dispute(), values);
            case REOPEN -> values.put("archive_date", null);
            case CLOSE -> values.putIfAbsent("close_date", today());
            case REGISTER, RECORD, AGREE, PERFORMED, URGE, BREACH, RESUME, SUPERVISE, ESCALATE, FEEDBACK, COURT_APPLY, COURT_ACCEPT, COURT_RULE,
                    COURT_WITHDRAW -> { }
        }
        return disputes.shape().with(move.dispute(), values);
    }

    /** Kept for as long as its kind is kept on that day, unless told otherwise. */
    private void shelve(Dispute dispute, Map<String, @Nullable Object> values) {
        LocalDate day = (LocalDate) Objects.requireNonNullElse(values.get("archive_date"), today());
        values.put("archive_date", day);
        Object kind = values.getOrDefault("retention_kind", dispute.outcome().closing().filing().retentionKind());
        if (values.get("retention_years") == null) {
            Integer years = shelf.years((String) kind, day);
            values.put("retention_years", years == null ? null : Long.valueOf(years));
        }
    }

    /** Takes the step: the stored dispute. */
    Dispute take(Move move, Dispute filled, Guards guards) {
        Map<String, @Nullable Object> values = new HashMap<>();
        String stage = move.step().leadsTo(move.stage());
        LocalDate day = today();
        switch (move.step()) {
            case ACCEPT -> {
                numbers.refuseTaken(filled);
                values.put("case_no", Objects.requireNonNullElseGet(filled.registration().caseNo(), () -> numbers.next(filled, move.facts().series())));
            }
            case RECORD -> day = saveChild(DisputeActivity.class, move, Map.of()).session().startDt().toLocalDate();
            case URGE -> day = saveChild(DisputeActivity.class, move, Map.of("kind", URGING)).session().startDt().toLocalDate();
            case AGREE -> {
                Agreement agreement = agree(move);
                values.put("jc_status", agreement.heading().form().equals("1") ? "1" : "0");
                values.put("stage", afterAgreement(agreement, guards));
                day = agreement.heading().signDate();
            }
            case PERFORMED -> day = revisited(move);
            case REGISTER -> letters.received(filled);
            case REFER -> letters.send(filled, move.facts().note());
            case FEEDBACK -> day = letters.answer(move, today());
            case COURT_APPLY, COURT_ACCEPT, COURT_RULE, COURT_WITHDRAW -> day = new CourtPart(registers, today()).take(move, values);
            case ESCALATE -> day = escalate(move, values);
            case CLOSE -> values.put("is_success", guards.hasAgreement(filled.id()));
            case NOT_ACCEPT, EXTEND, FAIL, WITHDRAW, REFER_BACK, BREACH, RESUME, ARCHIVE, REOPEN, SUPERVISE -> { }
        }
        values.putIfAbsent("stage", stage);
        Dispute stored = disputes.save(disputes.shape().with(filled, values), move.facts().reason());
        book(stored.id(), move, new Leg(move.stage(), stage, Objects.requireNonNullElse(dayOf(move.step(), stored), day)));
        if (move.step() == Step.AGREE) {
            noteAfterAgreement(stage, stored, day);
        }
        return stored;
    }

    /** The day the dispute itself keeps for a step; null for steps whose day stands in a child, or is today. */
    private static @Nullable LocalDate dayOf(Step step, Dispute dispute) {
        return switch (step) {
            case ACCEPT -> dispute.handling().acceptDate();
            case NOT_ACCEPT, FAIL, WITHDRAW -> dispute.outcome().ending().endDate();
            case REFER -> dispute.outcome().referring().referDate();
            case CLOSE -> dispute.outcome().closing().closeDate();
            case ARCHIVE -> dispute.outcome().closing().filing().archiveDate();
            case REGISTER -> dispute.registration().registerDate();
            case RECORD, EXTEND, AGREE, REFER_BACK, PERFORMED, URGE, BREACH, RESUME, REOPEN, SUPERVISE, ESCALATE, FEEDBACK, COURT_APPLY, COURT_ACCEPT,
                    COURT_RULE, COURT_WITHDRAW -> null;
        };
    }

    private void noteAfterAgreement(String agreed, Dispute stored, LocalDate signed) {
        String now = stored.registration().stage();
        write(stored.id(), now.equals("07") ? "performed" : "perform", new Leg(agreed, now, signed), null, null);
    }

    private record Leg(String from, String to, LocalDate day) {}

    private void book(String disputeId, Move move, Leg leg) {
        write(disputeId, move.step().code(), leg, move.facts().reason(), move.facts().note());
    }

    private void write(String disputeId, String step, Leg leg, @Nullable String reason, @Nullable String note) {
        registers.of(DisputeStep.class).save(new DisputeStep(registers.newId(), 0, null, disputeId,
                new DisputeStep.Move(leg.from, leg.to, step, leg.day, reason, note)));
    }

    private <C extends Entry> C saveChild(Class<C> type, Move move, Map<String, ? extends @Nullable Object> defaults) {
        Register<C> register = registers.of(type);
        Map<String, @Nullable Object> values = new HashMap<>(defaults);
        values.putAll(EntryJson.values(register.shape(), Objects.requireNonNull(move.facts().child())));
        values.put("dispute_id", move.dispute().id());
        return register.save(register.create(values), move.facts().reason());
    }

    private Agreement agree(Move move) {
        Map<String, @Nullable Object> child = new HashMap<>(Objects.requireNonNull(move.facts().child()));
        Object items = child.remove("agreement_item");
        Map<String, @Nullable Object> defaults = new HashMap<>();
        defaults.put("agreement_no", move.dispute().registration().caseNo());
        defaults.put("sign_date", today());
        Agreement agreement = saveChild(Agreement.class, move.with(child), defaults);
        if (items instanceof List<?> many) {
            Register<AgreementItem> register = registers.of(AgreementItem.class);
            for (int i = 0; i < many.size(); i++) {
                Map<String, @Nullable Object> values = new HashMap<>(EntryJson.values(register.shape(), asMap(many.get(i))));
                values.putIfAbsent("seq", i + 1L);
                values.put("agreement_id", agreement.id());
                register.save(register.create(values));
            }
        }
        return agreement;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> asMap(Object json) {
        return (Map<String, @Nullable Object>) json;
    }

    /** Kept on the spot when nothing is left to do, else to be kept (履行中). */
    private static String afterAgreement(Agreement agreement, Guards guards) {
        List<AgreementItem> items = guards.itemsOf(agreement.id());
        boolean nothingLeft = items.isEmpty() ? !agreement.performance().performDeadline().isAfter(agreement.heading().signDate())
                : items.stream().allMatch(item -> item.performed().doneDate() != null);
        return nothingLeft ? "07" : "06";
    }

    private LocalDate revisited(Move move) {
        return move.facts().child() == null ? today() : saveChild(Revisit.class, move, Map.of("revisit_date", today())).call().revisitDate();
    }

    /** The report first, then the level it justifies: the dispute's rules ask for it. Throws {@link Refused} for a report without its fields. */
    private LocalDate escalate(Move move, Map<String, @Nullable Object> values) {
        Escalation escalation = saveChild(Escalation.class, move, Map.of("from_level", move.dispute().risk().riskLevel()));
        values.put("risk_level", escalation.report().toLevel());
        values.put("leader", escalation.charge().leader());
        values.put("resp_org", escalation.charge().respOrg());
        values.put("resp_person", escalation.charge().respPerson());
        return escalation.report().reportDt().toLocalDate();
    }
}
