package cn.anlan.paper.screen;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.Dialogs;
import cn.anlan.kit.Style;
import cn.anlan.kit.Underway;
import cn.anlan.paper.WholeFile;
import cn.anlan.paper.print.Facsimile;
import cn.anlan.paper.print.Press.Gaps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A paper on screen before it is printed (打印预览): turn pages, enlarge, print, keep as PDF or Word. Pages are drawn elsewhere; the window
 * never waits. A character no font holds is told first, with the choice of leaving room to write it in.
 */
public final class Preview {
    private static final double SMALLEST = 0.5;
    private static final double LARGEST = 3;
    private static final double STEP = 1.25;

    private final Background background;
    private final Dialogs dialogs;
    private final Runnable close;
    private final Label title = new Label();
    private final Label place = new Label();
    private final Label message = new Label();
    private final ImageView page = new ImageView();
    private final ComboBox<String> printers = new ComboBox<>();
    private final Button back = button("back", () -> turn(-1));
    private final Button on = button("on", () -> turn(1));
    private final Button leave = button("gaps", () -> load(Gaps.LEAVE));
    private final Button print = button("print", this::print);
    private final Button pdf = button("pdf", this::keepPdf);
    private final Button word = button("word", this::keepWord);
    private final Underway making;
    private final BorderPane node = new BorderPane();
    private @Nullable Sheaf sheaf;
    private @Nullable Facsimile shown;
    private byte[] file = {};
    private int number;
    private int pages;
    private double zoom = 1;
    private long asked;

    /** {@code close} puts back what stood here before. */
    public Preview(Background background, Dialogs dialogs, Runnable close) {
        this.background = background;
        this.dialogs = dialogs;
        this.close = close;
        this.making = new Underway(background);
        node.setId("preview");
        place.setId("preview-place");
        message.setId("preview-message");
        message.setWrapText(true);
        printers.setId("preview-printers");
        page.setId("preview-page");
        Style.PRIMARY.on(print);
        var bar = new FlowPane(8, 6, title, back, place, on, button("smaller", () -> enlarge(1 / STEP)), button("larger", () -> enlarge(STEP)),
                printers, print, pdf, word, button("close", close));
        bar.setAlignment(Pos.CENTER_LEFT);
        var top = new FlowPane(8, 6, message, leave, making.node());
        node.setTop(Style.TOOL_BAR.on(new VBox(6, bar, top)));
        var scroll = new ScrollPane(new StackPane(page));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        node.setCenter(scroll);
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        hideMessage();
    }

    private static Button button(String id, Runnable pressed) {
        return Buttons.words("preview-" + id, "paper.preview." + id, pressed);
    }

    public Node node() {
        return node;
    }

    private void key(KeyEvent key) {
        Runnable does = switch (key.getCode()) {
            case PAGE_DOWN -> () -> turn(1);
            case PAGE_UP -> () -> turn(-1);
            case ESCAPE -> close;
            case PLUS, ADD, EQUALS -> key.isShortcutDown() ? () -> enlarge(STEP) : null;
            case MINUS, SUBTRACT -> key.isShortcutDown() ? () -> enlarge(1 / STEP) : null;
            case P -> key.isShortcutDown() ? this::print : null;
            default -> null;
        };
        if (does != null) {
            does.run();
            key.consume();
        }
    }

    /** Shows a paper from its first page. */
    public void show(Sheaf wanted) {
        sheaf = wanted;
        title.setText(wanted.name());
        word.setDisable(wanted.word() == null);
        background.run("paper.preview.busy", Facsimile::printers, this::offer);
        load(Gaps.REFUSE);
    }

    private void offer(List<String> known) {
        printers.getItems().setAll(known);
        printers.getSelectionModel().selectFirst();
        printers.setPromptText(Text.of(known.isEmpty() ? "paper.preview.no_printer" : "paper.preview.printer"));
    }

