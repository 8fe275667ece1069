package cn.anlan.mediation.dossier;

import cn.anlan.reference.Code;
import cn.anlan.reference.CodeLists;
import java.util.List;
import java.util.Locale;

/**
 * The papers a dossier may hold, in order, and when each is needed (文书种类), all of it data: list {@code document_kind} is the order,
 * {@code document_need} says when (its parent is a word of {@link Sign}), {@code document_alt} which paper does instead, {@code document_oral}
 * which are not asked for when the parties agreed by word of mouth, {@code document_signed} which count only with signatures.
 * Source: 人民调解文书格式 (2010); 人民调解法 art. 28 for what is agreed by word of mouth.
 */
final class DocumentKinds {
    static final String LIST = "document_kind";

    private final CodeLists codes;

    DocumentKinds(CodeLists codes) {
        this.codes = codes;
    }

    /** What a case shows about itself that makes a paper needed (案件情形). */
    enum Sign {
        /** Every case. */
        MUST,
        /** Only when the clerk has one. */
        MAY,
        /** Begun on a party's application. */
        APPLIED,
        /** Begun by the committee itself, or handed to it. */
        INITIATIVE,
        ACCEPTED,
        MEDIATED,
        WRITTEN,
        ORAL,
        /** Somebody acts for a party. */
        AGENT,
        INVESTIGATED,
        REVISITED,
        /** The court was asked to confirm. */
        COURT,
        REFERRED,
        TURNED_AWAY
    }

    /** Every kind a dossier may hold, in the order of binding. */
    List<Code> all() {
        return codes.all(LIST);
    }

    boolean knows(String kind) {
        return codes.find(LIST, kind).isPresent();
    }

    String label(String kind) {
        return codes.label(LIST, kind);
    }

    /** When a kind is needed; a kind the county added without saying so is never asked for. */
    Sign need(String kind) {
        return codes.find("document_need", kind).map(code -> Sign.valueOf(String.valueOf(code.parent()).toUpperCase(Locale.ROOT)))
                .orElse(Sign.MAY);
    }

    /** The same in words. */
    String needInWords(String kind) {
        return codes.find("document_need", kind).map(Code::label).orElse("");
    }

    /** Whether one of these states of {@code other} does for {@code kind}. */
    boolean isAlternative(String kind, String other) {
        return codes.find("document_alt", kind).filter(code -> other.equals(code.parent())).isPresent();
    }

    /** Not asked for when the parties agreed by word of mouth: the form of that agreement says the same. */
    boolean isDroppedWhenOral(String kind) {
        return codes.find("document_oral", kind).isPresent();
    }

    /** Whether a state is as far as a paper of this kind has to come. */
    boolean isThere(String kind, String state) {
        return switch (state) {
            case "2", DisputeDocumentRules.SCANNED, DisputeDocumentRules.NOT_APPLICABLE -> true;
            case "1" -> codes.find("document_signed", kind).isEmpty();
            default -> false;
        };
    }

    /** Cover, index and back cover carry no page numbers of their own. */
    boolean isNumbered(String kind) {
        return !List.of("cover", "index", "back").contains(kind);
    }
}
