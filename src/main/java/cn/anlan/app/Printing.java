package cn.anlan.app;

import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.dossier.Checklist;
import cn.anlan.mediation.dossier.DisputeDocument;
import cn.anlan.mediation.dossier.Dossiers;
import cn.anlan.paper.form.CaseFile;
import cn.anlan.paper.form.Document;
import cn.anlan.paper.form.Documents;
import cn.anlan.paper.form.Dossier;
import cn.anlan.paper.form.Scanned;
import cn.anlan.paper.form.Templates;
import cn.anlan.paper.ledger.Ledgers;
import cn.anlan.paper.print.Press;
import cn.anlan.paper.print.Typefaces;
import cn.anlan.paper.scan.ScanReader;
import cn.anlan.store.Journal;
import cn.anlan.store.Query;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the house prints with (印制): one press with its fonts, the documents of disputes, their dossiers, the running registers. Own templates and fonts lie beside the store. */
public record Printing(Press press, Documents documents, Dossier dossier, Ledgers ledgers) {

    /** Puts it together for a store in a folder. */
    static Printing of(Path folder, Wiring house, Clock clock) {
        var press = new Press(new Typefaces(folder.resolve("fonts")));
        var templates = new Templates(folder.resolve("templates"), CaseFile.names(house.registers()));
        var documents = new Documents(house.registers(), templates, press, new Documents.Surroundings(
                () -> house.settings().get("org_name").orElse(""), () -> house.settings().get("clerk").orElse(""), clock,
                id -> scans(house, id), id -> missing(house, id), (id, kind) -> numbers(house, id, kind),
                printed -> printed(house, printed)));
        return new Printing(press, documents, new Dossier(documents, press, new ScanReader()::smaller),
                new Ledgers(house.registers(), house.journal(), press, () -> house.settings().get("org_name").orElse(""),
                        () -> house.settings().get("clerk").orElse("")));
    }

    private static List<Scanned> scans(Wiring house, String disputeId) {
        return house.dossiers().attachments(disputeId).stream().map(one -> new Scanned(one.kind(), one.content().originalName(),
                one.content().pages(), () -> house.dossiers().content(one))).toList();
    }

    private static List<String> missing(Wiring house, String disputeId) {
        return house.dossiers().checklist().of(house.registers().of(Dispute.class).get(disputeId)).stream()
                .filter(Checklist.Line::isMissing).map(Checklist.Line::label).toList();
    }

    /** The journal is told, and the dossier that what was not there is printed now; what is on the shelf stays as it is. */
    private static void printed(Wiring house, List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        Dispute dispute = (Dispute) documents.get(0).file().dispute();
        house.journal().note(Journal.Action.PRINT, Journal.Subject.of("dispute", dispute),
                String.join("、", documents.stream().map(Document::title).toList()));
        Set<String> kinds = documents.stream().map(document -> document.form().word()).collect(Collectors.toCollection(LinkedHashSet::new));
        house.dossiers().checklist().of(dispute).stream().filter(line -> !line.state().equals("0")).forEach(line -> kinds.remove(line.kind()));
        if (!kinds.isEmpty() && !Dossiers.isArchived(dispute)) {
            house.dossiers().mark(dispute.id(), kinds, "1", null);
        }
    }

    private static String numbers(Wiring house, String disputeId, String kind) {
        return house.registers().of(DisputeDocument.class).list(Query.all().is("dispute_id", disputeId).is("kind", kind), 1).stream()
                .map(DisputeDocument::binding).filter(binding -> binding.pages() > 0)
                .map(binding -> binding.pages() == 1 ? String.valueOf(binding.pageFrom()) : binding.pageFrom() + "-" + binding.pageTo())
                .findFirst().orElse("");
    }
}
