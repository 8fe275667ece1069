package cn.anlan.mediation.subsidy.screen;

import cn.anlan.entry.Period;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.entry.Type;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.kit.list.ColumnWidths;
import cn.anlan.mediation.SubsidyClaim;
import cn.anlan.mediation.subsidy.Candidate;
import cn.anlan.mediation.subsidy.SubsidyDesk;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The cases of a period with the office's look at each (选案申报): tick those to be claimed; what is not paid as it stands cannot be ticked. */
final class CandidatePane {
    private final Office office;
    private final SubsidyDesk desk;
    private final Consumer<List<SubsidyClaim>> claimed;
    private final BiConsumer<String, String> open;
    private final TextField from = field("claim-from", 110);
    private final TextField to = field("claim-to", 110);
    private final TextField batch = field("claim-batch", 160);
    private final TableView<Row> table = new TableView<>();
    private final Label sum = new Label();
    private final Button claim = Style.PRIMARY.on(new Button(Text.of("mediation.subsidy.claim")));
    private final NoticeBar notice = new NoticeBar();
    private final VBox root;

    /** A case and whether it is ticked (候选行). */
    record Row(Candidate candidate, BooleanProperty ticked) {}

    CandidatePane(Office office, SubsidyDesk desk, Consumer<List<SubsidyClaim>> claimed, BiConsumer<String, String> open) {
        this.office = office;
        this.desk = desk;
        this.claimed = claimed;
        this.open = open;
        Period half = halfYear(LocalDate.now(office.clock()));
        from.setText(half.from().toString());
        to.setText(half.to().toString());
        batch.setText(Text.of(half.from().getMonthValue() == 1 ? "mediation.subsidy.first_half" : "mediation.subsidy.second_half", half.from().getYear()));
        var look = new Button(Text.of("mediation.subsidy.look"));
        look.setId("claim-look");
        look.setOnAction(pressed -> read());
        claim.setId("claim-now");
        claim.setOnAction(pressed -> claim());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = Style.TOOL_BAR.on(new HBox(8, new Label(Text.of("mediation.subsidy.closed_from")), from, new Label(Text.of("mediation.subsidy.closed_to")), to,
                look, gap, sum, new Label(Text.of("mediation.subsidy.batch")), batch, claim));
        bar.setAlignment(Pos.CENTER_LEFT);
        columns();
        root = new VBox(6, bar, notice.node(), table);
        root.getStyleClass().add("list-side");
        VBox.setVgrow(table, Priority.ALWAYS);
        tally();
    }

    private static TextField field(String id, double width) {
        var field = new TextField();
        field.setId(id);
        field.setPrefWidth(width);
        field.setMinWidth(width);
        return field;
    }

    /** Batches go in twice a year. */
    private static Period halfYear(LocalDate day) {
        boolean first = day.getMonthValue() <= 6;
        LocalDate start = LocalDate.of(day.getYear(), first ? 1 : 7, 1);
        return new Period(start, start.plusMonths(6).minusDays(1));
    }

    Parent node() {
        return root;
    }

    private void columns() {
        table.setId("claim-candidates");
        table.setPlaceholder(Style.EMPTY_STATE.on(new Label(Text.of("mediation.subsidy.none"))));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var tick = new TableColumn<Row, Row>(Text.of("mediation.subsidy.tick"));
        tick.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        tick.setCellFactory(column -> new TickCell());
        tick.setMinWidth(56);
        tick.setMaxWidth(56);
        List<TableColumn<Row, ?>> all = new ArrayList<>(List.of(tick));
        all.add(column("title", 230, row -> row.dispute().registration().title()));
        all.add(column("case_no", 225, row -> Objects.requireNonNullElse(row.dispute().registration().caseNo(), "")));
        all.add(column("closed", 100, row -> String.valueOf(row.dispute().outcome().closing().closeDate())));
        all.add(column("tier", 110, row -> row.tier() == null ? "" : row.tier().name()));
        var amount = column("amount", 90, row -> row.tier() == null ? "" : Type.MONEY.write(row.tier().amountFen()));
        amount.getStyleClass().add("number-column");
        all.add(amount);
        all.add(column("check", 300, row -> row.check().reasons().isEmpty() ? Text.of("mediation.subsidy.fine") : row.check().reasons()));
        table.getColumns().setAll(all);
        ColumnWidths.grow(table);
        table.setRowFactory(view -> new CaseRow());
    }

    private static TableColumn<Row, String> column(String key, double width, Function<Candidate, String> words) {
        var column = new TableColumn<Row, String>(Text.of("mediation.subsidy.column." + key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue().candidate())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    /** The tick of a case, closed where the case is not paid as it stands. */
    private final class TickCell extends TableCell<Row, Row> {
        private final CheckBox box = new CheckBox();

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : box);
            if (row != null && !empty) {
                box.setSelected(row.ticked().get());
                box.setDisable(!row.candidate().check().isPayable());
                box.setOnAction(pressed -> {
                    row.ticked().set(box.isSelected());
                    tally();
                });
            }
        }
    }

    /** A case; two clicks open it, pointing at it tells the whole look. */
    private final class CaseRow extends TableRow<Row> {
        CaseRow() {
            setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && getItem() != null) {
                    open.accept("dispute", getItem().candidate().dispute().id());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setTooltip(empty || row == null ? null : new Tooltip(row.candidate().check().words()));
            Style.SHELVED.set(this, !empty && row != null && !row.candidate().check().isPayable());
        }
    }

    /** Looks at the cases of the period as typed. */
    void read() {
        notice.clear();
        try {
            Period period = period();
            office.background().run("kit.busy.loading", () -> desk.candidates(period), this::show, notice::refused);
        } catch (Refused unreadable) {
            notice.refused(unreadable);
        }
    }

    private Period period() {
        return new Period(day(from.getText()), day(to.getText()));
    }

    private static LocalDate day(String written) {
        try {
            Object day = Type.DATE.parse(written);
            if (day instanceof LocalDate read) {
                return read;
            }
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw Refused.of("mediation.refused.claim_period", written);
        }
        throw Refused.of("mediation.refused.claim_period", written);
    }

    private void show(List<Candidate> found) {
        table.getItems().setAll(found.stream().map(each -> new Row(each, new SimpleBooleanProperty(each.check().isPayable()
                && each.check().reasons().isEmpty()))).toList());
        tally();
    }

    private List<Candidate> ticked() {
        return table.getItems().stream().filter(row -> row.ticked().get()).map(Row::candidate).toList();
    }

    private void tally() {
        List<Candidate> ticked = ticked();
        long fen = ticked.stream().mapToLong(each -> each.tier() == null ? 0 : each.tier().amountFen()).sum();
        sum.setText(Text.of("mediation.subsidy.sum", ticked.size(), Type.MONEY.write(fen)));
        claim.setDisable(ticked.isEmpty());
    }

    private void claim() {
        List<String> ids = ticked().stream().map(each -> each.dispute().id()).toList();
        Period period = period();
        office.background().run("kit.busy.saving", () -> desk.claim(batch.getText(), period, ids), claims -> {
            read();
            claimed.accept(claims);
        }, notice::refused);
    }
}
