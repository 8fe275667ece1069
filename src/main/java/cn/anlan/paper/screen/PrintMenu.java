package cn.anlan.paper.screen;

import cn.anlan.entry.Progress;
import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.kit.Dialogs;
import cn.anlan.paper.form.CaseFile;
import cn.anlan.paper.form.Document;
import cn.anlan.paper.form.Documents;
import cn.anlan.paper.form.Dossier;
import cn.anlan.paper.form.Form;
import cn.anlan.paper.print.Press.Gaps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The button 打印 of a case (打印菜单): everything the case needs, the bound dossier, or one form; each is looked at before it is printed. */
public final class PrintMenu {
    private final Background background;
    private final Documents documents;
    private final Dossier dossier;
    private final Consumer<@Nullable Node> cover;
    private final Preview preview;
    private final MenuButton menu = new MenuButton(Text.of("paper.menu"));
    private @Nullable String dispute;

    /** {@code cover} lays the preview over the case, or takes it away when given null. */
    public PrintMenu(Background background, Dialogs dialogs, Documents documents, Dossier dossier, Consumer<@Nullable Node> cover) {
        this.background = background;
        this.documents = documents;
        this.dossier = dossier;
        this.cover = cover;
        preview = new Preview(background, dialogs, () -> cover.accept(null));
        menu.setId("print-menu");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getItems().setAll(item("all", Text.of("paper.menu.all"), file -> sheaf(documents.needed(file))),
                item("dossier", Text.of("paper.menu.dossier"), this::bound), new SeparatorMenuItem());
        Arrays.stream(Form.values()).filter(Form::isPrinted)
                .forEach(form -> menu.getItems().add(item(form.word(), form.label(), file -> sheaf(documents.of(file, form)))));
        show(null);
    }

    private MenuItem item(String id, String words, Function<CaseFile, Sheaf> makes) {
        var item = new MenuItem(words);
        item.setId("print-" + id);
        item.setOnAction(event -> look(makes));
        return item;
    }

    public Node node() {
        return menu;
    }

    /** The dispute whose page it stands on; null while there is none stored. */
    public void show(@Nullable String id) {
        dispute = id;
        menu.setDisable(id == null);
    }

    /** Shows one form of the dispute. */
    public void look(Form form) {
        look(file -> sheaf(documents.of(file, form)));
    }

    private void look(Function<CaseFile, Sheaf> makes) {
        String wanted = dispute;
        if (wanted != null) {
            background.run("paper.preview.busy", () -> makes.apply(documents.open(wanted)), sheaf -> {
                if (wanted.equals(dispute)) {
                    cover.accept(preview.node());
                    preview.show(sheaf);
                    preview.node().requestFocus();
                }
            });
        }
    }

    private Sheaf sheaf(List<Document> chosen) {
        String name = chosen.size() == 1 ? chosen.get(0).title() : Text.of("paper.menu.all");
        return new Sheaf(name, gaps -> documents.pdf(chosen, gaps), chosen.size() == 1 ? new Sheaf.Word(() -> documents.word(chosen.get(0)), () -> documents.remarks(chosen)) : null,
                () -> documents.printed(chosen));
    }

    private Sheaf bound(CaseFile file) {
        return new Sheaf(Text.of("paper.menu.dossier"), (gaps, progress) -> bind(file, gaps, progress), null, () -> documents.printed(documents.needed(file)));
    }

    private byte[] bind(CaseFile file, Gaps gaps, Progress progress) {
        var bytes = new ByteArrayOutputStream(1 << 20);
        try {
            dossier.write(file, bytes, gaps, progress);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }
}
