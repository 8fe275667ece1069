package cn.anlan.mediation.desk;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.AgreementItem;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeActivity;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.Revisit;
import cn.anlan.reference.deadline.Deadlines;
import cn.anlan.reference.deadline.Dated;
import cn.anlan.store.Query;
import cn.anlan.store.Registers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What must be true before a dispute may take a step (把关条件). Source: 人民调解法 art. 17–31 and the office's own rules. */
final class Guards {
    private static final int MOST_CHILDREN = 1_000;
    /** Kinds of work that begin mediation: an investigation or a session. */
    private static final Set<String> BEGINS_MEDIATION = Set.of("1", "2", "4");
    private static final String URGING = "6";

    private final Registers registers;

    private final Supplier<Deadlines> deadlines;

    Guards(Registers registers, Supplier<Deadlines> deadlines) {
        this.registers = registers;
        this.deadlines = deadlines;
    }

    /** Collects what does not hold. */
    private static final class Wrong {
        private final List<Violation> found = new ArrayList<>();

        void unless(boolean holds, @Nullable String field, String key, Object... args) {
            if (!holds) {
                found.add(Violation.hard(field, Text.of("mediation.guard." + key, args)));
            }
        }

        void unlessFilled(@Nullable Object value, String field) {
            unless(value != null && !value.toString().isBlank(), field, field);
        }
    }

    /** Every guard of a step that does not hold, in order of the form; the dispute holds what the step was given. */
    List<Violation> check(Step step, Dispute dispute, MediationDesk.Facts facts) {
        var wrong = new Wrong();
        switch (step) {
            case REGISTER -> wrong.unless(hasParty(dispute.id(), "1"), null, "applicant");
            case NOT_ACCEPT -> wrong.unlessFilled(dispute.outcome().ending().notAcceptReason(), "not_accept_reason");
            case ACCEPT -> accept(dispute, wrong);
            case RECORD -> record(dispute, facts, wrong);
            case EXTEND -> extend(dispute, wrong);
            case AGREE -> agree(facts, wrong);
            case FAIL -> {
                wrong.unlessFilled(dispute.outcome().ending().failReason(), "fail_reason");
                wrong.unless(dispute.outcome().ending().toldOtherRemedies(), "told_other_remedies", "told_other_remedies");
            }
            case WITHDRAW -> wrong.unlessFilled(dispute.outcome().ending().withdrawnBy(), "withdrawn_by");
            case REFER -> {
                wrong.unlessFilled(dispute.outcome().referring().referTargetOrg(), "refer_target_org");
                wrong.unlessFilled(dispute.outcome().referring().referReason(), "refer_reason");
            }
            case PERFORMED -> performed(dispute, facts, wrong);
            case BREACH -> breach(dispute, wrong);
            case CLOSE -> close(dispute, wrong);
            case ARCHIVE -> wrong.unlessFilled(dispute.outcome().closing().filing().retentionKind(), "retention_kind");
            case REOPEN, REFER_BACK -> wrong.unless(facts.reason() != null, null, "reason");
            case RESUME -> { }
        }
        return wrong.found;
    }

    private void accept(Dispute dispute, Wrong wrong) {
        var handling = dispute.handling();
        wrong.unless(hasParty(dispute.id(), "1"), null, "applicant");
        wrong.unless(hasParty(dispute.id(), "2"), null, "respondent");
        wrong.unless(handling.consentApplicant(), "consent_applicant", "consent_applicant");
        wrong.unless(handling.consentRespondent(), "consent_respondent", "consent_respondent");
        wrong.unlessFilled(handling.committeeId(), "committee_id");
        wrong.unlessFilled(handling.leadMediatorId(), "lead_mediator_id");
        LocalDate accepted = Objects.requireNonNull(handling.acceptDate());
        wrong.unless(!accepted.isBefore(dispute.registration().registerDate()), "accept_date", "accept_date");
    }

    private void record(Dispute dispute, MediationDesk.Facts facts, Wrong wrong) {
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

    private static void agree(MediationDesk.Facts facts, Wrong wrong) {
        wrong.unless(facts.child() != null, null, "agreement");
        if (facts.child() != null && "1".equals(String.valueOf(facts.child().get("form")))) {
            for (String mark : List.of("parties_signed", "mediator_signed", "sealed")) {
                wrong.unless(Boolean.parseBoolean(String.valueOf(facts.child().get(mark))), mark, mark);
            }
        }
    }

    private void performed(Dispute dispute, MediationDesk.Facts facts, Wrong wrong) {
        wrong.unless(openItems(dispute.id()).isEmpty(), null, "items_open");
        boolean revisited = facts.child() != null || !children(Revisit.class, dispute.id()).isEmpty();
        wrong.unless(revisited || facts.reason() != null, null, "revisit");
    }

    private void breach(Dispute dispute, Wrong wrong) {
        wrong.unless(!openItems(dispute.id()).isEmpty(), null, "nothing_open");
        boolean urged = children(DisputeActivity.class, dispute.id()).stream().anyMatch(activity -> activity.kind().equals(URGING));
        wrong.unless(urged, null, "urged");
    }

    private static void close(Dispute dispute, Wrong wrong) {
        var closing = dispute.outcome().closing();
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
        return registers.of(AgreementItem.class).list(Query.all().is("agreement_id", agreementId), MOST_CHILDREN);
    }

    private List<AgreementItem> openItems(String disputeId) {
        return children(Agreement.class, disputeId).stream().flatMap(agreement -> itemsOf(agreement.id()).stream())
                .filter(item -> item.performed().doneDate() == null).toList();
    }

    private <C extends Entry> List<C> children(Class<C> type, String disputeId) {
        return registers.of(type).list(Query.all().is("dispute_id", disputeId), MOST_CHILDREN);
    }
}
