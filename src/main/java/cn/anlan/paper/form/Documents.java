package cn.anlan.paper.form;

import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Violation;
import cn.anlan.paper.WholeFile;
import cn.anlan.paper.blank.Item;
import cn.anlan.paper.print.Paper;
import cn.anlan.paper.print.Paper.Layout;
import cn.anlan.paper.print.Press;
import cn.anlan.paper.print.PressRun;
import cn.anlan.store.Registers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes the documents of disputes (文书制作): which a case needs, each as PDF and as Word. Not for the FX thread. */
public final class Documents {
    /** The register whose papers they are. */
    private static final String PRINTED = "dispute";

    private final Registers registers;
    private final Templates templates;
    private final Press press;
    private final Surroundings around;

    /**
     * What documents take from elsewhere (制作环境). The clock's zone is the office's.
     *
     * @param office the office's full name
     * @param clerk who makes the documents
     * @param scans the scans of a dispute by its id
     * @param missing what its dossier still lacks, in words
     * @param numbers the page numbers a clerk noted for a paper after binding, by dispute and paper's word; empty when none are
     * @param printed told of documents that left the house
     */
    public record Surroundings(Supplier<String> office, Supplier<String> clerk, Clock clock, Function<String, List<Scanned>> scans,
            Function<String, List<String>> missing, BinaryOperator<String> numbers,
            Consumer<List<Document>> printed) {}

    public Documents(Registers registers, Templates templates, Press press, Surroundings around) {
        this.registers = registers;
        this.templates = templates;
        this.press = press;
        this.around = around;
    }

    public Templates templates() {
        return templates;
    }

    /** A dispute with all its papers speak of. Throws {@link Refused} when there is none of this id, or the person here prints none. */
    public CaseFile open(String disputeId) {
        registers.require(Act.PRINT, PRINTED);
        LocalDate today = LocalDate.now(around.clock);
        CaseFile file = CaseFile.read(registers, disputeId, today);
        file.with("office", List.of(new Item.OfWords("", Map.of("name", around.office.get(), "clerk", around.clerk.get(), "today", today.toString()))));
        file.with("notice", CaseFile.words("notice", templates.fixed("rights")));
        file.with("remedy", CaseFile.words("remedy", templates.fixed("remedies")));
        file.with("missing", CaseFile.words("missing", around.missing.apply(disputeId)));
        file.with("proof", around.scans.apply(disputeId).stream().filter(scan -> scan.kind().equals(Form.EVIDENCE.word()))
                .map(scan -> new Item.OfWords("", Map.of("name", scan.name(), "pages", String.valueOf(scan.pages()), "source", "", "original", "",
                        "note", ""))).toList());
        List<Item> index = needed(file).stream().filter(document -> Dossier.isCounted(document.form()))
                .<Item>map(document -> Dossier.line(document.title(), around.numbers.apply(disputeId, document.form().word()), "")).toList();
        file.with("document", index);
        return file;
    }

    /** The scans of a dispute's dossier. */
    List<Scanned> scans(CaseFile file) {
        return around.scans.apply(file.id());
    }

    /** The documents a case needs as it stands, in the order of the dossier. */
    public List<Document> needed(CaseFile file) {
        return Arrays.stream(Form.values()).filter(file::needs).flatMap(form -> made(file, form).stream()).toList();
    }

    /** Every form the house prints, with empty blanks where the case has nothing for it. */
    public List<Document> every(CaseFile file) {
        return Arrays.stream(Form.values()).filter(Form::isPrinted).flatMap(form -> of(file, form).stream()).toList();
    }

    /** The documents of one form; one with empty blanks when the case has nothing for it yet. */
    public List<Document> of(CaseFile file, Form form) {
        List<Document> made = made(file, form);
        return made.isEmpty() ? List.of(new Document(file, form, 1, false, file.facts())) : made;
    }

    private static List<Document> made(CaseFile file, Form form) {
        var each = file.each(form);
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            documents.add(new Document(file, form, i + 1, each.size() > 1, each.get(i)));
        }
        return documents;
    }

    /** The page of a document, ready for the press. */
    Paper paper(Document document) {
        return Paper.of(document.title(), Layout.FORM, templates.page(document.form()).fill(document.facts()));
    }

    /** What of these documents cannot be printed as it is: a sentence for every character no font holds. */
    public List<Violation> check(List<Document> documents) {
        return documents.stream().flatMap(document -> press.check(paper(document)).stream()).distinct().toList();
    }

    /** Documents one after another in one PDF, each page with its QR code. Throws {@link Refused} with {@link #check}'s sentences. */
    public byte[] pdf(List<Document> documents, Press.Gaps gaps) {
        refuseMissing(documents, gaps);
        var bytes = new ByteArrayOutputStream(1 << 16);
        try (PressRun run = press.run(title(documents), gaps)) {
            for (Document document : documents) {
                run.add(paper(document), document::code);
            }
            run.save(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    /** All that is missing in all of them is told at once. */
    private void refuseMissing(List<Document> documents, Press.Gaps gaps) {
        List<Violation> missing = gaps == Press.Gaps.REFUSE ? check(documents) : List.of();
        if (!missing.isEmpty()) {
            throw new Refused(missing);
        }
    }

    private static String title(List<Document> documents) {
        return documents.isEmpty() ? "" : documents.size() == 1 ? documents.get(0).title() : documents.get(0).file().title();
    }

    /** The document in Word, after the office's own template if it has one. Throws {@link Refused} naming the faults of that template. */
    public byte[] word(Document document) {
        var bytes = new ByteArrayOutputStream(1 << 14);
        try {
            templates.word(document.form()).fill(document.facts(), bytes);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    /** What is to be said of the Word templates these documents are made after. */
    public List<String> remarks(List<Document> documents) {
        return documents.stream().map(Document::form).distinct().flatMap(form -> templates.aged(form).stream()).toList();
    }

    /** Writes documents into a folder, a file each; the files. What cannot be printed is told before the first is written. */
    public List<Path> write(List<Document> documents, Path folder, boolean asWord, Press.Gaps gaps) {
        if (!asWord) {
            refuseMissing(documents, gaps);
        }
        List<Path> files = new ArrayList<>();
        for (Document document : documents) {
            byte[] content = asWord ? word(document) : pdf(List.of(document), gaps);
            Path file = folder.resolve(document.fileName() + (asWord ? ".docx" : ".pdf"));
            WholeFile.write(file, out -> out.write(content));
            files.add(file);
        }
        printed(documents);
        return files;
    }

    /** These documents left the house on paper or as files: journal and dossier are told. */
    public void printed(List<Document> documents) {
        around.printed.accept(documents);
    }
}
