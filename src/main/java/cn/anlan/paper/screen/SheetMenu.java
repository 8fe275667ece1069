package cn.anlan.paper.screen;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Text;
import cn.anlan.kit.Dialogs.Kind;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.kit.Underway;
import cn.anlan.kit.register.RegisterPage;
import cn.anlan.paper.SheetImport;
import cn.anlan.paper.SheetTemplate;
import cn.anlan.paper.SheetWriter;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** A register and spreadsheets (表格菜单): bring a clerk's sheet in, take the list along as it stands, an empty sheet to fill in. */
public final class SheetMenu<E extends Entry> {
    private final Office office;
    private final Desk desk;
    private final RegisterPage<E> page;
    private final Register<E> register;
    private final Underway writing;
    private final MenuButton menu = new MenuButton("", new FontIcon(MaterialDesignT.TABLE_LARGE));

    /**
     * What the menu works with.
     *
     * @param home the code of the township, at hand without asking the store
     */
    public record Desk(SheetImport sheets, SheetTemplate template, Supplier<String> home) {}

    public SheetMenu(Office office, Desk desk, RegisterPage<E> page) {
        this.office = office;
        this.desk = desk;
        this.page = page;
        this.register = page.register();
        this.writing = new Underway(office.background());
        menu.setId("sheet-menu");
        menu.setAccessibleText(Text.of("paper.sheet.menu"));
        menu.setTooltip(new Tooltip(Text.of("paper.sheet.menu.tip")));
        menu.setFocusTraversable(false);
        Style.FLAT_ICON.on(menu);
        if (office.registers().may(Act.CREATE, register.name())) {
            menu.getItems().setAll(item("import", this::bringIn), item("template", this::giveTemplate));
        }
        if (office.registers().may(Act.EXPORT, register.name())) {
            menu.getItems().add(item("export", this::takeAlong));
        }
        menu.setVisible(!menu.getItems().isEmpty());
        menu.setManaged(!menu.getItems().isEmpty());
    }

    public HBox node() {
        return new HBox(6, menu, writing.node());
    }

    private static MenuItem item(String id, Runnable chosen) {
        var item = new MenuItem(Text.of("paper.sheet." + id));
        item.setId("sheet-" + id);
        item.setOnAction(event -> chosen.run());
        return item;
    }

    private void bringIn() {
        var kind = new Kind(Text.of("paper.sheet.kind"), List.of("*.xlsx", "*.xls", "*.csv"));
        office.dialogs().open(Text.of("paper.sheet.which", register.shape().label()), kind)
                .ifPresent(file -> new ImportPane<>(office, desk.sheets, page).check(file));
    }

    private void giveTemplate() {
        where(Text.of("paper.sheet.template_name", register.shape().label())).ifPresent(file -> writing.run("kit.busy.saving", progress -> {
            desk.template.write(register.shape(), desk.home.get(), file);
            return file;
        }, this::written, page.table().notice()::refused));
    }

    /** What the list shows now, personal information masked. */
    private void takeAlong() {
        Query query = page.table().query();
        where(Text.of("paper.sheet.name", register.shape().label(), LocalDate.now(office.clock()))).ifPresent(file -> writing.run("kit.busy.saving", progress -> {
            office.registers().require(Act.EXPORT, register.name());
            new SheetWriter(progress).write(register, query, SheetWriter.Columns.all(register.shape()), file);
            return file;
        }, this::written, page.table().notice()::refused));
    }

    private Optional<Path> where(String name) {
        return office.dialogs().save(Text.of("paper.sheet.where"), name, new Kind(Text.of("paper.sheet.kind_out"), List.of("*.xlsx")));
    }

    private void written(Path file) {
        page.table().notice().done(writing.told(Text.of("paper.sheet.written", file)));
    }
}
