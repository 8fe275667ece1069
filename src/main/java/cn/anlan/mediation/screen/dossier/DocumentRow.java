package cn.anlan.mediation.screen.dossier;

import cn.anlan.entry.Text;
import cn.anlan.kit.Style;
import cn.anlan.mediation.dossier.Checklist;
import cn.anlan.mediation.dossier.Checklist.Line;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One paper of the checklist (清单行): its name and why it is needed, its state, its pages, and what can be done with it. */
final class DocumentRow {
    private static final Map<String, String> MARKS = Map.of("1", "printed", "2", "signed", "9", "not_applicable");
    private static final double NAME_WIDTH = 170;
    private static final double PAGE_WIDTH = 46;
    private static final double BUTTONS_WIDTH = 130;

    private final Line line;
    private final Actions actions;
    private final FlowPane buttons = new FlowPane(4, 4);
    private final HBox root = Style.DOCUMENT_ROW.on(new HBox(8));
    private final TextField from;
    private final TextField to;

    /** What the tab does for a row. */
    interface Actions {
        void mark(Line line, String state);

        void number(Line line, @Nullable Integer from, @Nullable Integer to);

        void choose(Line line);

        void print(Line line);

        void take(@Nullable String kind, List<Path> files);

        void wrongPages(Line line);
    }

    /** {@code stateLabel} is the state in words; a locked row only shows. */
    DocumentRow(Line line, String stateLabel, boolean locked, Actions actions) {
        this.line = line;
        this.actions = actions;
        root.setId("document-" + line.kind());
        root.setAlignment(Pos.CENTER_LEFT);
        Style.DOCUMENT_MISSING.set(root, line.isMissing());
        var binding = line.stored() == null ? null : line.stored().binding();
        from = page("page-from-", binding == null ? null : binding.pageFrom(), locked);
        to = page("page-to-", binding == null ? null : binding.pageTo(), locked);
        var state = Style.CASE_MARK.on(new Label(stateLabel));
        state.setId("state-" + line.kind());
        state.setMinWidth(Region.USE_PREF_SIZE);
        Style.OVERDUE.set(state, line.isMissing());
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(BUTTONS_WIDTH);
        HBox.setHgrow(buttons, Priority.ALWAYS);
        root.getChildren().setAll(name(), state, from, new Label("–"), to, buttons);
        if (!locked) {
            buttons();
            acceptDrops();
        }
    }

    Node node() {
        return root;
    }

    private Node name() {
        var name = new Label(line.label());
        name.setWrapText(true);
        String told = line.demand() == Checklist.Demand.FREE ? Text.of("dossier.may") : line.why();
        String reason = line.stored() == null ? null : line.stored().standing().reason();
        var why = Style.QUIET.on(new Label(reason != null ? Text.of("dossier.because", reason)
                : line.scans() == 0 ? told : Text.of("dossier.with_scans", told, line.scans())));
        why.setWrapText(true);
        var both = new VBox(name, why);
        both.setMinWidth(NAME_WIDTH);
        both.setPrefWidth(NAME_WIDTH);
        return both;
    }

    private TextField page(String id, @Nullable Integer number, boolean locked) {
        var field = new TextField(number == null ? "" : number.toString());
        field.setId(id + line.kind());
        field.setPrefWidth(PAGE_WIDTH);
        field.setMinWidth(PAGE_WIDTH);
        field.setEditable(!locked);
        field.setAccessibleText(Text.of(id.equals("page-from-") ? "dossier.page_from" : "dossier.page_to", line.label()));
        field.setPromptText(Text.of("dossier.page"));
        field.setOnAction(entered -> number());
        field.focusedProperty().addListener((focused, before, now) -> {
            if (!now) {
                number();
            }
        });
        return field;
    }

    private void number() {
        var binding = line.stored() == null ? null : line.stored().binding();
        String before = binding == null ? "/" : text(binding.pageFrom()) + "/" + text(binding.pageTo());
        if (!before.equals(from.getText().strip() + "/" + to.getText().strip())) {
            if (from.getText().strip().matches("\\d{0,4}") && to.getText().strip().matches("\\d{0,4}")) {
                actions.number(line, read(from), read(to));
            } else {
                actions.wrongPages(line);
            }
        }
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static @Nullable Integer read(TextField field) {
        String typed = field.getText().strip();
        return typed.isEmpty() ? null : Integer.valueOf(typed);
    }

    private void buttons() {
        if (Scans.isPrinted(line.kind())) {
            add("print", () -> actions.print(line), true);
        }
        for (String state : List.of("1", "2")) {
            add(MARKS.get(state), () -> actions.mark(line, state), !line.state().equals(state));
        }
        add("scan", () -> actions.choose(line), true);
        add(MARKS.get("9"), () -> actions.mark(line, "9"), !line.state().equals("9"));
    }

    private void add(@Nullable String word, Runnable pressed, boolean possible) {
        var button = new Button(Text.of("dossier.button." + word));
        button.setId(word + "-" + line.kind());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> pressed.run());
        button.setDisable(!possible);
        buttons.getChildren().add(button);
    }

    private void acceptDrops() {
        root.setOnDragOver(drag -> {
            if (drag.getDragboard().hasFiles()) {
                drag.acceptTransferModes(TransferMode.COPY);
                Style.DROP_HERE.set(root, true);
                drag.consume();
            }
        });
        root.setOnDragExited(drag -> Style.DROP_HERE.set(root, false));
        root.setOnDragDropped(drag -> {
            actions.take(line.kind(), drag.getDragboard().getFiles().stream().map(File::toPath).toList());
            drag.setDropCompleted(true);
            drag.consume();
        });
    }
}
