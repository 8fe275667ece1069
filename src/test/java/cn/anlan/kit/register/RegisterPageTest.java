package cn.anlan.kit.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.Shots;
import cn.anlan.UiTest;
import cn.anlan.kit.Cases;
import cn.anlan.kit.Style;
import cn.anlan.kit.TestOffice;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.Query;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** The page of a register, with a sample township in it. */
@UiTest
class RegisterPageTest {
    private static TestOffice desk;
    private RegisterPage<Dispute> page;

    @BeforeAll
    static void open(@TempDir Path folder) {
        desk = new TestOffice(folder);
        var cases = new Cases(desk);
        cases.disputes(60);
        Dispute newest = cases.dispute(0);
        cases.party(newest, 0);
        cases.party(newest, 1);
        cases.agreement(newest);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Start
    void start(Stage stage) {
        page = new RegisterPage<>(desk.office, desk.house.registers().of(Dispute.class));
        var scene = new Scene(page.node(), 1186, 700);
        Style.dress(scene);
        stage.setScene(scene);
        stage.show();
        page.shown();
    }

    @Test
    void listsAndOpens() {
        desk.settle();
        Shots.take(page.node(), "page-empty");
        Dispute dispute = desk.house.registers().of(Dispute.class).list(Query.all(), 1).get(0);
        desk.onFx(() -> page.open(dispute.id()));
        Shots.take(page.node(), "page-open");
        assertThat(page.entry()).isEqualTo(dispute);
    }
}
