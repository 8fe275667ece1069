package cn.anlan.security;

import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody is in the office (角色), and with it what she may do. Source: the office's division of duties, domain §7.2. */
public enum Role {
    /** 录入员: enters and reports everything, sees personal data masked. */
    CLERK,
    /** 调解员: her own cases, in full. */
    MEDIATOR,
    /** 司法所长、综治主任: everything, and who else may come in. */
    DIRECTOR,
    /** 档案员: reads all, puts on the shelf and takes down again. */
    ARCHIVIST,
    /** 系统管理员: accounts, places and code lists; no case. */
    ADMIN;

    private static final Set<String> REFERENCE = Set.of("code", "place");
    private static final Set<String> BOOKS_OF_A_CASE = Set.of("dispute", "dispute_party", "dispute_step", "dispute_activity", "agreement",
            "agreement_item", "revisit", "court_confirmation", "referral", "escalation", "dispute_link", "dispute_document", "attachment");
    private static final Set<String> KNOWN_TO_MEDIATORS = Set.of("code", "place", "committee", "mediator", "village", "phrase", "case_series");
    private static final Set<String> BOOKS_OF_THE_SHELF = Set.of("dispute_document", "attachment", "scan");
    private static final Set<String> STEPS_OF_THE_SHELF = Set.of("archive", "reopen");
    private static final String REOPEN = "reopen";

    /** The word that stands in the file of keys and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return Text.of("security.role." + name());
    }

    /** The role of this word; throws {@link Refused} naming those there are. */
    public static Role of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst().orElseThrow(() -> Refused.of(
                "security.refused.no_role", word, Arrays.stream(values()).map(Role::word).collect(Collectors.joining(" "))));
    }

    /** Whether she decides who may come in. */
    public boolean keepsAccounts() {
        return this == DIRECTOR || this == ADMIN;
    }

    boolean may(Act act, String register) {
        return switch (this) {
            case DIRECTOR -> true;
            case CLERK -> act != Act.REVEAL;
            case MEDIATOR -> BOOKS_OF_A_CASE.contains(register) ? EnumSet.of(Act.READ, Act.CREATE, Act.CHANGE, Act.REVEAL, Act.PRINT).contains(act)
                    : act == Act.READ && KNOWN_TO_MEDIATORS.contains(register);
            case ARCHIVIST -> EnumSet.of(Act.READ, Act.PRINT, Act.REPORT).contains(act)
                    || EnumSet.of(Act.CREATE, Act.CHANGE).contains(act) && BOOKS_OF_THE_SHELF.contains(register);
            case ADMIN -> REFERENCE.contains(register) && EnumSet.range(Act.READ, Act.RESTORE).contains(act);
        };
    }

    boolean mayMove(String step) {
        return switch (this) {
            case DIRECTOR -> true;
            case CLERK -> !step.equals(REOPEN);
            case MEDIATOR -> !STEPS_OF_THE_SHELF.contains(step);
            case ARCHIVIST -> STEPS_OF_THE_SHELF.contains(step);
            case ADMIN -> false;
        };
    }
}
