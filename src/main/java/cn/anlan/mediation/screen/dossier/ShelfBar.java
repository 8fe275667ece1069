package cn.anlan.mediation.screen.dossier;

import cn.anlan.entry.Text;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.desk.Step;
import cn.anlan.mediation.dossier.Retention;
import cn.anlan.reference.Code;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The way onto the shelf and down again (归档栏): how long the dossier is to be kept, and the step itself. */
final class ShelfBar {
    private static final String CLOSED = "20";
    private static final String ARCHIVED = "30";

    private final Office office;
    private final Scans scans;
    private final NoticeBar notice;
    private final Runnable moved;
    private final ComboBox<Code> kind = new ComboBox<>();
    private final Label told = new Label();
    private final Button archive = Style.PRIMARY.on(new Button());
    private final Button reopen = new Button();
    private final HBox root = Style.TOOL_BAR.on(new HBox(8, told, kind, archive, reopen));

    ShelfBar(Office office, Scans scans, NoticeBar notice, Runnable moved) {
        this.office = office;
        this.scans = scans;
        this.notice = notice;
        this.moved = moved;
        root.setAlignment(Pos.CENTER_LEFT);
        kind.setId("retention-kind");
        kind.setPromptText(Text.of("dossier.retention"));
        kind.setConverter(new CodeLabels());
        archive.setId("archive");
        archive.setText(office.codes().label("dispute_step", Step.ARCHIVE.code()));
        reopen.setId("reopen");
        reopen.setText(office.codes().label("dispute_step", Step.REOPEN.code()));
        archive.setMinWidth(Region.USE_PREF_SIZE);
        reopen.setMinWidth(Region.USE_PREF_SIZE);
        told.setWrapText(true);
        told.setId("shelf");
    }

    Node node() {
        return root;
    }

    /** {@code proposed} is the retention kind chosen beforehand while none is stored. */
    void show(Dispute dispute, int missing, String proposed) {
        String stage = dispute.registration().stage();
        var filing = dispute.outcome().closing().filing();
        boolean closed = stage.equals(CLOSED);
        boolean archived = stage.equals(ARCHIVED);
        appear(kind, closed);
        appear(archive, closed);
        appear(reopen, archived);
        if (kind.getItems().isEmpty()) {
            kind.getItems().setAll(office.codes().choices("retention_kind", LocalDate.now(office.clock())));
        }
        String chosen = Objects.requireNonNullElse(filing.retentionKind(), proposed);
        kind.setValue(kind.getItems().stream().filter(code -> code.code().equals(chosen)).findFirst().orElse(null));
        archive.setOnAction(pressed -> archive(dispute));
        reopen.setOnAction(pressed -> notice.ask(Text.of("mediation.guard.reason"), reopen.getText(), reason -> move(dispute, Step.REOPEN,
                Map.of("reason", reason))));
        told.setText(archived ? archived(dispute) : closed ? Text.of(missing == 0 ? "dossier.shelf.ready" : "dossier.shelf.not_yet", missing)
                : Text.of("dossier.shelf.open"));
    }

    private String archived(Dispute dispute) {
        String day = String.valueOf(dispute.outcome().closing().filing().archiveDate());
        String kept = office.codes().label("retention_kind", String.valueOf(dispute.outcome().closing().filing().retentionKind()));
        return new Retention(office.codes()).until(dispute).map(until -> Text.of("dossier.shelf.until", day, kept, until))
                .orElseGet(() -> Text.of("dossier.shelf.for_ever", day, kept));
    }

    private static void appear(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private void archive(Dispute dispute) {
        Code chosen = kind.getValue();
        move(dispute, Step.ARCHIVE, chosen == null ? Map.of() : Map.of("retention_kind", chosen.code()));
    }

    private void move(Dispute dispute, Step step, Map<String, ?> facts) {
        notice.clear();
        office.background().run("kit.busy.saving", () -> scans.desk().move(dispute.id(), step, facts), stored -> moved.run(), notice::refused);
    }
}
