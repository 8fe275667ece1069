package cn.anlan.app.window;

import cn.anlan.OnScreen;
import cn.anlan.Texts;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Progress;
import cn.anlan.kit.Shown;
import cn.anlan.manual.Chapter;
import cn.anlan.manual.Manual;
import cn.anlan.manual.Part;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.Screening;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import cn.anlan.security.Role;
import cn.anlan.security.key.Holder;
import cn.anlan.store.Query;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pictures of the manual, taken of a sample township. What the legend of a picture names must be seen on the page, and the words of the
 * program on the page must be those the picture was taken with; {@code mvn test -Dtest=ManualShotsTest -Dmanual.shots=write} takes them anew.
 */
@OnScreen
class ManualShotsTest {
    private static final boolean WRITE = "write".equals(System.getProperty("manual.shots"));
    private static final Path PICTURES = Path.of("src/main/resources/manual/shots");
    private static final Pattern NAMED = Pattern.compile("[①-⑨]\\s*([^①-⑨\\u2003]+)");
    private static final Pattern NUMBER = Pattern.compile("^[①-⑨]\\s*");
    /** Points left around what is shown of a page. */
    private static final double MARGIN = 26;
    private static final Duration TO_SETTLE = Duration.ofSeconds(4);
    private static final Set<String> TEXTS = Texts.all();

    @TempDir
    static Path folder;

    private static TestWindow window;

    /** A township with a director, a clerk and an archivist; the director comes in. */
    @BeforeAll
    static void open() {
        TestWindow.fill(folder, TestWindow.TOWN, Progress.none());
        Access director = Access.of(LockedHouse.lock(folder, TestWindow.CLOCK).opened());
        List.of(new Holder("李录入", Role.CLERK.word(), null), new Holder("赵档案", Role.ARCHIVIST.word(), null))
                .forEach(holder -> LockedHouse.admit(folder, TestWindow.CLOCK, director, holder));
        try (var house = new Wiring(folder, TestWindow.CLOCK, director)) {
            var disputes = house.registers().of(Dispute.class);
            disputes.list(Query.all(), 2).forEach(dispute -> disputes.annul(dispute.id(), "重复登记"));
        }
        window = TestWindow.open(folder);
        ComboBox<String> names = window.await("#login-name");
        window.until(() -> names.getItems().contains(LockedHouse.DIRECTOR));
        window.fx(() -> {
            window.stage().setWidth(1160);
            window.stage().setHeight(700);
            names.setValue(LockedHouse.DIRECTOR);
            return names;
        });
        window.type("#login-password", LockedHouse.PASSWORD);
        look("login", "#page-login", "#login-name", "#login-go");
        window.press("#login-go");
        window.await("#page-home");
    }

    @AfterAll
    static void close() {
        window.close();
    }

    /** The names in the legends, by picture. */
    private static Map<String, List<String>> legends() {
        Map<String, List<String>> legends = new LinkedHashMap<>();
        for (Chapter chapter : Manual.read().chapters()) {
            chapter.parts().stream().filter(part -> part.kind() == Part.Kind.PICTURE).forEach(part -> {
                Matcher named = NAMED.matcher(part.words());
                List<String> names = new ArrayList<>();
                while (named.find()) {
                    names.add(named.group(1).strip());
                }
                legends.put(part.mark().replace(".png", ""), names);
            });
        }
        return legends;
    }

    /** Finds what the legend of a picture names on a page; the picture shows the parts, or the page when none are named. */
    private static void look(String picture, String page, String... parts) {
        List<String> names = legends().get(picture);
        assertThat(names).as("legend of " + picture).isNotEmpty();
        Parent shown = window.await(page);
        names.forEach(name -> window.until(() -> seen(shown, name).isPresent()));
        Path file = PICTURES.resolve(picture + ".png");
        Set<String> words = settled(() -> words(shown, part(page, parts, shown, names)), file);
        assertThat(window.fx(() -> visible(shown).map(ManualShotsTest::said).filter(said -> said.matches("null|⟦.*")).toList())).as("nothing said on " + page).isEmpty();
        if (WRITE) {
            BufferedImage image = window.fx(() -> SwingFXUtils.fromFXImage(window.stage().getScene().snapshot(null), null));
            window.fx(() -> ManualPicture.of(image, part(page, parts, shown, names), places(shown, names).toList(), words)).write(file);
        }
        assertThat(ManualPicture.words(file)).as("%s.png is older than the page it shows; take it anew with -Dmanual.shots=write", picture)
                .containsExactlyElementsOf(words);
    }

    /** What a page says once what it reads in the background has come; a picture to be taken has no words to wait for. */
    private static Set<String> settled(Callable<Set<String>> says, Path file) {
        Set<String> wanted = WRITE ? Set.of() : ManualPicture.words(file);
        try {
            Awaitility.await().atMost(TO_SETTLE).until(() -> window.fx(says).equals(wanted));
            return wanted;
        } catch (ConditionTimeoutException otherwise) {
            return window.fx(says);
        }
    }

