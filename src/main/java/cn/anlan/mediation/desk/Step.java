package cn.anlan.mediation.desk;

import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A step a dispute can take (办理步骤), with what it asks for. Source: 全国人民调解工作规范 SF/T 0083-2020. */
public enum Step {
    REGISTER(Terms.from("01").to("02")),
    NOT_ACCEPT(Terms.from("02").to("10").asks("not_accept_reason", "end_date")),
    ACCEPT(Terms.from("02").to("03").asks("accept_date", "consent_applicant", "consent_respondent", "committee_id", "lead_mediator_id",
            "assist_mediators", "case_no")),
    RECORD(Terms.from("03", "04").to("04").adds("dispute_activity")),
    EXTEND(Terms.from("03", "04").asks("extend_to", "extend_consent")),
    AGREE(Terms.from("04").to("05").adds("agreement")),
    FAIL(Terms.from("04").to("11").asks("fail_reason", "told_other_remedies", "end_date")),
    WITHDRAW(Terms.from("03", "04").to("12").asks("withdrawn_by", "end_date")),
    REFER(Terms.from("02", "03", "04").to("13").asks("refer_target_org", "refer_reason", "refer_date")),
    /** The answer to a letter: from the office it was sent to, or ours to the office that sent it. */
    FEEDBACK(Terms.from("02", "03", "04", "06", "07", "08", "10", "11", "12", "13", "20").completes("referral", "feedback_date", "feedback")),
    REFER_BACK(Terms.from("13").to("02").asks("referred_back")),
    PERFORMED(Terms.from("06").to("07").adds("revisit")),
    URGE(Terms.from("06", "08").adds("dispute_activity", "start_dt", "place", "host_mediator_id", "recorder", "content")),
    BREACH(Terms.from("06").to("08")),
    RESUME(Terms.from("08").to("06")),
    COURT_APPLY(Terms.from("06", "07", "08", "20").court("1", "6").adds("court_confirmation", "apply_date", "court", "joint", "has_property")),
    COURT_ACCEPT(Terms.from("06", "07", "08", "20").court("2").completes("court_confirmation", "accept_date", "court_no")),
    COURT_RULE(Terms.from("06", "07", "08", "20").court("2", "3").completes("court_confirmation", "result", "result_date", "doc_no")),
    COURT_WITHDRAW(Terms.from("06", "07", "08", "20").court("2", "3").completes("court_confirmation", "result_date")),
    SUPERVISE(Terms.from("02", "03", "04", "06", "08").asks("supervise_level", "leader", "resp_org", "resp_person")),
    ESCALATE(Terms.from("01", "02", "03", "04", "06", "08").adds("escalation")),
    CLOSE(Terms.from("07", "08", "10", "11", "12", "13").to("20").asks("close_date", "close_result", "difficulty", "resolve_mode", "result_text",
            "breach_outcome")),
    ARCHIVE(Terms.from("20").to("30").asks("archive_date", "retention_kind", "retention_years")),
    REOPEN(Terms.from("30").to("20"));

    /** Steps that are taken only with a reason, and ask for nothing else. */
    private static final Set<Step> FOR_A_REASON = Set.of(REFER_BACK, REOPEN);

    private final Terms terms;

    Step(Terms terms) {
        this.terms = terms;
    }

    /**
     * From where to where, and with what.
     *
     * @param to null stays at the stage
     * @param court the states of court confirmation it may be taken in; empty for any
     * @param child the child register one entry of which belongs to the step
     * @param completes the entry is there already and gets the rest of its fields
     * @param asks fields of the child, all when empty; of the dispute when there is no child
     */
    private record Terms(Set<String> from, @Nullable String to, Set<String> court, @Nullable String child, boolean completes, List<String> asks) {
        static Terms from(String... stages) {
            return new Terms(Set.of(stages), null, Set.of(), null, false, List.of());
        }

        Terms to(String stage) {
            return new Terms(from, stage, court, child, completes, asks);
        }

        Terms court(String... states) {
            return new Terms(from, to, Set.of(states), child, completes, asks);
        }

        Terms asks(String... fields) {
            return new Terms(from, to, court, null, false, List.of(fields));
        }

        Terms adds(String register, String... fields) {
            return new Terms(from, to, court, register, false, List.of(fields));
        }

        Terms completes(String register, String... fields) {
            return new Terms(from, to, court, register, true, List.of(fields));
        }
    }

    /** The word used on the command line and in the code list {@code dispute_step}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step of this word; throws {@link Refused} naming those there are. */
    public static Step of(String word) {
        return Arrays.stream(values()).filter(step -> step.code().equals(word)).findFirst().orElseThrow(() -> Refused.of(
                "mediation.refused.no_step", word, Arrays.stream(values()).map(Step::code).collect(Collectors.joining(" "))));
    }

    /** Whether a dispute stands where the step may be taken at all; its guards come on top. */
    public boolean isOpenTo(Dispute dispute) {
        String court = Objects.requireNonNullElse(dispute.outcome().confirmation().jcStatus(), "0");
        return terms.from.contains(dispute.registration().stage()) && (terms.court.isEmpty() || terms.court.contains(court));
    }

    /** The stage it leads to, given the present one; steps beside the main line stay where they are. */
    public String leadsTo(String stage) {
        return terms.to == null ? stage : terms.to;
    }

    /** The fields of the dispute it may be given. */
    public List<String> asks() {
        return terms.child == null ? terms.asks : List.of();
    }

    /** The fields that matter when it is taken from a stage: what was never mediated is closed without a word on mediation. */
    public List<String> asks(String stage) {
        if (this != CLOSE) {
            return FOR_A_REASON.contains(this) ? List.of() : asks();
        }
        boolean mediated = !stage.equals("10") && !stage.equals("13");
        return asks().stream().filter(field -> field.equals("breach_outcome") ? stage.equals("08") : mediated || field.startsWith("close_")).toList();
    }

    /** The child register one entry of which belongs to the step; null when none does. */
    public @Nullable String child() {
        return terms.child;
    }

    /** Whether the child's entry is there already and gets the rest of its fields. */
    public boolean completesChild() {
        return terms.completes;
    }

    /** The fields of the child it asks for; empty for all. */
    public List<String> asksOfChild() {
        return terms.child == null ? List.of() : terms.asks;
    }

    /** Taken only with a reason, and asks for nothing else. */
    public boolean isForAReason() {
        return FOR_A_REASON.contains(this);
    }
}
