package cn.anlan.paper.form;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A document of a dispute (文书), in the order of the dossier. Source: 人民调解文书格式 (2010); the last ones are usual in the county. */
public enum Form {
    COVER(null, null, null),
    INDEX(null, null, null),
    APPLICATION(null, null, null),
    ACCEPTANCE(null, null, null),
    RIGHTS(null, null, null),
    /** Copies of identity papers: scanned, never printed by us. */
    IDENTITY(null, null, null),
    ATTORNEY("dispute_party", "agent_name", null),
    INQUIRY("dispute_activity", "kind", "1"),
    EVIDENCE(null, null, null),
    SESSION("dispute_activity", "kind", "2"),
    AGREEMENT("agreement", "form", "1"),
    ORAL_AGREEMENT("agreement", "form", "2"),
    /** Receipts and remittance slips: scanned, never printed by us. */
    PROOF(null, null, null),
    REVISIT("revisit", null, null),
    CONFIRMATION(null, null, null),
    CONFIRMATION_ORG(null, null, null),
    REFERRAL("referral", "direction", "1"),
    NOT_ACCEPTED(null, null, null),
    /** Whatever else belongs into the dossier: scanned, never printed by us. */
    OTHER(null, null, null),
    NOTE(null, null, null),
    BACK(null, null, null);

    private final @Nullable String register;
    private final @Nullable String field;
    private final @Nullable String value;

    Form(@Nullable String register, @Nullable String field, @Nullable String value) {
        this.register = register;
        this.field = field;
        this.value = value;
    }

    /** One document is made for each entry of this register; null when there is one for the whole dispute. */
    public @Nullable String register() {
        return register;
    }

    /** Of that register only the entries whose field holds {@link #value}, or anything at all when that is null. */
    @Nullable String field() {
        return field;
    }

    @Nullable String value() {
        return value;
    }

    /** Whether the house prints it; the others are only scanned. */
    public boolean isPrinted() {
        return this != IDENTITY && this != PROOF && this != OTHER;
    }

    /** The word of the command line and of template files, e.g. {@code oral_agreement}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word in a QR code, e.g. {@code ORAL-AGREEMENT}. */
    public String code() {
        return name().replace('_', '-');
    }

    /** Its Chinese name. */
    public String label() {
        return Text.of("paper.form." + word());
    }

    /** The form of a QR code's word. */
    public static Optional<Form> ofCode(String code) {
        return Arrays.stream(values()).filter(form -> form.code().equals(code)).findFirst();
    }

    /** The printed form of this word or Chinese name; throws {@link Refused} naming those there are. */
    public static Form of(String word) {
        return Arrays.stream(values()).filter(Form::isPrinted).filter(form -> form.word().equals(word) || form.label().equals(word)).findFirst()
                .orElseThrow(() -> Refused.of("paper.refused.no_form", word,
                        Arrays.stream(values()).filter(Form::isPrinted).map(Form::word).collect(Collectors.joining(" "))));
    }
}
