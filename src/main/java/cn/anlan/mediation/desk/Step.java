package cn.anlan.mediation.desk;

import cn.anlan.entry.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A step a dispute can take (办理步骤), with what it asks for. Source: 全国人民调解工作规范 SF/T 0083-2020. */
public enum Step {
    REGISTER(Set.of("01"), "02", null),
    NOT_ACCEPT(Set.of("02"), "10", null, "not_accept_reason", "end_date"),
    ACCEPT(Set.of("02"), "03", null, "accept_date", "consent_applicant", "consent_respondent", "committee_id", "lead_mediator_id",
            "assist_mediators"),
    RECORD(Set.of("03", "04"), "04", "dispute_activity"),
    EXTEND(Set.of("03", "04"), null, null, "extend_to", "extend_consent"),
    AGREE(Set.of("04"), "05", "agreement"),
    FAIL(Set.of("04"), "11", null, "fail_reason", "told_other_remedies", "end_date"),
    WITHDRAW(Set.of("03", "04"), "12", null, "withdrawn_by", "end_date"),
    REFER(Set.of("02", "03", "04"), "13", null, "refer_target_org", "refer_reason", "refer_date"),
    REFER_BACK(Set.of("13"), "02", null, "referred_back"),
    PERFORMED(Set.of("06"), "07", "revisit"),
    BREACH(Set.of("06"), "08", null),
    RESUME(Set.of("08"), "06", null),
    CLOSE(Set.of("07", "08", "10", "11", "12", "13"), "20", null, "close_date", "close_result", "difficulty", "resolve_mode", "result_text",
            "breach_outcome"),
    ARCHIVE(Set.of("20"), "30", null, "archive_date", "retention_kind", "retention_years"),
    REOPEN(Set.of("30"), "20", null);

    private final Set<String> from;
    private final @Nullable String to;
    private final @Nullable String child;
    private final List<String> asks;

    Step(Set<String> from, @Nullable String to, @Nullable String child, String... asks) {
        this.from = from;
        this.to = to;
        this.child = child;
        this.asks = List.of(asks);
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

    /** Whether the step may be taken from a stage at all; its guards come on top. */
    public boolean isOpenFrom(String stage) {
        return from.contains(stage);
    }

    /** The stage it leads to, given the present one; {@link #EXTEND} stays where it is. */
    public String leadsTo(String stage) {
        return to == null ? stage : to;
    }

    /** The fields of the dispute it may be given. */
    public List<String> asks() {
        return asks;
    }

    /** The fields that matter when it is taken from a stage: what was never mediated is closed without a word on mediation. */
    public List<String> asks(String stage) {
        if (this != CLOSE) {
            return asks;
        }
        boolean mediated = !stage.equals("10") && !stage.equals("13");
        return asks.stream().filter(field -> field.equals("breach_outcome") ? stage.equals("08") : mediated || field.startsWith("close_")).toList();
    }

    /** The child register one entry of which belongs to the step; null when none does. */
    public @Nullable String child() {
        return child;
    }
}
