package cn.anlan.mediation.screen;

import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.desk.MediationDesk.Linked;
import cn.anlan.mediation.desk.MediationDesk.Standing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What case this is (案头): its name and number, what is due next, and below that what is not as usual: danger, supervision, court, links. */
final class CaseHead {
    private static final String RED = "1";
    private static final String ORANGE = "2";
    private static final int SOON_DAYS = 10;

    private final Office office;
    private final Consumer<String> open;
    private final Label title = Style.CASE_TITLE.on(new Label());
    private final Label number = Style.QUIET.on(new Label());
    private final FlowPane marks = new FlowPane(6, 4);
    private final VBox root;

    /** {@code deadline} stands behind name and number; {@code open} shows another dispute. */
    CaseHead(Office office, Node deadline, Consumer<String> open) {
        this.office = office;
        this.open = open;
        title.setId("case-title");
        number.setId("case-no");
        number.setMinWidth(Region.USE_PREF_SIZE);
        marks.setId("case-marks");
        marks.setMinSize(0, Region.USE_PREF_SIZE);
        var first = new FlowPane(10, 4, title, number, deadline);
        first.setRowValignment(VPos.CENTER);
        first.setMinSize(0, Region.USE_PREF_SIZE);
        title.maxWidthProperty().bind(first.widthProperty());
        root = new VBox(6, first, marks);
    }

    Node node() {
        return root;
    }

    /** Shows the dispute itself. */
    void show(Dispute dispute) {
        title.setText(dispute.registration().title());
        title.setTooltip(new Tooltip(dispute.registration().title()));
        String no = dispute.registration().caseNo();
        number.setText(no == null ? Text.of("mediation.no_number_yet") : no);
        marks.getChildren().clear();
        mark(dispute);
        settle();
    }

    /** Adds what had to be asked of the store. */
    void show(Standing standing) {
        LocalDate until = standing.courtUntil();
        if (until != null) {
            long days = ChronoUnit.DAYS.between(LocalDate.now(office.clock()), until);
            Label court = mark("court", days < 0 ? Text.of("mediation.mark.court_late", until) : Text.of("mediation.mark.court", until, days), "court_until");
            Style.SOON.set(court, days >= 0 && days <= SOON_DAYS);
        }
        standing.links().forEach(link -> marks.getChildren().add(link(link)));
        settle();
    }

    private void mark(Dispute dispute) {
        String risk = dispute.risk().riskLevel();
        if (RED.equals(risk) || ORANGE.equals(risk)) {
            Label label = mark("risk", Text.of("mediation.mark.risk", office.codes().label("risk_level", risk)), "risk");
            Style.OVERDUE.set(label, RED.equals(risk));
            Style.SOON.set(label, ORANGE.equals(risk));
        }
        String level = dispute.risk().superviseLevel();
        String leader = dispute.risk().charge().leader();
        if (level != null && !level.equals("0")) {
            mark("supervise", Text.of("mediation.mark.supervise", office.codes().label("supervise_level", level), leader == null ? "" : leader), "supervise");
        }
        String court = dispute.outcome().confirmation().jcStatus();
        if (court != null && !court.equals("0") && !court.equals("1")) {
            mark("court", Text.of("mediation.mark.court_status", office.codes().label("jc_status", court)), "court");
        }
    }

    private Label mark(String id, String words, String tip) {
        var label = Style.CASE_MARK.on(new Label(words));
        label.setId("mark-" + id);
        label.setMinWidth(Region.USE_PREF_SIZE);
        Text.find("mediation.mark.tip." + tip).ifPresent(text -> label.setTooltip(new Tooltip(text)));
        marks.getChildren().add(label);
        return label;
    }

    private Button link(Linked link) {
        var button = Style.CASE_MARK.on(new Button(Text.of("mediation.mark.link", office.codes().label("link_kind", link.kind()), link.title())));
        button.setId("link-" + link.otherId());
        button.setOnAction(pressed -> open.accept(link.otherId()));
        return button;
    }

    private void settle() {
        boolean any = !marks.getChildren().isEmpty();
        marks.setVisible(any);
        marks.setManaged(any);
    }
}
