package cn.anlan.paper.form;

import cn.anlan.entry.Progress;
import cn.anlan.entry.Progress.Steps;
import cn.anlan.entry.Text;
import cn.anlan.paper.WholeFile;
import cn.anlan.paper.blank.Item;
import cn.anlan.paper.print.Press;
import cn.anlan.paper.print.PressRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Binds a dispute's papers into one file (卷宗成册): cover, index with the right page numbers, every document with its scans behind it, back
 * cover. Cover, index and back cover are not counted; all other pages bear their number.
 */
public final class Dossier {
    private static final String CANCELLED = "paper.refused.cancelled_binding";

    private final Documents documents;
    private final Press press;
    private final UnaryOperator<byte[]> smaller;

    /** {@code smaller} makes a photo upright and small enough to be bound; a PDF it leaves alone. */
    public Dossier(Documents documents, Press press, UnaryOperator<byte[]> smaller) {
        this.documents = documents;
        this.press = press;
        this.smaller = smaller;
    }

    /** One line of the index. */
    static Item line(String name, String pages, String note) {
        return new Item.OfWords("", Map.of("name", name, "pages", pages, "note", note));
    }

    private static Item line(String name, int from, int to, String note) {
        return line(name, from == to ? String.valueOf(from) : from + "-" + to, note);
    }

    /** Writes the whole dossier; how many pages are counted. Throws {@link cn.anlan.entry.Refused} naming characters no font holds, or when cancelled. */
    public int write(CaseFile file, OutputStream out, Press.Gaps gaps, Progress progress) throws IOException {
        List<Scanned> scans = new ArrayList<>(documents.scans(file));
        var steps = new Steps(progress, documents.needed(file).stream().filter(document -> isCounted(document.form())).count() + scans.size(), CANCELLED);
        List<Item> lines = new ArrayList<>();
        try (PressRun run = press.run(file.title(), gaps)) {
            int scanned = 0;
            for (Form form : Arrays.stream(Form.values()).filter(Dossier::isCounted).toList()) {
                for (Document document : file.needs(form) ? documents.of(file, form) : List.<Document>of()) {
                    steps.next();
                    int from = run.pages() + 1;
                    run.add(documents.paper(document), document::code);
                    lines.add(line(document.title(), from, run.pages(), ""));
                }
                scanned += bind(run, form, new Scans(scans, steps), lines);
            }
            int counted = run.pages();
            run.number(counted);
            file.with("document", lines);
            file.with("dossier", List.of(new Item.OfWords("", Map.of("pages", String.valueOf(counted), "scans", String.valueOf(scanned)))));
            int covers = add(run, file, Form.COVER) + add(run, file, Form.INDEX);
            run.moveToFront(counted, covers);
            add(run, file, Form.BACK);
            steps.pause();
            run.save(out);
            return counted;
        }
    }

    /** Writes the whole dossier into a folder as one PDF; the file. There is none when it is cancelled. */
    public Path write(CaseFile file, Path folder, Press.Gaps gaps, Progress progress) {
        Path place = folder.resolve(Text.of("paper.dossier_file", file.title().replaceAll("[\\\\/:*?\"<>|\\s]", "_")));
        WholeFile.write(place, out -> write(file, out, gaps, progress));
        documents.printed(documents.needed(file));
        return place;
    }

    /** Cover, index and back cover bear no number. */
    static boolean isCounted(Form form) {
        return form != Form.COVER && form != Form.INDEX && form != Form.BACK;
    }

    private int add(PressRun run, CaseFile file, Form form) throws IOException {
        int pages = 0;
        for (Document document : documents.of(file, form)) {
            pages += run.add(documents.paper(document), document::code);
        }
        return pages;
    }

    /** The scans of a dossier, each a step. */
    private record Scans(List<Scanned> all, Steps steps) {}

    private int bind(PressRun run, Form form, Scans scans, List<Item> lines) throws IOException {
        int before = run.pages();
        for (Scanned scan : scans.all) {
            if (scan.kind().equals(form.word())) {
                scans.steps.next();
                int from = run.pages() + 1;
                run.bind(smaller.apply(scan.content().get()));
                lines.add(line(scan.name(), from, run.pages(), form.label()));
            }
        }
        return run.pages() - before;
    }
}
