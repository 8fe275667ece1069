package cn.anlan.mediation.screen.dossier;

import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Underway;
import cn.anlan.paper.form.Document;
import cn.anlan.paper.form.Form;
import cn.anlan.paper.print.Press.Gaps;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** A paper as it will be printed (预览): seen in the program first, then saved as PDF or Word; and the whole dossier in one file. */
final class Preview {
    private final Office office;
    private final Scans scans;
    private final ScanViewer viewer;
    private final NoticeBar notice;
    private final Surroundings around;
    private final Underway binding;

    /** What the tab does for the preview. */
    interface Surroundings {
        /** Brings the viewer to the front. */
        void front();

        /** Something was printed: the states may be others now. */
        void printed();
    }

    Preview(Office office, Scans scans, ScanViewer viewer, NoticeBar notice, Surroundings around) {
        this.office = office;
        this.scans = scans;
        this.viewer = viewer;
        this.notice = notice;
        this.around = around;
        this.binding = new Underway(office.background());
    }

    /** How far the binding of a dossier is. */
    Node progress() {
        return binding.node();
    }

    /** What was made of one form; {@code gaps} names the characters no font holds. */
    private record Made(List<Document> documents, byte[] pdf, int pages, List<String> gaps) {
        String title() {
            return documents.get(0).title();
        }
    }

    void form(String disputeId, String kind) {
        office.background().run("dossier.printing", () -> make(disputeId, kind), this::show, notice::refused);
    }

    private Made make(String disputeId, String kind) {
        var documents = scans.printer().documents();
        List<Document> chosen = documents.of(documents.open(disputeId), Form.of(kind));
        byte[] pdf = documents.pdf(chosen, Gaps.LEAVE);
        return new Made(chosen, pdf, scans.reader().pages(pdf), documents.check(chosen).stream().map(Violation::sentence).toList());
    }

    private void show(Made made) {
        around.front();
        viewer.show(made.title(), made.pages, () -> made.pdf, save(made, false), save(made, true));
        if (!made.gaps.isEmpty()) {
            viewer.notice().told(String.join("\n", made.gaps));
        }
    }

    private Button save(Made made, boolean asWord) {
        var button = new Button(Text.of(asWord ? "dossier.button.word" : "dossier.button.pdf"));
        button.setId(asWord ? "preview-word" : "preview-pdf");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> office.dialogs().folder(Text.of("dossier.where", made.title())).ifPresent(folder -> office.background().run(
                "dossier.printing", () -> scans.printer().documents().write(made.documents, folder, asWord, Gaps.LEAVE), files -> {
                    viewer.notice().done(Text.of("dossier.printed", String.join("、", files.stream().map(String::valueOf).toList())));
                    around.printed();
                }, viewer.notice()::refused)));
        return button;
    }

    /** The whole dossier, bound: cover, index, every paper with its scans, back cover. */
    void dossier(String disputeId) {
        office.dialogs().folder(Text.of("dossier.where_all")).ifPresent(folder -> binding.run("dossier.printing", progress -> {
            var documents = scans.printer().documents();
            return scans.printer().dossier().write(documents.open(disputeId), folder, Gaps.LEAVE, progress);
        }, file -> {
            notice.done(binding.told(Text.of("dossier.printed", file)));
            around.printed();
        }, notice::refused));
    }
}
