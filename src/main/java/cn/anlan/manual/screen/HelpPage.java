package cn.anlan.manual.screen;

import cn.anlan.entry.Text;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.Office;
import cn.anlan.kit.Page;
import cn.anlan.manual.Chapter;
import cn.anlan.manual.Manual;
import cn.anlan.manual.ManualPaper;
import cn.anlan.paper.print.Press;
import cn.anlan.paper.screen.Preview;
import cn.anlan.paper.screen.Sheaf;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The manual on screen (使用手册): chapters at the left, the one about the page the clerk came from at the right; all of it as PDF. */
public final class HelpPage implements Page {
    private final Runnable back;
    private final HBox bar;
    private final Manual manual = Manual.read();
    private final BorderPane root = new BorderPane();
    private final BorderPane book = new BorderPane();
    private final TextField wanted = new TextField();
    private final ListView<Chapter> chapters = new ListView<>();
    private final ChapterView view = new ChapterView(this::turn);
    private final ScrollPane scroll = new ScrollPane(view.node());

    /** A chapter by its title. */
    private static final class Line extends ListCell<Chapter> {
        @Override
        protected void updateItem(@Nullable Chapter chapter, boolean empty) {
            super.updateItem(chapter, empty);
            setText(empty || chapter == null ? null : chapter.title());
        }
    }

    /** {@code back} goes to the page the manual lies upon. */
    public HelpPage(Office office, Press press, Runnable back) {
        this(back);
        var preview = new Preview(office.background(), office.dialogs(), this::read);
        bar.getChildren().addAll(bar.getChildren().size() - 1, List.of(
                button("print", () -> look(preview, new Sheaf(Text.of("manual.title"), gaps -> press.print(ManualPaper.whole(manual), gaps), null, () -> { }))),
                button("card", () -> look(preview, new Sheaf(Manual.card().title(), gaps -> press.print(ManualPaper.card(), gaps), null, () -> { })))));
    }

    /** To be read only, where there is no office yet to print for. */
    public HelpPage(Runnable back) {
        this.back = back;
        bar = bar();
        wanted.setId("help-find");
        wanted.setPromptText(Text.of("manual.find"));
        wanted.textProperty().addListener((text, before, now) -> narrow(now));
        chapters.setId("help-chapters");
        chapters.setCellFactory(list -> new Line());
        chapters.setPlaceholder(wrapped(Text.of("manual.nothing")));
        chapters.getSelectionModel().selectedItemProperty().addListener((chosen, before, now) -> show(now));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("manual-scroll");
        book.setTop(bar);
        book.setLeft(side());
        book.setCenter(scroll);
        root.setId("page-help");
        root.getStyleClass().add("plain-page");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        chapters.getItems().setAll(manual.chapters());
        read();
        open("");
    }

    private static Label wrapped(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        return label;
    }

    private HBox bar() {
        var heading = new Label(title());
        heading.getStyleClass().add("home-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(8, heading, gap, button("back", back));
        line.getStyleClass().add("filters");
        return line;
    }

    private static Button button(String name, Runnable pressed) {
        return Buttons.words("help-" + name, "manual." + name, pressed);
    }

    private VBox side() {
        VBox.setVgrow(chapters, Priority.ALWAYS);
        var side = new VBox(8, wanted, chapters);
        side.getStyleClass().add("manual-side");
        return side;
    }

    /** Pages as they will be printed lie over the book until they are closed. */
    private void look(Preview preview, Sheaf pages) {
        root.setCenter(preview.node());
        preview.show(pages);
        preview.node().requestFocus();
    }

    private void read() {
        root.setCenter(book);
        chapters.requestFocus();
    }

    private void escape(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            (root.getCenter() == book ? back : (Runnable) this::read).run();
            key.consume();
        }
    }

    private void narrow(String words) {
        Chapter here = chapters.getSelectionModel().getSelectedItem();
        List<Chapter> found = manual.find(words);
        chapters.getItems().setAll(found);
        if (here != null && found.contains(here)) {
            chapters.getSelectionModel().select(here);
        } else {
            chapters.getSelectionModel().selectFirst();
        }
    }

    private void show(@Nullable Chapter chapter) {
        if (chapter != null) {
            view.show(chapter);
            scroll.setVvalue(0);
        }
    }

    @Override
    public String title() {
        return Text.of("app.page.help");
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        read();
    }

    /** Turns to the chapter about a page of the window. */
    @Override
    public void open(String page) {
        turn(manual.about(page).name());
    }

    private void turn(String chapter) {
        wanted.clear();
        chapters.getSelectionModel().select(manual.named(chapter));
        chapters.scrollTo(manual.named(chapter));
    }

    @Override
    public boolean mayLeave() {
        return true;
    }
}
