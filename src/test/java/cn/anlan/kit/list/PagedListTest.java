package cn.anlan.kit.list;

import cn.anlan.UiTest;
import cn.anlan.entry.Text;
import cn.anlan.kit.Cases;
import cn.anlan.kit.Shown;
import cn.anlan.kit.TestOffice;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.Query;
import cn.anlan.store.Query.Op;
import cn.anlan.store.Register;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A long list walked through at random: every row is the one the store would give, and the number is the true one. */
@UiTest
class PagedListTest {
    private static final int MANY = 1_300;
    private static TestOffice desk;
    private static Register<Dispute> disputes;

    @BeforeAll
    static void open(@TempDir Path folder) {
        desk = new TestOffice(folder);
        disputes = desk.house.registers().of(Dispute.class);
        new Cases(desk).disputes(MANY);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static PagedList<Dispute> shown(Query query) {
        var list = new PagedList<>(disputes, desk.office.background());
        desk.onFx(() -> list.show(query));
        return list;
    }

    private static String idAt(PagedList<Dispute> list, int index) {
        desk.onFx(() -> {
            list.get(index);
        });
        Shown<Dispute> row = desk.onFx(() -> Objects.requireNonNull(list.get(index)));
        return row.entry().id();
    }

    @Test
    void reachesTheTrueEnd() {
        PagedList<Dispute> list = shown(Query.all());
        assertThat(list).hasSize(MANY);
        assertThat(list.totalProperty().get()).isEqualTo(new PagedList.Total(MANY, true));
    }

    @Test
    void givesTheRowTheStoreWouldGiveWhereverOneJumps() {
        for (Query query : List.of(Query.all(), Query.all().sortedBy("register_date", true), Query.all().sortedBy("case_no", false))) {
            PagedList<Dispute> list = shown(query);
            List<Dispute> all = disputes.list(query, MANY);
            for (int index : new int[] {0, 1_299, 640, 199, 200, 1_000, 5}) {
                assertThat(idAt(list, index)).isEqualTo(all.get(index).id());
            }
        }
    }

    @Test
    void dropsTheAnswerToAnOlderQuestion() {
        var list = new PagedList<>(disputes, desk.office.background());
        desk.onFx(() -> {
            list.show(Query.all());
            list.show(Query.all().where("risk_level", Op.IS, "4"));
        });
        long orange = disputes.count(Query.all().where("risk_level", Op.IS, "4"), MANY);
        assertThat(list).hasSize((int) orange);
    }

    @Test
    void aPageThatCouldNotBeReadIsShownAsAFailureAndReadWhenLookedAtAgain() throws SQLException {
        PagedList<Dispute> list = shown(Query.all());
        behindItsBack("ALTER TABLE dispute RENAME TO mislaid");
        try {
            assertThat(desk.onFx(() -> Optional.ofNullable(list.get(900)))).isEmpty();
            assertThat(desk.onFx(() -> Optional.ofNullable(list.get(900)))).isEmpty();
            assertThat(desk.dialogs.failures).hasSizeBetween(1, 2);
        } finally {
            behindItsBack("ALTER TABLE mislaid RENAME TO dispute");
            desk.dialogs.failures.clear();
        }
        assertThat(idAt(list, 900)).isEqualTo(disputes.list(Query.all(), MANY).get(900).id());
        assertThat(desk.dialogs.failures).isEmpty();
    }

    /** Who copies everything learns that not everything had been read, before she counts what she pasted. */
    @Test
    void rowsNotReadYetAreNotCopiedInSilence() {
        RegisterTable<Dispute> table = desk.onFx(() -> new RegisterTable<>(desk.office, disputes));
        desk.onFx(table::refresh);
        desk.onFx(() -> table.table().getSelectionModel().selectRange(0, 1_000));
        desk.onFx(() -> table.table().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, true, false, false)));
        String copied = desk.onFx(() -> Clipboard.getSystemClipboard().getString());
        int rows = copied.split("\n", -1).length - 1;
        assertThat(rows).isBetween(1, 999);
        assertThat(((Label) table.notice().node().lookup("#notice-text")).getText()).isEqualTo(Text.of("kit.copy.partly", 1_000, rows));
        desk.onFx(() -> table.table().getSelectionModel().clearSelection());
        desk.onFx(() -> table.table().getSelectionModel().selectRange(0, 5));
        desk.onFx(() -> table.table().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, true, false, false)));
        assertThat(((Label) table.notice().node().lookup("#notice-text")).getText()).isEqualTo(Text.of("kit.copy.done", 5));
    }

    private static void behindItsBack(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + desk.house.database().path());
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    @Test
    void showsAStoredChangeInItsRow() {
        PagedList<Dispute> list = shown(Query.all());
        String id = idAt(list, 3);
        Dispute changed = disputes.change(id, entry -> disputes.shape().with(entry, Map.of("happen_address", "C")));
        Shown<Dispute> row = Shown.of(disputes, changed);
        assertThat(desk.onFx(() -> list.replace(row))).isTrue();
        assertThat(desk.onFx(() -> Objects.requireNonNull(list.get(3))).entry().facts().happenAddress()).isEqualTo("C");
        desk.onFx(list::empty);
        assertThat(list).isEmpty();
    }
}
