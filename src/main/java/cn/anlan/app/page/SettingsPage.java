package cn.anlan.app.page;

import cn.anlan.app.Updating;
import cn.anlan.app.Upkeep;
import cn.anlan.app.page.upkeep.BackupPane;
import cn.anlan.app.page.upkeep.HandoverPane;
import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import cn.anlan.kit.Page;
import cn.anlan.mediation.screen.dossier.WatchedFolder;
import cn.anlan.reference.Place;
import cn.anlan.security.screen.SafetyPane;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The settings (设置): who works here, for which office, in which letters; where the data lies. */
public final class SettingsPage implements Page {
    private static final List<Integer> FONTS = List.of(100, 115, 125);
    private static final int LABEL_WIDTH = 120;
    private static final int FIELD_WIDTH = 520;

    private final Office office;
    private final Ways ways;
    private final BackupPane backup;
    private final ScrollPane root = new ScrollPane();
    private final WatchedFolder scans;
    private final GridPane grid = new GridPane();
    private final TextField clerk = new TextField();
    private final TextField orgName = new TextField();
    private final TextField orgCode = new TextField();
    private final ComboBox<Place> home = new ComboBox<>();
    private final ComboBox<Integer> cutDay = new ComboBox<>();
    private final ComboBox<Integer> font = new ComboBox<>();
    private final Label message = new Label();
    private final Button save = new Button(Text.of("app.settings.save"));

    /** What the page needs of the window: where the data lies, how a folder is shown, who is told of new settings. */
    public record Ways(Path folder, Consumer<Path> showFolder, Consumer<Setup> changed, Updating updating, Upkeep upkeep, SafetyPane safety) {

        /** The same, with somebody else told of new settings. */
        public Ways telling(Consumer<Setup> other) {
            return new Ways(folder, showFolder, other, updating, upkeep, safety);
        }
    }

    public SettingsPage(Office office, Ways ways) {
        this.office = office;
        this.ways = ways;
        scans = new WatchedFolder(office, "settings");
        backup = new BackupPane(office.background(), office.dialogs(), ways.upkeep(), office.clock());
        fill();
        lay();
    }

    private void fill() {
        home.setConverter(new PlaceNames());
        cutDay.getItems().setAll(IntStream.rangeClosed(1, 31).boxed().toList());
        cutDay.setConverter(new Numbers("app.settings.day"));
        font.getItems().setAll(FONTS);
        font.setConverter(new Numbers("app.settings.percent"));
        clerk.setId("settings-clerk");
        orgName.setId("settings-org-name");
        orgCode.setId("settings-org-code");
        home.setId("settings-home");
        cutDay.setId("settings-cut-day");
        font.setId("settings-font");
        save.setId("settings-save");
        save.getStyleClass().add("accent");
        save.setOnAction(pressed -> save());
        message.setId("settings-message");
        List.of(clerk, orgName, orgCode).forEach(field -> field.textProperty().addListener((all, before, now) -> changed()));
        List.of(home, cutDay, font).forEach(choice -> choice.valueProperty().addListener((all, before, now) -> changed()));
    }

    private void lay() {
        grid.getStyleClass().add("settings");
        grid.getColumnConstraints().setAll(new ColumnConstraints(LABEL_WIDTH), new ColumnConstraints(FIELD_WIDTH));
        heading("office");
        row("clerk", clerk, true);
        row("org_name", orgName, true);
        row("org_code", orgCode, true);
        row("home", home, true);
        row("cut_day", cutDay, true);
        heading("screen");
        row("font", font, false);
        grid.add(new HBox(12, save, message), 1, grid.getRowCount());
        heading("safety");
        grid.add(ways.safety().node(), 1, grid.getRowCount());
        heading("data");
        row("folder", folder(), true);
        row("backup", backup.node(), true);
        row("handover", new HandoverPane(office.background(), office.dialogs(), ways.upkeep().handover(), ways.showFolder()).node(), true);
        row("scans", scans.node(), true);
        heading("about");
        var about = new Label(about());
        about.setWrapText(true);
        grid.add(about, 1, grid.getRowCount());
        grid.add(new UpdatePane(office.background(), office.dialogs(), ways.updating()).node(), 1, grid.getRowCount());
        root.setId("page-settings");
        root.setContent(grid);
        root.setFitToWidth(true);
    }

