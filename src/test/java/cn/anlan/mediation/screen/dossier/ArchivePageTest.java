package cn.anlan.mediation.screen.dossier;

import cn.anlan.Shots;
import cn.anlan.UiTest;
import cn.anlan.app.sample.Sample;
import cn.anlan.entry.Progress;
import cn.anlan.kit.Style;
import cn.anlan.kit.TestOffice;
import cn.anlan.mediation.dossier.Retention;
import cn.anlan.mediation.dossier.Shelves;
import cn.anlan.mediation.dossier.Shelves.Shelved;
import cn.anlan.paper.print.Press;
import cn.anlan.paper.print.Typefaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

/** The archive: lists by day and by period, taken along as workbook and on paper. */
@UiTest
class ArchivePageTest {
    private static TestOffice desk;
    private static Path folder;
    private final List<String> opened = new ArrayList<>();
    private ArchivePage page;

    @BeforeAll
    static void open(@TempDir Path store, @TempDir Path files) {
        folder = files;
        Sample.fill(store, new Sample.Plan(TestOffice.TOWN, 40, 1, TestOffice.TODAY), Progress.none());
        desk = new TestOffice(store);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Start
    void start(Stage stage) {
        var press = new Press(new Typefaces(folder.resolve("fonts")));
        page = new ArchivePage(desk.office, new ArchivePage.Desk(new Shelves(desk.house.registers(), new Retention(desk.house.codes())), () -> press,
                () -> "华藏寺镇综治中心", (register, id) -> opened.add(id)));
        var scene = new Scene(page.node(), 1146, 640);
        Style.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private <N extends Node> N find(String id) {
        @SuppressWarnings("unchecked")
        N found = (N) page.node().lookup("#" + id);
        assertThat(found).as(id).isNotNull();
        return found;
    }

    private List<Shelved> shown() {
        return this.<TableView<Shelved>>find("archive-table").getItems();
    }

    private void press(String id) {
        desk.onFx(() -> this.<Button>find(id).fire());
    }

    @Test
    void theListsAreShownAndTakenAlong() throws IOException {
        desk.onFx(page::shown);
        assertThat(shown()).as("nothing has come to its end yet").isEmpty();
        desk.onFx(() -> this.<DatePicker>find("archive-until").setValue(LocalDate.of(2100, 1, 1)));
        int ending = shown().size();
        assertThat(ending).isPositive();
        assertThat(this.<Label>find("archive-count").getText()).contains(String.valueOf(ending));
        Shots.take(page.node(), "archive-ending");
        desk.onFx(() -> this.<ToggleButton>find("archive-handed").setSelected(true));
        desk.onFx(() -> this.<DatePicker>find("archive-from").setValue(LocalDate.of(2020, 1, 1)));
        assertThat(shown()).hasSizeGreaterThanOrEqualTo(ending).allSatisfy(one -> assertThat(one.papers()).isPositive());
        Shots.take(page.node(), "archive-handed");
        desk.dialogs.file = folder.resolve("list.xlsx");
        press("archive-sheet");
        desk.dialogs.file = folder.resolve("list.pdf");
        press("archive-pdf");
        assertThat(Files.size(folder.resolve("list.xlsx"))).isPositive();
        assertThat(new String(Files.readAllBytes(folder.resolve("list.pdf")), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(desk.dialogs.failures).isEmpty();
    }

    @Test
    void aPeriodTurnedRoundIsSaid() {
        desk.onFx(page::shown);
        desk.onFx(() -> this.<ToggleButton>find("archive-handed").setSelected(true));
        desk.onFx(() -> this.<DatePicker>find("archive-from").setValue(TestOffice.TODAY.plusDays(3)));
        assertThat(this.<Label>find("notice-text").getText()).contains("颠倒");
    }
}
