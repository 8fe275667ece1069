package cn.anlan.mediation.desk;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.AgreementItem;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeActivity;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.Revisit;
import cn.anlan.reference.deadline.Dated;
import cn.anlan.reference.deadline.Deadlines;
import cn.anlan.store.Query;
import cn.anlan.store.Registers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What must be true before a dispute may take a step (把关条件). Source: 人民调解法 art. 17–31 and the office's own rules. */
final class Guards {
    /** Kinds of work that begin mediation: an investigation or a session. */
    private static final Set<String> BEGINS_MEDIATION = Set.of("1", "2", "4");
    private static final String URGING = "6";
    private static final String NATURAL_PERSON = "1";
    /** Of list {@code id_type}: without papers, for a reason. */
    private static final String NO_ID = "000";
    /** Where to look when it is not a field of the dispute that is wrong: the child register's name. */
    private static final String PARTIES = "dispute_party";
    private static final String WORK = "dispute_activity";
    private static final String AGREEMENTS = "agreement";

    private final Registers registers;
    private final Letters letters;
    private final CourtGuards court;
    private final Supplier<Deadlines> deadlines;
    private final Clock clock;

    /** The clock's zone is the office's. */
    Guards(Registers registers, Supplier<Deadlines> deadlines, Clock clock) {
        this.registers = registers;
        this.letters = new Letters(registers, deadlines);
        this.court = new CourtGuards(registers, this, deadlines);
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Every guard of a step that does not hold, in order of the form; the dispute holds what the step was given. */
    List<Violation> check(Move move, Dispute dispute) {
        var wrong = new Wrong();
        Move.Facts facts = move.facts();
        switch (move.step()) {
            case REGISTER -> wrong.unless(hasParty(dispute.id(), "1"), PARTIES, "applicant");
            case NOT_ACCEPT -> wrong.unlessFilled(dispute.outcome().ending().notAcceptReason(), "not_accept_reason");
            case ACCEPT -> accept(move, dispute, wrong);
            case RECORD -> record(dispute, facts, wrong);
            case EXTEND -> extend(dispute, wrong);
            case AGREE -> agree(dispute, facts, wrong);
            case FAIL -> {
                wrong.unlessFilled(dispute.outcome().ending().failReason(), "fail_reason");
                wrong.unless(dispute.outcome().ending().toldOtherRemedies(), "told_other_remedies", "told_other_remedies");
            }
            case WITHDRAW -> wrong.unlessFilled(dispute.outcome().ending().withdrawnBy(), "withdrawn_by");
            case REFER -> {
                wrong.unlessFilled(dispute.outcome().referring().referTargetOrg(), "refer_target_org");
                wrong.unlessFilled(dispute.outcome().referring().referReason(), "refer_reason");
            }
            case FEEDBACK -> {
                wrong.unless(letters.unanswered(dispute.id()).isPresent(), null, "unanswered");
                wrong.unlessFilled(facts.child() == null ? null : facts.child().get("feedback"), "feedback");
            }
            case PERFORMED -> performed(dispute, facts, wrong);
            case URGE -> wrong.unless(facts.child() != null, null, "activity");
            case BREACH -> breach(dispute, wrong);
            case COURT_APPLY -> court.apply(dispute, facts, LocalDate.now(clock), wrong);
            case COURT_RULE -> wrong.unlessFilled(facts.child() == null ? null : facts.child().get("result"), "result");
            case SUPERVISE -> supervise(dispute, facts, wrong);
            case ESCALATE -> escalate(dispute, facts, wrong);
            case CLOSE -> close(dispute, wrong);
            case ARCHIVE -> wrong.unlessFilled(dispute.outcome().closing().filing().retentionKind(), "retention_kind");
            case REOPEN, REFER_BACK -> wrong.unless(facts.reason() != null, null, "reason");
            case RESUME, COURT_ACCEPT, COURT_WITHDRAW -> { }
        }
        return wrong.found(facts.reason());
    }

    private void accept(Move move, Dispute dispute, Wrong wrong) {
        var handling = dispute.handling();
        wrong.unless(hasParty(dispute.id(), "1"), PARTIES, "applicant");
        wrong.unless(hasParty(dispute.id(), "2"), PARTIES, "respondent");
        wrong.unless(handling.consentApplicant(), "consent_applicant", "consent_applicant");
        wrong.unless(handling.consentRespondent(), "consent_respondent", "consent_respondent");
        wrong.unlessFilled(handling.committeeId(), "committee_id");
        wrong.unlessFilled(handling.leadMediatorId(), "lead_mediator_id");
        LocalDate accepted = Objects.requireNonNull(handling.acceptDate());
        wrong.unless(!accepted.isBefore(dispute.registration().registerDate()), "accept_date", "accept_date");
        boolean byHand = move.facts().dispute().get("case_no") != null;
        wrong.doubtUnless(!byHand || move.facts().reason() != null || move.facts().note() != null, "case_no", "case_no");
    }

    private void record(Dispute dispute, Move.Facts facts, Wrong wrong) {
        wrong.unless(facts.child() != null, null, "activity");
        boolean begun = !dispute.registration().stage().equals("03");
        Object kind = facts.child() == null ? null : facts.child().get("kind");
        wrong.unless(begun || kind == null || BEGINS_MEDIATION.contains(kind.toString()), null, "first_activity");
    }

    private void extend(Dispute dispute, Wrong wrong) {
        var term = dispute.handling().term();
        wrong.unlessFilled(term.extendTo(), "extend_to");
        wrong.unless(term.extendConsent(), "extend_consent", "extend_consent");
        boolean first = term.extendCount() == null || term.extendCount() <= 1;
        wrong.unless(first, "extend_to", "extend_once");
        LocalDate accepted = dispute.handling().acceptDate();
        LocalDate until = term.extendTo();
        if (first && accepted != null && until != null) {
            deadlines.get().latestExtension("mediate", Dated.since(accepted, accepted))
                    .ifPresent(latest -> wrong.unless(!until.isAfter(latest), "extend_to", "extend_too_far", latest));
        }
    }

    private void agree(Dispute dispute, Move.Facts facts, Wrong wrong) {
        wrong.unless(facts.child() != null, null, "agreement");
        Object signed = facts.child() == null ? null : facts.child().get("sign_date");
        LocalDate accepted = dispute.handling().acceptDate();
        boolean early = signed != null && accepted != null && signed.toString().compareTo(accepted.toString()) < 0;
        wrong.unless(!early, "sign_date", "signed_before_accept", String.valueOf(accepted));
        if (facts.child() != null && "1".equals(String.valueOf(facts.child().get("form")))) {
            for (String mark : List.of("parties_signed", "mediator_signed", "sealed")) {
                wrong.unless(Boolean.parseBoolean(String.valueOf(facts.child().get(mark))), mark, mark);
            }
            List<String> unnumbered = children(DisputeParty.class, dispute.id()).stream().filter(Guards::lacksIdNumber).map(party -> party.who().name()).toList();
            wrong.doubtUnless(unnumbered.isEmpty(), PARTIES, "id_number", String.join("、", unnumbered));
        }
    }

    /** A written agreement names its people by their numbers; of somebody without papers the reason stands with her. Source: the statutory form of the agreement. */
    private static boolean lacksIdNumber(DisputeParty party) {
        return party.who().kind().equals(NATURAL_PERSON) && party.person().idNumber() == null && !NO_ID.equals(party.person().idType());
    }

    private void performed(Dispute dispute, Move.Facts facts, Wrong wrong) {
        wrong.unless(openItems(dispute.id()).isEmpty(), AGREEMENTS, "items_open");
        boolean revisited = facts.child() != null || !children(Revisit.class, dispute.id()).isEmpty();
        wrong.unless(revisited || facts.reason() != null, null, "revisit");
    }

    /** Too late, and urged at least once; who says outright that he will not keep it (反悔) is not waited for. */
    private void breach(Dispute dispute, Wrong wrong) {
        List<AgreementItem> open = openItems(dispute.id());
        List<Agreement> agreements = children(Agreement.class, dispute.id());
        boolean inItems = agreements.stream().anyMatch(agreement -> !itemsOf(agreement.id()).isEmpty());
        wrong.unless(!inItems || !open.isEmpty(), null, "nothing_open");
        Stream<LocalDate> days = inItems ? open.stream().map(item -> item.duty().dueDate())
                : agreements.stream().map(agreement -> agreement.performance().performDeadline());
        Optional<LocalDate> first = days.min(Comparator.naturalOrder());
        wrong.doubtUnless(first.isEmpty() || first.get().isBefore(LocalDate.now(clock)), null, "overdue", first.map(LocalDate::toString).orElse(""));
        boolean urged = children(DisputeActivity.class, dispute.id()).stream().anyMatch(activity -> activity.kind().equals(URGING));
        wrong.unless(urged, WORK, "urged");
    }

    /** Supervision has someone in charge; it is lifted with a reason. */
    private static void supervise(Dispute dispute, Move.Facts facts, Wrong wrong) {
        String level = dispute.risk().superviseLevel();
        wrong.unlessFilled(level, "supervise_level");
        boolean lifted = "0".equals(level);
        wrong.unless(lifted || dispute.risk().charge().leader() != null, "leader", "leader");
        wrong.unless(!lifted || facts.reason() != null, null, "reason");
    }

    /** Levels of risk run from 1 (red) downwards: a report raises it or tells of the same again. */
    private static void escalate(Dispute dispute, Move.Facts facts, Wrong wrong) {
        wrong.unless(facts.child() != null, null, "escalation");
        Object level = facts.child() == null ? null : facts.child().get("to_level");
        wrong.unless(level == null || level.toString().compareTo(dispute.risk().riskLevel()) <= 0, "to_level", "to_level");
    }

    private void close(Dispute dispute, Wrong wrong) {
        var closing = dispute.outcome().closing();
        LocalDate closed = closing.closeDate();
        children(Agreement.class, dispute.id()).stream().map(agreement -> agreement.heading().signDate()).max(Comparator.naturalOrder())
                .ifPresent(signed -> wrong.unless(closed == null || !closed.isBefore(signed), "close_date", "closed_before_signed", signed));
        wrong.unlessFilled(closing.closeResult(), "close_result");
        boolean mediated = !Set.of("10", "13").contains(dispute.registration().stage());
        if (mediated) {
            wrong.unlessFilled(closing.difficulty(), "difficulty");
            wrong.unlessFilled(closing.resolveMode(), "resolve_mode");
            wrong.unlessFilled(closing.resultText(), "result_text");
        }
        if (dispute.registration().stage().equals("08")) {
            wrong.unlessFilled(dispute.outcome().ending().breachOutcome(), "breach_outcome");
        }
    }

    private boolean hasParty(String disputeId, String role) {
        return children(DisputeParty.class, disputeId).stream().anyMatch(party -> party.who().role().equals(role));
    }

    /** Whether the parties ever agreed. */
    boolean hasAgreement(String disputeId) {
        return !children(Agreement.class, disputeId).isEmpty();
    }

    List<AgreementItem> itemsOf(String agreementId) {
        return registers.of(AgreementItem.class).list(Query.all().is("agreement_id", agreementId), Move.MOST_CHILDREN);
    }

    private List<AgreementItem> openItems(String disputeId) {
        return children(Agreement.class, disputeId).stream().flatMap(agreement -> itemsOf(agreement.id()).stream())
                .filter(item -> item.performed().doneDate() == null).toList();
    }

    /** Whether a letter of the dispute waits for its answer. */
    boolean waitsForAnswer(Dispute dispute) {
        return letters.unanswered(dispute.id()).isPresent();
    }

    CourtGuards court() {
        return court;
    }

    private <C extends Entry> List<C> children(Class<C> type, String disputeId) {
        return Move.children(registers, type, disputeId);
    }
}