    private void heading(String key) {
        var heading = new Label(Text.of("app.settings.section." + key));
        heading.getStyleClass().add("home-heading");
        grid.add(heading, 0, grid.getRowCount(), 2, 1);
    }

    private void row(String key, Node control, boolean hinted) {
        int row = grid.getRowCount();
        var label = new Label(Text.of("app.settings." + key));
        label.setLabelFor(control);
        label.getStyleClass().add("settings-label");
        GridPane.setValignment(label, VPos.TOP);
        grid.add(label, 0, row);
        var hint = new Label(hinted ? Text.of("app.settings." + key + ".hint") : "");
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        grid.add(hinted ? new VBox(2, control, hint) : control, 1, row);
    }

    private HBox folder() {
        var path = new TextField(ways.folder().toString());
        path.setId("settings-folder");
        path.setEditable(false);
        path.setPrefColumnCount(26);
        var show = new Button(Text.of("app.settings.show_folder"), Icons.of("folder"));
        show.setId("settings-show-folder");
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setOnAction(pressed -> ways.showFolder().accept(ways.folder()));
        return new HBox(8, path, show);
    }

    private static String about() {
        String version = Objects.requireNonNullElse(SettingsPage.class.getPackage().getImplementationVersion(), Text.of("app.settings.unreleased"));
        return Text.of("app.settings.about", version, Runtime.version().feature(), System.getProperty("os.name", ""));
    }

    private Setup stored() {
        return Setup.read(office.memory()::get);
    }

    private Setup written() {
        Place place = home.getValue();
        return new Setup(place == null ? "" : place.code(), orgCode.getText().strip(), orgName.getText().strip(), clerk.getText().strip(),
                cutDay.getValue(), font.getValue());
    }

    private void show(Setup setup) {
        home.getItems().setAll(office.places().below("", List.of("town")));
        office.places().find(setup.home()).ifPresent(home::setValue);
        clerk.setText(setup.clerk());
        orgName.setText(setup.orgName());
        orgCode.setText(setup.orgCode());
        cutDay.setValue(setup.cutDay());
        font.setValue(setup.fontPercent());
        changed();
    }

    private boolean dirty() {
        return cutDay.getValue() != null && font.getValue() != null && !written().equals(stored());
    }

    private void changed() {
        boolean dirty = dirty();
        save.setDisable(!dirty);
        if (dirty) {
            message.setText("");
        }
    }

    private void save() {
        Setup setup = written();
        if (!setup.isComplete() || !setup.orgCode().matches("\\d{12}")) {
            message.setText(Text.of(setup.isComplete() ? "app.first.refused.org_code" : "app.settings.incomplete"));
            return;
        }
        setup.write(office.memory()::put);
        ways.changed().accept(setup);
        changed();
        message.setText(Text.of("app.settings.saved"));
    }

    @Override
    public String title() {
        return Text.of("app.page.settings");
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        backup.refresh();
        scans.refresh();
        ways.safety().refresh();
        if (!dirty()) {
            show(stored());
        }
    }

    @Override
    public boolean mayLeave() {
        boolean touched = dirty() || ways.safety().isTouched();
        if (!touched || office.dialogs().confirm(Text.of("app.settings.unsaved"), Text.of("app.settings.leave"))) {
            show(stored());
            ways.safety().clear();
            return true;
        }
        return false;
    }

    /** Places by name. */
    private static final class PlaceNames extends StringConverter<Place> {
        @Override
        public String toString(@Nullable Place place) {
            return place == null ? "" : place.name();
        }

        @Override
        public Place fromString(String written) {
            throw new UnsupportedOperationException(written);
        }
    }

    /** Numbers within a phrase. */
    private static final class Numbers extends StringConverter<Integer> {
        private final String phrase;

        Numbers(String phrase) {
            this.phrase = phrase;
        }

        @Override
        public String toString(@Nullable Integer number) {
            return number == null ? "" : Text.of(phrase, number);
        }

        @Override
        public Integer fromString(String written) {
            throw new UnsupportedOperationException(written);
        }
    }
}