    private void load(Gaps gaps) {
        Sheaf wanted = sheaf;
        if (wanted == null) {
            return;
        }
        hideMessage();
        take(null, new byte[0], 0);
        making.run("paper.preview.busy", progress -> {
            byte[] made = wanted.pdf().apply(gaps, progress);
            return new Made(made, new Facsimile(made).pages());
        }, made -> {
            if (wanted == sheaf) {
                take(new Facsimile(made.file), made.file, made.pages);
                draw();
            }
        }, this::refused);
    }

    /** A PDF and its number of pages. */
    private record Made(byte[] file, int pages) {}

    private void take(@Nullable Facsimile facsimile, byte[] bytes, int count) {
        shown = facsimile;
        file = bytes;
        pages = count;
        number = 0;
        page.setImage(null);
        print.setDisable(facsimile == null);
        pdf.setDisable(facsimile == null);
        turned();
    }

    private void refused(Refused refused) {
        message.setText(refused.getMessage());
        message.setManaged(true);
        message.setVisible(true);
        leave.setManaged(refused.canBeOverruled());
        leave.setVisible(refused.canBeOverruled());
    }

    private void hideMessage() {
        for (Node part : List.of(message, leave)) {
            part.setVisible(false);
            part.setManaged(false);
        }
    }

    private void turn(int by) {
        int wanted = Math.clamp(number + (long) by, 0, Math.max(0, pages - 1));
        if (wanted != number) {
            number = wanted;
            turned();
            draw();
        }
    }

    private void turned() {
        place.setText(Text.of("paper.preview.place", Math.min(number + 1, pages), pages));
        back.setDisable(number == 0);
        on.setDisable(number >= pages - 1);
    }

    private void enlarge(double by) {
        zoom = Math.clamp(zoom * by, SMALLEST, LARGEST);
        draw();
    }

    /** What was asked for last is what comes on screen, however long the one before took. */
    private void draw() {
        Facsimile drawn = shown;
        if (drawn == null) {
            return;
        }
        long ticket = ++asked;
        int wanted = number;
        double size = zoom;
        background.run("paper.preview.busy", () -> SwingFXUtils.toFXImage(drawn.draw(wanted, size), null), image -> {
            if (ticket == asked) {
                page.setImage(image);
            }
        });
    }

    private void print() {
        Facsimile ready = shown;
        Sheaf wanted = sheaf;
        String printer = printers.getValue();
        if (ready == null || wanted == null) {
            return;
        } else if (printer == null) {
            refused(Refused.of("paper.refused.no_printer_at_all"));
            return;
        }
        background.run("paper.preview.printing", () -> {
            ready.print(printer, wanted.name());
            wanted.printed().run();
            return printer;
        }, done -> told("paper.preview.printed", done), this::refused);
    }

    private void told(String key, Object what) {
        refused(Refused.of(key, what));
        leave.setVisible(false);
        leave.setManaged(false);
    }

    private void keepPdf() {
        byte[] ready = file;
        keep(new Dialogs.Kind(Text.of("paper.preview.kind_pdf"), List.of("*.pdf")), ".pdf", new Sheaf.Word(() -> ready, List::of));
    }

    private void keepWord() {
        Sheaf wanted = sheaf;
        Sheaf.Word made = wanted == null ? null : wanted.word();
        if (made != null) {
            keep(new Dialogs.Kind(Text.of("paper.preview.kind_word"), List.of("*.docx")), ".docx", made);
        }
    }

    private void keep(Dialogs.Kind kind, String ending, Sheaf.Word content) {
        Sheaf wanted = sheaf;
        if (wanted == null) {
            return;
        }
        Optional<Path> chosen = dialogs.save(Text.of("paper.preview.keep"), wanted.name() + ending, kind);
        chosen.ifPresent(path -> background.run("paper.preview.busy", () -> {
            byte[] bytes = content.bytes().get();
            WholeFile.write(path, out -> out.write(bytes));
            wanted.printed().run();
            List<String> said = new ArrayList<>(List.of(Text.of("paper.preview.kept", path)));
            said.addAll(content.remarks().get());
            return String.join("\n", said);
        }, done -> told("paper.preview.said", done), this::refused));
    }
}
