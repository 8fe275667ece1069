package cn.anlan.app.page;

import cn.anlan.UiTest;
import cn.anlan.community.Topic;
import cn.anlan.kit.TestOffice;
import cn.anlan.store.Query;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static cn.anlan.Painting.untilSeen;
import static org.assertj.core.api.Assertions.assertThat;

/** The find box over everything, under quick fingers. */
@UiTest
class FindOverlayTest {
    private static TestOffice desk;
    private static Topic channel;
    private static Topic road;
    private final List<String> opened = new ArrayList<>();
    private FindOverlay overlay;
    private TextField words;
    private ListView<?> rows;

    @BeforeAll
    static void open(@TempDir Path folder) {
        desk = new TestOffice(folder);
        channel = topic("修通三组水渠");
        road = topic("硬化四组道路");
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static Topic topic(String title) {
        return desk.stored(Topic.class, Map.of("title", title, "category", "1", "status", "1", "date", TestOffice.TODAY, "area_code", TestOffice.TOWN,
                "content", "旱码头片区" + title, "source", "3"));
    }

    @BeforeEach
    void overlay() {
        overlay = desk.onFx(() -> new FindOverlay(desk.office.background()));
        words = (TextField) overlay.node().lookup("#find-words");
    }

    private void open() {
        desk.onFx(() -> overlay.open(new Everywhere(desk.house.registers()), new Noted()));
        rows = (ListView<?>) overlay.node().lookup("#find-rows");
    }

    private void openAndShow() {
        open();
        desk.onFx(overlay::show);
    }

    /** Notes where it was asked to go. */
    private final class Noted implements Doors {
        @Override
        public void go(String page) {
            opened.add(page);
        }

        @Override
        public void open(String register, String id) {
            opened.add(id);
        }

        @Override
        public void list(String register, Query query) {
            opened.add(register);
        }

        @Override
        public void fresh(String register) {
            opened.add(register);
        }

        @Override
        public void back() {
            opened.add("back");
        }
    }

    private void type(String text) {
        desk.onFx(() -> words.setText(text));
    }

    private void press(KeyCode code) {
        desk.onFx(() -> words.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private void found(String text) {
        openAndShow();
        type(text);
        untilSeen(text, () -> rows.isVisible() && rows.getSelectionModel().getSelectedItem() != null);
    }

    private String hint() {
        return ((Label) overlay.node().lookup(".hint")).getText();
    }

    /** A clerk who types at once finds it as soon as the store is open, and goes on typing where she was. */
    @Test
    void whatIsTypedBeforeTheStoreIsOpenIsLookedForThen() {
        desk.onFx(overlay::ahead);
        type("水");
        press(KeyCode.ENTER);
        untilSeen("told", () -> hint().equals(cn.anlan.entry.Text.of("app.find.ahead")));
        assertThat(opened).isEmpty();
        open();
        desk.onFx(() -> words.replaceSelection("渠"));
        assertThat(words.getText()).isEqualTo("水渠");
        untilSeen("found", () -> rows.isVisible() && rows.getSelectionModel().getSelectedItem() != null);
        press(KeyCode.ENTER);
        assertThat(opened).containsExactly(channel.id());
    }

    @Test
    void theBoxGoesWhenNothingWasTypedAhead() {
        desk.onFx(overlay::ahead);
        assertThat(overlay.node().isVisible()).isTrue();
        open();
        assertThat(overlay.node().isVisible()).isFalse();
    }

    @Test
    void nobodyReadsWhatWasLookedForOnceTheStoreIsClosed() {
        found("水渠");
        desk.onFx(overlay::close);
        assertThat(overlay.node().isVisible()).isFalse();
        assertThat(words.getText()).isEmpty();
        assertThat(rows.getItems()).isEmpty();
        press(KeyCode.ENTER);
        assertThat(opened).isEmpty();
    }

    @Test
    void typedFoundAndOpenedByEnter() {
        found("水渠");
        press(KeyCode.ENTER);
        assertThat(opened).containsExactly(channel.id());
        assertThat(overlay.node().isVisible()).isFalse();
    }

    /** Enter pressed before the answer to what was typed last is there opens nothing of what was found before. */
    @Test
    void aQuickEnterNeverOpensWhatWasAskedForBefore() {
        found("水渠");
        desk.onFx(() -> {
            words.setText("道路");
            words.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        assertThat(opened).doesNotContain(channel.id());
        untilSeen("the road", () -> rows.getSelectionModel().getSelectedItem() != null);
        press(KeyCode.ENTER);
        assertThat(opened).containsExactly(road.id());
    }

    @Test
    void whatIsNowhereIsSaidAndEnterOpensNothing() {
        openAndShow();
        type("没有这样的东西");
        untilSeen("told", () -> !rows.isVisible() && ((Label) overlay.node().lookup(".hint")).getText().equals(cn.anlan.entry.Text.of("app.find.nothing")));
        press(KeyCode.ENTER);
        press(KeyCode.DOWN);
        press(KeyCode.UP);
        assertThat(opened).isEmpty();
        assertThat(overlay.node().isVisible()).isTrue();
    }

    @Test
    void theArrowsPassOverTheHeadingsAndStopAtTheEnds() {
        found("旱码头");
        Object first = rows.getSelectionModel().getSelectedItem();
        press(KeyCode.UP);
        assertThat(rows.getSelectionModel().getSelectedItem()).isSameAs(first);
        press(KeyCode.DOWN);
        Object second = rows.getSelectionModel().getSelectedItem();
        assertThat(second).isNotSameAs(first);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        assertThat(rows.getSelectionModel().getSelectedItem()).isSameAs(second);
        press(KeyCode.ENTER);
        assertThat(opened).containsExactly(channel.id());
    }

    @Test
    void clearedItShowsNothingAndEscapeGoesAway() {
        found("水渠");
        type("  ");
        untilSeen("nothing", () -> !rows.isVisible());
        press(KeyCode.ENTER);
        press(KeyCode.ESCAPE);
        assertThat(overlay.node().isVisible()).isFalse();
        assertThat(opened).isEmpty();
    }

    /** What one types after another is asked one after another; the last question counts. */
    @Test
    void theLastQuestionCounts() {
        openAndShow();
        for (String typed : new String[] {"水", "水渠", "硬", "硬化", "硬化四组"}) {
            type(typed);
        }
        untilSeen("the last", () -> rows.isVisible() && rows.getItems().size() == 2);
        press(KeyCode.ENTER);
        assertThat(opened).containsExactly(road.id());
    }
}
