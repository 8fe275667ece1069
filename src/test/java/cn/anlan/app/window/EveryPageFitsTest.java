package cn.anlan.app.window;

import cn.anlan.OnScreen;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** On the small screen of an old notebook, written in the largest letters (字号 125 %), every page says its words whole and keeps its buttons in the window. */
@OnScreen
class EveryPageFitsTest {
    /** What is left of 1366 × 768 by the window's own bar and that of the desktop. */
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 700;
    private static final List<String> REGISTERS = List.of("dispute", "screening", "committee", "mediator", "service_visit", "service_point", "adviser",
            "analysis_meeting", "topic", "village", "literate", "code", "place", "deadline_rule", "subsidy_tier");
    private static final List<String> OTHERS = List.of("home", "quick_case", "scan", "report", "ledger", "export", "archive", "bin", "journal", "settings", "help");

    private static final Duration TO_SETTLE = Duration.ofSeconds(3);

    @TempDir
    static Path folder;

    private static TestWindow window;

    @BeforeAll
    static void open() {
        TestWindow.fill(folder, TestWindow.TOWN, Progress.none());
        try (var house = new Wiring(folder, TestWindow.CLOCK)) {
            house.settings().put("font_percent", "125");
        }
        window = TestWindow.open(folder);
        window.await("#page-home");
        window.fx(() -> {
            window.stage().setWidth(WIDTH);
            window.stage().setHeight(HEIGHT);
            return window;
        });
    }

    @AfterAll
    static void close() {
        window.close();
    }

    private static Parent go(String page) {
        window.press("#nav-" + page);
        return window.await("#page-" + page);
    }

    private static Stream<Node> visible(Node node) {
        return !node.isVisible() ? Stream.empty() : Stream.concat(Stream.of(node),
                node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().flatMap(EveryPageFitsTest::visible) : Stream.empty());
    }

    private static boolean isInARow(Node node) {
        return node != null && (node instanceof IndexedCell || isInARow(node.getParent()));
    }

    /** Words of the page itself that are not shown whole. */
    private static List<String> cut(Parent page) {
        return visible(page).filter(node -> node instanceof Labeled labeled && labeled.getText() != null && !isInARow(node)).map(Labeled.class::cast)
                .filter(labeled -> labeled.getChildrenUnmodifiable().stream().anyMatch(part -> part instanceof Text text
                        && text.getStyleClass().contains("text") && !written(text.getText()).equals(written(labeled.getText()))))
                .map(Labeled::getText).toList();
    }

    private static String written(String words) {
        return words.replace("\n", "");
    }

    /** Buttons that reach out of the window. */
    private static List<String> outside(Parent page) {
        return visible(page).filter(node -> node instanceof ButtonBase && !isInARow(node)).filter(button -> {
            Bounds here = button.localToScene(button.getLayoutBounds());
            return here.getMaxX() > WIDTH + 1;
        }).map(Node::getId).toList();
    }

    private static void fits(String name, Parent page) {
        try {
            Awaitility.await().atMost(TO_SETTLE).until(() -> window.fx(() -> cut(page).isEmpty() && outside(page).isEmpty()));
        } catch (ConditionTimeoutException neverDid) {
            window.shot("cut-on-" + name);
        }
        assertThat(window.fx(() -> cut(page))).as("words cut on " + name).isEmpty();
        assertThat(window.fx(() -> outside(page))).as("buttons outside on " + name).isEmpty();
    }

    @Test
    void everyRegisterWithAnEntryOpen() {
        for (String name : REGISTERS) {
            Parent page = go(name);
            TableView<?> table = window.await("#table-" + name);
            window.until(() -> !table.getItems().isEmpty() && table.getItems().get(0) != null);
            window.fx(() -> {
                table.getSelectionModel().select(0);
                return table;
            });
            window.until(() -> page.lookup("#form-" + name) instanceof Node form && !form.isDisabled());
            fits(name, page);
        }
        assertThat(window.answers.failures).isEmpty();
    }

    @Test
    void everyOtherPage() {
        for (String name : OTHERS) {
            fits(name, go(name));
        }
        assertThat(window.answers.failures).isEmpty();
    }

    /** The line of the page in front is never scrolled out of the navigation. */
    @Test
    void theNavigationShowsWhereOneIs() {
        go("settings");
        Parent scroll = window.await(".nav-scroll");
        Node line = window.await("#nav-settings");
        window.until(() -> scroll.localToScene(scroll.getLayoutBounds()).contains(line.localToScene(line.getLayoutBounds())));
        assertThat(window.<Node>await("#nav-settings").isVisible()).isTrue();
        go("home");
        Node first = window.await("#nav-home");
        window.until(() -> scroll.localToScene(scroll.getLayoutBounds()).contains(first.localToScene(first.getLayoutBounds())));
        assertThat(window.find("#page-home")).isPresent();
    }
}
