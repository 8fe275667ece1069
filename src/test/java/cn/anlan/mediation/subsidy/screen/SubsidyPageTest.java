package cn.anlan.mediation.subsidy.screen;

import cn.anlan.Shots;
import cn.anlan.UiTest;
import cn.anlan.app.sample.Sample;
import cn.anlan.entry.Progress;
import cn.anlan.kit.Style;
import cn.anlan.kit.TestOffice;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.SubsidyClaim;
import cn.anlan.mediation.dossier.Checklist;
import cn.anlan.mediation.subsidy.ClaimTable;
import cn.anlan.store.Query;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

/** The clerk claims a half year's cases. */
@UiTest
class SubsidyPageTest {
    @TempDir
    Path folder;

    private TestOffice desk;
    private SubsidyPage page;
    private Stage stage;
    private final List<ClaimTable> exported = new ArrayList<>();

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void aTownship() {
        Sample.fill(folder, new Sample.Plan(TestOffice.TOWN, 30, 3, TestOffice.TODAY.minusDays(1)), Progress.none());
        desk = new TestOffice(folder);
        var dossiers = desk.house.dossiers();
        desk.house.registers().of(Dispute.class).list(Query.all().is("stage", "20"), 5).forEach(dispute -> dossiers.mark(dispute.id(),
                dossiers.checklist().of(dispute).stream().filter(Checklist.Line::isMissing).map(Checklist.Line::kind).toList(), "2", null));
        desk.onFx(() -> {
            page = new SubsidyPage(desk.office, desk.house.subsidies(), (table, file) -> exported.add(table), (register, id) -> { });
            stage.setScene(new Scene(page.node(), 1156, 700));
            Style.dress(stage.getScene());
            stage.show();
            page.shown();
        });
    }

    @AfterEach
    void close() {
        desk.onFx(() -> stage.hide());
        desk.close();
    }

    @SuppressWarnings("unchecked")
    private <N> N find(String id) {
        return (N) page.node().lookup("#" + id);
    }

    @Test
    void casesAreLookedAtTickedClaimedAndMovedOn() {
        desk.onFx(() -> {
            this.<TextField>find("claim-from").setText("2026-01-01");
            this.<Button>find("claim-look").fire();
        });
        TableView<CandidatePane.Row> rows = find("claim-candidates");
        assertThat(rows.getItems()).isNotEmpty();
        Shots.take(page.node(), "subsidy-choose");
        long payable = rows.getItems().stream().filter(row -> row.candidate().check().isPayable()).count();
        assertThat(payable).isPositive();
        assertThat(rows.getItems()).filteredOn(row -> !row.candidate().check().isPayable()).allMatch(row -> !row.ticked().get());
        var claims = desk.house.registers().of(SubsidyClaim.class);
        desk.onFx(() -> this.<Button>find("claim-now").fire());
        long ticked = claims.count(Query.all().is("status", "1"), 1_000);
        assertThat(ticked).isPositive().isLessThanOrEqualTo(payable);
        MenuButton steps = find("claim-steps");
        assertThat(steps.getItems()).hasSize(1);
        desk.onFx(() -> steps.getItems().get(0).fire());
        assertThat(claims.count(Query.all().is("status", "1"), 1_000)).as("one is handed in").isEqualTo(ticked - 1);
        desk.dialogs.file = folder.resolve("汇总.xlsx");
        desk.onFx(() -> this.<Button>find("claim-table").fire());
        assertThat(exported).singleElement().satisfies(table -> assertThat(table.rows()).hasSize((int) ticked + 1));
        Shots.take(page.node(), "subsidy-claims");
    }

    @Test
    void aDayThatIsNoneIsToldAndNothingIsLost() {
        desk.onFx(() -> {
            this.<TextField>find("claim-from").setText("去年");
            this.<Button>find("claim-look").fire();
        });
        assertThat(((javafx.scene.control.Label) page.node().lookup("#notice-text")).getText()).contains("去年");
    }
}
