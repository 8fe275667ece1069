package cn.anlan.mediation.desk;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.AgreementItem;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeActivity;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.DisputeStep;
import cn.anlan.mediation.Referral;
import cn.anlan.mediation.Revisit;
import cn.anlan.reference.deadline.Dated;
import cn.anlan.reference.deadline.Deadline;
import cn.anlan.reference.deadline.Deadlines;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import cn.anlan.store.Series;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The mediation desk (调解工作台): the only one who moves a dispute from stage to stage. Every step is one write of the dispute, what belongs
 * to the step, and a line in its book of steps; a step whose guards do not hold is refused and changes nothing.
 */
public final class MediationDesk {
    private final Registers registers;
    private final Register<Dispute> disputes;
    private final Series series;
    private final Supplier<Deadlines> deadlines;
    private final Guards guards;
    private final Clock clock;

    /** The clock's zone is the office's. */
    public MediationDesk(Registers registers, Series series, Supplier<Deadlines> deadlines, Clock clock) {
        this.registers = registers;
        this.disputes = registers.of(Dispute.class);
        this.series = series;
        this.deadlines = deadlines;
        this.guards = new Guards(registers, deadlines);
        this.clock = clock;
    }

    /**
     * Enters a draft of what another counter was told, with its applicant; values by field name. What the statutory form asks and nobody
     * has told yet gets the usual beginning, to be made right on the dispute's page. Answers the dispute's id.
     */
    public String begin(Map<String, ? extends @Nullable Object> told, Map<String, ? extends @Nullable Object> applicant) {
        return registers.together(() -> {
            Map<String, @Nullable Object> values = new HashMap<>(Map.of("stage", "01", "source_code", "2", "type_sf", "99", "scale", "01",
                    "people_count", 2L, "risk_level", "3", "happen_address", registers.places().path(String.valueOf(told.get("area_code")))));
            values.putAll(told);
            Dispute draft = disputes.save(disputes.create(values));
            Map<String, @Nullable Object> party = new HashMap<>(Map.of("dispute_id", draft.id(), "role", "1", "kind", "1"));
            party.putAll(applicant);
            registers.of(DisputeParty.class).save(registers.of(DisputeParty.class).create(party));
            return draft.id();
        });
    }

    /** The steps open from a dispute's stage. */
    public List<Step> open(Dispute dispute) {
        return Arrays.stream(Step.values()).filter(step -> step.isOpenFrom(dispute.registration().stage())).toList();
    }

    /**
     * Takes a step. {@code facts} holds, as read from JSON, fields of the dispute the step asks for, the child that belongs to it under the
     * child register's name, {@code reason} and {@code note}. Throws {@link Refused} with every guard that does not hold.
     */
    public Dispute move(String id, Step step, Map<String, ? extends @Nullable Object> facts) {
        return registers.together(() -> {
            Dispute dispute = disputes.get(id);
            String stage = dispute.registration().stage();
            if (!step.isOpenFrom(stage)) {
                throw Refused.of("mediation.refused.not_from_here", stepLabel(step), stageLabel(stage),
                        String.join("、", open(dispute).stream().map(this::stepLabel).toList()));
            }
            var move = new Move(step, dispute, sort(step, facts));
            Dispute filled = fill(move);
            List<Violation> wrong = guards.check(step, filled, move.facts);
            if (!wrong.isEmpty()) {
                throw new Refused(wrong);
            }
            return take(move, filled);
        });
    }

    /** What a step was given: fields of the dispute, the child's fields, why and a remark. */
    record Facts(Map<String, @Nullable Object> dispute, @Nullable Map<String, @Nullable Object> child, @Nullable String reason, @Nullable String note) {}

    private record Move(Step step, Dispute dispute, Facts facts) {
        String stage() {
            return dispute.registration().stage();
        }
    }

