package cn.anlan.report.screen;

import cn.anlan.entry.Text;
import cn.anlan.report.Difference;
import cn.anlan.report.Listed;
import cn.anlan.report.Report;
import cn.anlan.report.ReportAdjust;
import cn.anlan.report.Submissions;
import cn.anlan.report.form.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What stands behind the table (明细): the cases of a number and its correction, the text for the brief, or what changed since it was submitted. */
final class SidePane {
    private static final String HEADING = "home-heading";

    private final VBox box = new VBox(8);
    private final Label title = new Label();
    private final ListView<Line> lines = new ListView<>();
    private final TextField delta = new TextField();
    private final TextField reason = new TextField();
    private final Button correct = button("correct");
    private final VBox correction = new VBox(6, new Label(Text.of("report.screen.correction")), new HBox(6, delta, correct), reason);
    private final TextArea bulletin = new TextArea();
    private final Button copy = button("copy");

    /** One line of a list: a heading, a case, a correction; what is opened by it. */
    record Line(String text, String detail, boolean heading, String register, String id) {}

    /** {@code open} brings the entry of a register to the front; {@code corrected} takes what was typed into the correction, and why. */
    SidePane(BiConsumer<String, String> open, BiConsumer<String, String> corrected) {
        box.getStyleClass().add("report-side");
        box.setId("report-side");
        box.setPrefWidth(340);
        box.setMinWidth(280);
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setId("report-side-title");
        lines.setId("report-lines");
        lines.setCellFactory(all -> new LineCell());
        lines.setOnMouseClicked(click -> open(open, click.getClickCount() == 2));
        lines.setOnKeyPressed(key -> open(open, key.getCode() == KeyCode.ENTER));
        delta.setId("report-delta");
        delta.setPromptText(Text.of("report.screen.delta"));
        reason.setId("report-reason");
        reason.setPromptText(Text.of("report.screen.reason"));
        HBox.setHgrow(delta, Priority.ALWAYS);
        correct.disableProperty().bind(Bindings.createBooleanBinding(() -> delta.getText().isBlank() || reason.getText().isBlank(),
                delta.textProperty(), reason.textProperty()));
        correct.setOnAction(pressed -> corrected.accept(delta.getText().strip(), reason.getText().strip()));
        bulletin.setId("report-bulletin-text");
        bulletin.setWrapText(true);
        copy.setOnAction(pressed -> copy());
        VBox.setVgrow(lines, Priority.ALWAYS);
        VBox.setVgrow(bulletin, Priority.ALWAYS);
        clear();
    }

    private static Button button(String key) {
        var button = new Button(Text.of("report.screen." + key));
        button.setId("report-" + key);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    VBox node() {
        return box;
    }

    private void open(BiConsumer<String, String> open, boolean wanted) {
        Line chosen = lines.getSelectionModel().getSelectedItem();
        if (wanted && chosen != null && !chosen.id.isEmpty()) {
            open.accept(chosen.register, chosen.id);
        }
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(bulletin.getText());
        Clipboard.getSystemClipboard().setContent(content);
        copy.setText(Text.of("report.screen.copied"));
    }

    private void head(String text, String style) {
        title.setText(text);
        title.getStyleClass().removeAll(HEADING, "report-side-hint");
        title.getStyleClass().add(style);
    }

    /** Nothing is pointed at. */
    void clear() {
        head(Text.of("report.screen.point"), "report-side-hint");
        box.getChildren().setAll(title);
    }

    /** The cases behind a number, and those who corrected it. */
    void showCases(String heading, List<Listed> cases, List<ReportAdjust> corrections, boolean correctable) {
        head(heading, HEADING);
        List<Line> shown = new ArrayList<>();
        corrections.forEach(one -> shown.add(new Line(Text.of("report.screen.corrected_by", signed(one.correction().delta()), one.correction().reason()),
                String.valueOf(one.correction().madeBy()), false, Submissions.CORRECTIONS, one.id())));
        cases.forEach(one -> shown.add(new Line(one.title(), days(one), false, one.register(), one.id())));
        lines.getItems().setAll(shown);
        lines.setPlaceholder(new Label(Text.of("report.screen.no_cases")));
        delta.clear();
        reason.clear();
        box.getChildren().setAll(title, lines);
        if (correctable) {
            box.getChildren().add(correction);
        }
    }

    private static String days(Listed one) {
        return one.isScreening() ? Text.of("report.screen.screened", one.day()) : one.closed() == null ? Text.of("report.screen.accepted", one.day())
                : Text.of("report.screen.closed", one.day(), one.closed());
    }

    private static String signed(long number) {
        return number > 0 ? "+" + number : String.valueOf(number);
    }

    /** What is no longer as it was submitted, number by number, each with the cases that made it so. */
    void showDifferences(List<Difference> differences) {
        head(Text.of("report.screen.differences", differences.size()), HEADING);
        List<Line> shown = new ArrayList<>();
        for (Difference one : differences) {
            Column column = one.column();
            shown.add(new Line(Text.of("report.screen.difference", Text.of("report.print.cell", one.row().label().strip(), column.label()),
                    Report.shown(column, one.before()), Report.shown(column, one.now())), "", true, "", ""));
            one.causes().forEach(cause -> shown.add(new Line(Text.of("report.screen.cause." + cause.kind(), cause.title(), Report.shown(column, cause.before()),
                    Report.shown(column, cause.now())), String.join("\n", cause.changes()), false, cause.register(), cause.id())));
        }
        lines.getItems().setAll(shown);
        lines.setPlaceholder(new Label(Text.of("report.screen.no_differences")));
        box.getChildren().setAll(title, lines);
    }

    void showBulletin(String text) {
        head(Text.of("report.screen.bulletin"), HEADING);
        bulletin.setText(text);
        copy.setText(Text.of("report.screen.copy"));
        box.getChildren().setAll(title, bulletin, copy);
    }

    /** Cases and people as whole numbers, money as yuan; null when it is neither. */
    static @Nullable Long number(Column column, String typed) {
        try {
            var number = new BigDecimal(typed.replaceFirst("^\\+", ""));
            return (column.measure() instanceof Column.Fen ? number.movePointRight(2) : number).longValueExact();
        } catch (ArithmeticException | NumberFormatException unreadable) {
            return null;
        }
    }

    /** A line on screen. */
    private static final class LineCell extends ListCell<Line> {
        private static final double BESIDE = 36;

        private final Label text = wrapped("");
        private final Label detail = wrapped("hint");
        private final VBox both = new VBox(2, text, detail);

        LineCell() {
            setPrefWidth(0);
        }

        private static Label wrapped(String style) {
            var label = new Label();
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.getStyleClass().add(style.isEmpty() ? "report-line" : style);
            return label;
        }

        /** As high as the wrapped words need beside padding and scroll bar; left alone, a cell is measured before its style is known. */
        @Override
        protected double computePrefHeight(double width) {
            return getGraphic() == null || getListView() == null ? super.computePrefHeight(width)
                    : snappedTopInset() + snappedBottomInset() + both.prefHeight(getListView().getWidth() - BESIDE);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            text.setText(line.text);
            text.getStyleClass().remove("report-sum");
            if (line.heading) {
                text.getStyleClass().add("report-sum");
            }
            detail.setText(line.detail);
            detail.setVisible(!line.detail.isEmpty());
            detail.setManaged(!line.detail.isEmpty());
            setGraphic(both);
        }
    }
}