    private static Stream<Bounds> places(Parent shown, List<String> names) {
        return names.stream().map(name -> inWindow(seen(shown, name).orElseThrow()));
    }

    private static Bounds part(String page, String[] parts, Parent shown, List<String> names) {
        Bounds part = (parts.length == 0 ? Stream.of(page) : Stream.of(parts)).map(one -> inWindow(window.<Node>find(one).orElseThrow()))
                .reduce(ManualShotsTest::around).orElseThrow();
        return parts.length == 0 || List.of(parts).contains(page) ? part : widened(places(shown, names).reduce(part, ManualShotsTest::around));
    }

    private static Bounds widened(Bounds part) {
        double x = Math.max(0, part.getMinX() - MARGIN);
        double y = Math.max(0, part.getMinY() - MARGIN / 2);
        return new BoundingBox(x, y, part.getMaxX() - x + MARGIN, part.getMaxY() - y + MARGIN / 2);
    }

    private static Bounds inWindow(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static Bounds around(Bounds one, Bounds other) {
        double x = Math.min(one.getMinX(), other.getMinX());
        double y = Math.min(one.getMinY(), other.getMinY());
        return new BoundingBox(x, y, Math.max(one.getMaxX(), other.getMaxX()) - x, Math.max(one.getMaxY(), other.getMaxY()) - y);
    }

    private static Stream<Node> visible(Parent parent) {
        return parent.getChildrenUnmodifiable().stream().filter(Node::isVisible)
                .flatMap(child -> Stream.concat(Stream.of(child), child instanceof Parent inside ? visible(inside) : Stream.empty()));
    }

    /** A visible node that bears this name: rather outside a table than a heading in it, of several the one farthest to the right. */
    private static Optional<Node> seen(Parent page, String name) {
        return visible(page).filter(node -> shows(node) && NUMBER.matcher(said(node)).replaceFirst("").startsWith(name))
                .reduce((one, other) -> place(other) > place(one) + MARGIN ? other : one);
    }

    /** Whether it is not scrolled out of sight. */
    private static boolean shows(Node node) {
        Bounds here = inWindow(node);
        boolean shows = here.getWidth() > 0;
        for (Node around = node.getParent(); around != null; around = around.getParent()) {
            shows &= around.getClip() == null || inWindow(around).contains(here.getCenterX(), here.getCenterY());
        }
        return shows;
    }

    private static boolean isInARow(Node node) {
        return node != null && (node instanceof IndexedCell || isInARow(node.getParent()));
    }

    private static double place(Node node) {
        for (Node around = node; around != null; around = around.getParent()) {
            if (around instanceof TableView) {
                return inWindow(node).getMinX() - window.stage().getWidth();
            }
        }
        return inWindow(node).getMinX();
    }

    /** What the program itself says on a part of a page, whatever the rows of its lists hold. */
    private static Set<String> words(Parent page, Bounds part) {
        return visible(page).filter(node -> shows(node) && !isInARow(node) && part.intersects(inWindow(node))).map(ManualShotsTest::said).filter(TEXTS::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String said(Node node) {
        String words = switch (node) {
            case Labeled labeled -> labeled.getText();
            case Text text -> text.getText();
            case TextInputControl field -> field.getPromptText();
            default -> null;
        };
        return words == null ? "" : words.strip();
    }

    private static void go(String page) {
        window.press("#nav-" + page);
        window.await("#page-" + page);
    }

    /** Chooses the first line of a list that is as wanted. */
    @SuppressWarnings("unchecked")
    private static <E extends Entry> void choose(String page, Predicate<E> wanted) {
        go(page);
        TableView<Shown<E>> table = window.await("#page-" + page + " .table-view");
        Supplier<Optional<Shown<E>>> found = () -> table.getItems().stream().filter(Objects::nonNull).filter(shown -> wanted.test(shown.entry())).findFirst();
        window.until(() -> found.get().isPresent());
        window.fx(() -> {
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().select(found.get().orElseThrow());
            return page;
        });
    }

    private static void chooseFirst(String page) {
        choose(page, entry -> entry.voidReason() == null);
    }

    private static void dispute(String stage) {
        ManualShotsTest.<Dispute>choose("dispute", dispute -> dispute.registration().stage().equals(stage));
    }

    private static void tab(String id) {
        TabPane tabs = window.await("#page-dispute .tab-pane");
        window.fx(() -> {
            tabs.getTabs().stream().filter(tab -> id.equals(tab.getId())).forEach(tabs.getSelectionModel()::select);
            return id;
        });
    }

    @Test
    void theWorkbench() {
        go("home");
        ListView<?> due = window.await("#home-due");
        window.until(() -> !due.getItems().isEmpty());
        look("home", "#page-home", "#page-home", ".nav");
    }

    @Test
    void aQuarrelSettledOnTheSpot() {
        go("quick_case");
        look("quick", "#page-quick_case");
    }

    @Test
    void theCasePage() {
        dispute("06");
        tab("tab-form-dispute");
        look("dispute", "#page-dispute");
    }

    @Test
    void theStepsOfACase() {
        dispute("06");
        window.press("#step-urge");
        look("steps", "#page-dispute");
        window.press("#leave-step");
    }

    @Test
    void thePapersOfACase() {
        dispute("06");
        tab("tab-documents");
        look("documents", "#page-dispute");
        tab("tab-form-dispute");
    }

    @Test
    void theShelf() {
        go("archive");
        window.press("#archive-handed");
        TableView<?> table = window.await("#archive-table");
        window.until(() -> !table.getItems().isEmpty());
        look("archive", "#page-archive");
    }

    @Test
    void screenings() {
        ManualShotsTest.<Screening>choose("screening", screening -> screening.result().foundCount() > 0);
        look("screening", "#page-screening");
    }

    @Test
    void payingByTheCase() {
        window.press("#nav-subsidy_claim");
        window.await("#page-subsidy");
        TableView<?> table = window.await("#claim-candidates");
        window.until(() -> !table.getItems().isEmpty());
        look("subsidy", "#page-subsidy");
    }

    @Test
    void committees() {
        chooseFirst("committee");
        look("people", "#page-committee");
    }

    @Test
    void runningRegisters() {
        go("ledger");
        TableView<?> table = window.await("#ledger-table");
        window.until(() -> !table.getItems().isEmpty());
        look("ledger", "#page-ledger");
    }

    @Test
    void statistics() {
        go("report");
        look("report", "#page-report");
    }

    @Test
    void legalLiterates() {
        chooseFirst("literate");
        look("literate", "#page-literate");
    }

    @Test
    void villages() {
        chooseFirst("village");
        look("village", "#page-village");
    }

    @Test
    void visits() {
        chooseFirst("service_visit");
        look("station", "#page-service_visit");
    }

    @Test
    void topics() {
        chooseFirst("topic");
        look("topic", "#page-topic");
    }

    @Test
    void theFileForTheCounty() {
        go("export");
        window.press("#export-check");
        TableView<?> preview = window.await("#export-preview");
        window.until(() -> !preview.getItems().isEmpty());
        look("export", "#page-export");
    }

    @Test
    void findingAnything() {
        go("home");
        window.press("#nav-find");
        window.type("#find-words", "zh");
        ListView<?> found = window.await("#find-rows");
        window.until(() -> !found.getItems().isEmpty());
        look("find", ".find-panel");
        window.key(KeyCode.ESCAPE, false);
    }

    @Test
    void theBin() {
        go("bin");
        TableView<?> table = window.await("#bin-table");
        window.until(() -> !table.getItems().isEmpty());
        look("bin", "#page-bin");
    }

    @Test
    void theJournal() {
        go("journal");
        look("journal", "#page-journal");
    }

    @Test
    void accounts() {
        go("accounts");
        TableView<?> people = window.await("#people");
        window.until(() -> !people.getItems().isEmpty());
        look("accounts", "#page-accounts");
    }

    /** Two pictures of one page, without the folder, which is another one every time. */
    @Test
    void settingsAndBackups() {
        go("settings");
        ScrollPane page = window.await("#page-settings");
        look("settings", "#page-settings", "#settings-clerk", "#settings-save");
        window.fx(() -> {
            page.setVvalue(1);
            return page;
        });
        look("backup", "#page-settings", "#backup-last", "#backup-second", "#backup-drilled");
    }

    /** A director sees every page there is; of each the manual has something to say. */
    @Test
    void everyPageOfTheWindowHasAChapter() {
        List<String> pages = window.fx(() -> window.stage().getScene().getRoot().lookupAll(".nav-item").stream().map(Node::getId)
                .filter(id -> !id.equals("nav-fold")).map(id -> id.replace("nav-", "")).toList());
        var manual = Manual.read();
        assertThat(pages).hasSizeGreaterThan(20).filteredOn(page -> !manual.about(page).pages().contains(page)).isEmpty();
    }

    /** The manual has no other pictures than these. */
    @Test
    void everyPictureOfTheManualIsTakenHere() {
        assertThat(legends().keySet()).containsExactlyInAnyOrder("home", "quick", "dispute", "steps", "documents", "archive", "screening", "subsidy", "people",
                "ledger", "report", "literate", "village", "station", "topic", "export", "find", "bin", "journal", "settings", "backup", "login", "accounts");
    }
}