    @SuppressWarnings("unchecked")
    private Facts sort(Step step, Map<String, ? extends @Nullable Object> facts) {
        Map<String, @Nullable Object> ofDispute = new LinkedHashMap<>(facts);
        Object reason = ofDispute.remove("reason");
        Object note = ofDispute.remove("note");
        Object child = step.child() == null ? null : ofDispute.remove(step.child());
        for (String key : ofDispute.keySet()) {
            if (!step.asks().contains(key)) {
                throw Refused.of("mediation.refused.not_asked", stepLabel(step), key);
            }
        }
        return new Facts(EntryJson.values(disputes.shape(), ofDispute), (Map<String, @Nullable Object>) child, text(reason), text(note));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? null : value.toString().strip();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The dispute with what was given and what follows from it. */
    private Dispute fill(Move move) {
        Map<String, @Nullable Object> values = new HashMap<>(move.facts.dispute);
        switch (move.step) {
            case ACCEPT -> values.putIfAbsent("accept_date", today());
            case EXTEND -> values.put("extend_count", Objects.requireNonNullElse(move.dispute.handling().term().extendCount(), 0) + 1L);
            case NOT_ACCEPT, FAIL, WITHDRAW -> values.putIfAbsent("end_date", today());
            case REFER -> values.putIfAbsent("refer_date", today());
            case REFER_BACK -> values.put("referred_back", true);
            case ARCHIVE -> values.putIfAbsent("archive_date", today());
            case CLOSE -> values.putIfAbsent("close_date", today());
            case REGISTER, RECORD, AGREE, PERFORMED, BREACH, RESUME, REOPEN -> { }
        }
        return disputes.shape().with(move.dispute, values);
    }

    private Dispute take(Move move, Dispute filled) {
        Map<String, @Nullable Object> values = new HashMap<>();
        String stage = move.step.leadsTo(move.stage());
        LocalDate day = today();
        switch (move.step) {
            case ACCEPT -> values.computeIfAbsent("case_no", field -> caseNumber(filled));
            case RECORD -> day = saveChild(DisputeActivity.class, move, Map.of()).session().startDt().toLocalDate();
            case AGREE -> {
                Agreement agreement = agree(move);
                values.put("jc_status", agreement.heading().form().equals("1") ? "1" : "0");
                values.put("stage", afterAgreement(agreement));
                day = agreement.heading().signDate();
            }
            case PERFORMED -> day = revisited(move);
            case REFER -> referOut(move, filled);
            case CLOSE -> values.put("is_success", guards.hasAgreement(filled.id()));
            case REGISTER, NOT_ACCEPT, EXTEND, FAIL, WITHDRAW, REFER_BACK, BREACH, RESUME, ARCHIVE, REOPEN -> { }
        }
        values.putIfAbsent("stage", stage);
        Dispute stored = disputes.save(disputes.shape().with(filled, values), move.facts.reason);
        note(move, stage, Objects.requireNonNullElse(dayOf(move.step, stored), day));
        if (move.step == Step.AGREE) {
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
            case RECORD, EXTEND, AGREE, REFER_BACK, PERFORMED, BREACH, RESUME, REOPEN -> null;
        };
    }

    private void note(Move move, String toStage, LocalDate day) {
        book(move.dispute.id(), move.step.code(), new Leg(move.stage(), toStage, day), move.facts);
    }

    private void noteAfterAgreement(String agreed, Dispute stored, LocalDate signed) {
        String now = stored.registration().stage();
        book(stored.id(), now.equals("07") ? "performed" : "perform", new Leg(agreed, now, signed), new Facts(Map.of(), null, null, null));
    }

    private record Leg(String from, String to, LocalDate day) {}

    private void book(String disputeId, String step, Leg leg, Facts facts) {
        registers.of(DisputeStep.class).save(new DisputeStep(registers.newId(), 0, null, disputeId,
                new DisputeStep.Move(leg.from, leg.to, step, leg.day, facts.reason, facts.note)));
    }

    /** （2025）天华人调字第012号: running per committee and year. Source: the statutory dossier cover. */
    private String caseNumber(Dispute dispute) {
        if (dispute.registration().caseNo() != null) {
            return dispute.registration().caseNo();
        }
        String committeeId = Objects.requireNonNull(dispute.handling().committeeId());
        int year = Objects.requireNonNull(dispute.handling().acceptDate()).getYear();
        String shortName = registers.of(Committee.class).get(committeeId).body().shortName();
        long number = series.next("case_no/" + committeeId + "/" + year);
        return Text.of("mediation.case_no", year, shortName, String.format("%03d", number));
    }

    private <C extends Entry> C saveChild(Class<C> type, Move move, Map<String, ? extends @Nullable Object> defaults) {
        Register<C> register = registers.of(type);
        Map<String, @Nullable Object> values = new HashMap<>(defaults);
        values.putAll(EntryJson.values(register.shape(), Objects.requireNonNull(move.facts.child)));
        values.put("dispute_id", move.dispute.id());
        return register.save(register.create(values), move.facts.reason);
    }

    private Agreement agree(Move move) {
        Map<String, @Nullable Object> child = new HashMap<>(Objects.requireNonNull(move.facts.child));
        Object items = child.remove("agreement_item");
        Map<String, @Nullable Object> defaults = new HashMap<>();
        defaults.put("agreement_no", move.dispute.registration().caseNo());
        defaults.put("sign_date", today());
        var inner = new Move(move.step, move.dispute, new Facts(Map.of(), child, move.facts.reason, null));
        Agreement agreement = saveChild(Agreement.class, inner, defaults);
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
    private String afterAgreement(Agreement agreement) {
        List<AgreementItem> items = guards.itemsOf(agreement.id());
        boolean nothingLeft = items.isEmpty() ? !agreement.performance().performDeadline().isAfter(agreement.heading().signDate())
                : items.stream().allMatch(item -> item.performed().doneDate() != null);
        return nothingLeft ? "07" : "06";
    }

    private LocalDate revisited(Move move) {
        return move.facts.child == null ? today() : saveChild(Revisit.class, move, Map.of("revisit_date", today())).call().revisitDate();
    }

    private void referOut(Move move, Dispute filled) {
        var referring = filled.outcome().referring();
        Register<Referral> register = registers.of(Referral.class);
        Map<String, @Nullable Object> letter = new HashMap<>();
        letter.put("dispute_id", filled.id());
        letter.put("direction", "1");
        letter.put("to_org", referring.referTargetOrg());
        letter.put("date", referring.referDate());
        letter.put("reason", referring.referReason());
        letter.put("doc_no", move.facts.note);
        LocalDate sent = Objects.requireNonNull(referring.referDate());
        letter.put("feedback_due", deadlines.get().of("feedback", Dated.since(sent, sent)).map(Deadline::due).orElse(null));
        register.save(register.create(letter));
    }

    private String stepLabel(Step step) {
        return registers.show(registers.of(DisputeStep.class).shape().field("step"), step.code());
    }

    private String stageLabel(String stage) {
        return registers.show(disputes.shape().field("stage"), stage);
    }
}
