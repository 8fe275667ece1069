package cn.anlan.mediation.screening.screen;

import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.kit.register.OnRegister;
import cn.anlan.kit.register.RegisterPage;
import cn.anlan.mediation.Screening;
import cn.anlan.mediation.screening.ScreeningDesk;
import cn.anlan.mediation.screening.ScreeningDesk.Missing;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The page of screenings (排查页面): the register's own page, above it who has not reported and a nil report for the asking. */
public final class ScreeningPage implements OnRegister {
    private final Office office;
    private final ScreeningDesk desk;
    private final BiConsumer<String, String> open;
    private final RegisterPage<Screening> page;
    private final ComboBox<@Nullable Missing> areas = new ComboBox<>();
    private final Label missing = new Label();
    private final Button nil = Style.PRIMARY.on(new Button(Text.of("mediation.screening.nil")));
    private final Button toDisputes = new Button();
    private final BorderPane root = new BorderPane();

    /** {@code open} brings the entry of a register to the front. */
    public ScreeningPage(Office office, ScreeningDesk desk, BiConsumer<String, String> open) {
        this.office = office;
        this.desk = desk;
        this.open = open;
        page = new RegisterPage<>(office, office.registers().of(Screening.class));
        nil.setId("nil");
        nil.setOnAction(pressed -> nil());
        toDisputes.setId("to-disputes");
        toDisputes.setOnAction(pressed -> toDisputes());
        toDisputes.setMinWidth(Region.USE_PREF_SIZE);
        page.addTool(toDisputes);
        page.onOpened(this::opened);
        root.setTop(bar());
        root.setCenter(page.node());
        opened(null);
    }

    private Node bar() {
        missing.setId("missing");
        areas.setId("nil-area");
        areas.setPrefWidth(340);
        areas.setCellFactory(list -> new AreaCell());
        areas.setButtonCell(new AreaCell());
        var bar = Style.TOOL_BAR.on(new HBox(8, missing, areas, nil));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("page-bar");
        return bar;
    }

    /** A place and the period it has not reported for. */
    private final class AreaCell extends ListCell<@Nullable Missing> {
        @Override
        protected void updateItem(@Nullable Missing item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : Text.of("mediation.screening.period", office.places().path(item.area()),
                    item.window().period().from(), item.window().period().to()));
        }
    }

    private LocalDate today() {
        return LocalDate.now(office.clock());
    }

    private void readMissing() {
        office.background().run("kit.busy.loading", () -> desk.missing(today()), this::show);
    }

    private void show(List<Missing> places) {
        missing.setText(places.isEmpty() ? Text.of("mediation.screening.complete") : Text.of("mediation.screening.missing", places.size()));
        areas.getItems().setAll(places);
        areas.getSelectionModel().select(places.isEmpty() ? null : places.get(places.size() - 1));
        areas.setVisible(!places.isEmpty());
        nil.setVisible(!places.isEmpty());
    }

    /** For a period gone by the report is dated its last day. */
    private void nil() {
        Missing chosen = areas.getValue();
        if (chosen != null && page.mayLeave()) {
            LocalDate last = chosen.window().period().to();
            LocalDate day = last.isBefore(today()) ? last : today();
            office.background().run("kit.busy.saving", () -> desk.nil(chosen.area(), day), stored -> {
                page.notice().done(Text.of("mediation.screening.nil_done", office.places().path(chosen.area())));
                readMissing();
                page.shown();
                page.open(stored.id());
            }, page.notice()::refused);
        }
    }

    private void opened(@Nullable Screening screening) {
        toDisputes.setVisible(false);
        toDisputes.setManaged(false);
        if (screening != null && screening.voidReason() == null) {
            office.background().run("kit.busy.loading", () -> desk.waiting(screening.id()).size(), count -> {
                toDisputes.setText(Text.of("mediation.screening.to_disputes", count));
                toDisputes.setVisible(count > 0);
                toDisputes.setManaged(count > 0);
            });
        }
    }

    private void toDisputes() {
        Screening screening = page.entry();
        if (screening != null && page.mayLeave()) {
            office.background().run("kit.busy.saving", () -> desk.toDisputes(screening.id()), made -> {
                page.reopen();
                opened(screening);
                page.notice().done(Text.of("mediation.screening.made", made.size()));
                if (made.size() == 1) {
                    open.accept("dispute", made.get(0));
                }
            }, page.notice()::refused);
        }
    }

    @Override
    public RegisterPage<Screening> page() {
        return page;
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        page.shown();
        readMissing();
        opened(page.entry());
    }
}
