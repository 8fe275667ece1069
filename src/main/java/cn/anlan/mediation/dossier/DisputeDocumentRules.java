package cn.anlan.mediation.dossier;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import cn.anlan.store.Query;
import cn.anlan.store.Registers;
import java.util.List;

/** What must agree within one paper of a dossier (文书勾稽): each kind stands once, what does not apply says why, what is scanned has a scan. */
public final class DisputeDocumentRules implements Rule<DisputeDocument> {
    static final String SCANNED = "3";
    static final String NOT_APPLICABLE = "9";

    private final Registers registers;

    public DisputeDocumentRules(Registers registers) {
        this.registers = registers;
    }

    @Override
    public List<Violation> check(DisputeDocument document) {
        var standing = document.standing();
        var binding = document.binding();
        return new Findings("dossier")
                .refuseIf(NOT_APPLICABLE.equals(standing.state()) && (standing.reason() == null || standing.reason().isBlank()),
                        "reason", "not_applicable_without_reason")
                .refuseIf(SCANNED.equals(standing.state()) && !hasScan(document), "state", "scanned_without_scan")
                .refuseIf(hasTwin(document), "kind", "kind_twice")
                .refuseUnlessInOrder(binding.pageFrom(), binding.pageTo(), "page_to", "pages_backwards")
                .all();
    }

    private boolean hasScan(DisputeDocument document) {
        return registers.of(Attachment.class).count(of(document), 1) > 0;
    }

    private boolean hasTwin(DisputeDocument document) {
        return registers.of(DisputeDocument.class).list(of(document), 2).stream().anyMatch(other -> !other.id().equals(document.id()));
    }

    private static Query of(DisputeDocument document) {
        return Query.all().is("dispute_id", document.disputeId()).is("kind", document.kind());
    }
}
