package cn.anlan.paper.form;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import cn.anlan.paper.WholeFile;
import cn.anlan.paper.blank.Facts;
import cn.anlan.paper.blank.Names;
import cn.anlan.paper.blank.Template;
import cn.anlan.paper.blank.Xhtml;
import cn.anlan.paper.print.Paper;
import cn.anlan.paper.print.Paper.Layout;
import cn.anlan.paper.word.WordDraft;
import cn.anlan.paper.word.WordFile;
import cn.anlan.paper.word.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The templates of all forms (文书模板): our own pages for printing, and for Word what the office keeps in its {@code templates} folder, or else a
 * Word template made of our page. Fixed texts can be replaced from the same folder.
 */
public final class Templates {
    private static final List<String> FIXED = List.of("rights", "remedies");

    private static final Properties VERSIONS = versions();

    private final Path folder;
    private final Names names;
    private final Map<Form, Template> pages = new ConcurrentHashMap<>();

    private static Properties versions() {
        var versions = new Properties();
        try {
            versions.load(new ByteArrayInputStream(resource("form/versions.properties")));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return versions;
    }

    /** {@code folder} is the office's; it need not exist. */
    public Templates(Path folder, Names names) {
        this.folder = folder;
        this.names = names;
    }

    /** The office's own folder. */
    public Path folder() {
        return folder;
    }

    /** Our own page for a form, ready to be filled. */
    Template page(Form form) {
        return pages.computeIfAbsent(form, key -> new Template(new Xhtml(), body(key)));
    }

    /** A page of our own that is no document of a dispute, filled in. */
    public static Paper sheet(String name, String title, Facts facts) {
        return Paper.of(title, Layout.FORM, new Template(new Xhtml(), xml("sheet/" + name + ".html")).fill(facts));
    }

    private static Element body(Form form) {
        Element body = xml("form/" + form.word() + ".html");
        for (Node part = body.getElementsByTagName("part").item(0); part != null; part = body.getElementsByTagName("part").item(0)) {
            Node content = Objects.requireNonNull(body.getOwnerDocument())
                    .importNode(xml("form/part/" + ((Element) part).getAttribute("name") + ".html"), true);
            while (content.getFirstChild() != null) {
                part.getParentNode().insertBefore(content.getFirstChild(), part);
            }
            part.getParentNode().removeChild(part);
        }
        return body;
    }

    private static Element xml(String name) {
        return Xml.read(resource(name)).orElseThrow(() -> new IllegalStateException("Not well-formed: " + name));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream("/paper/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The Word template of a form. Throws {@link Refused} with everything wrong in one the office edited. */
    WordFile word(Form form) {
        Path own = folder.resolve(form.label() + ".docx");
        if (!Files.isRegularFile(own)) {
            return WordFile.read(draft(form), form.label());
        }
        WordFile file = WordFile.read(read(own), own.getFileName().toString());
        List<String> faults = file.check(names);
        if (!faults.isEmpty()) {
            throw new Refused(faults.stream().map(fault -> Violation.hard(null, fault)).toList());
        }
        return file;
    }

    private static byte[] draft(Form form) {
        return WordDraft.of(body(form), form.word() + " " + version(form));
    }

    /** Our page of a form as it is now, counted up with every change. */
    static int version(Form form) {
        return Integer.parseInt(VERSIONS.getProperty(form.word()));
    }

    /** The page of a form as it stands in our files, put together. */
    static byte[] source(Form form) {
        return Xml.write(Objects.requireNonNull(body(form).getOwnerDocument()));
    }

    /** A sentence when the office's own Word template of a form was made of an older one of ours; it is used all the same. */
    public Optional<String> aged(Form form) {
        Path own = folder.resolve(form.label() + ".docx");
        if (!Files.isRegularFile(own)) {
            return Optional.empty();
        }
        return WordFile.read(read(own), own.getFileName().toString()).version().filter(said -> said.matches(form.word() + " \\d{1,6}"))
                .map(said -> Integer.parseInt(said.substring(form.word().length() + 1))).filter(said -> said < version(form))
                .map(said -> Text.of("paper.template_aged", own.getFileName(), said, version(form)));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw Refused.of("paper.refused.no_file", file);
        }
    }

    /** A fixed text, one paragraph a line, from the office's folder or else as shipped. */
    List<String> fixed(String name) {
        Path own = folder.resolve(name + ".txt");
        String text = new String(Files.isRegularFile(own) ? read(own) : resource("fixed/" + name + ".txt"), StandardCharsets.UTF_8);
        return text.lines().map(line -> line.replace("\uFEFF", "").strip()).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }

    /** Puts every template that is not there yet into the office's folder, to be edited; how many. */
    public int handOut() {
        int written = 0;
        for (Form form : printed()) {
            Path file = folder.resolve(form.label() + ".docx");
            if (!Files.exists(file)) {
                byte[] word = draft(form);
                WholeFile.write(file, out -> out.write(word));
                written++;
            }
        }
        for (String name : FIXED) {
            Path file = folder.resolve(name + ".txt");
            if (!Files.exists(file)) {
                WholeFile.write(file, out -> out.write(resource("fixed/" + name + ".txt")));
                written++;
            }
        }
        return written;
    }

    /** Everything wrong with the templates in use, by form; a form without fault is left out. */
    public Map<Form, List<String>> check() {
        Map<Form, List<String>> faults = new EnumMap<>(Form.class);
        for (Form form : printed()) {
            List<String> wrong = new ArrayList<>(page(form).check(names));
            try {
                wrong.addAll(word(form).check(names));
            } catch (Refused refused) {
                refused.violations().forEach(violation -> wrong.add(violation.sentence()));
            }
            if (!wrong.isEmpty()) {
                faults.put(form, wrong);
            }
        }
        return faults;
    }

    private static List<Form> printed() {
        return Arrays.stream(Form.values()).filter(Form::isPrinted).toList();
    }

    /** Every blank a template may hold, with what it means. */
    public Map<String, String> blanks() {
        return names.blanks();
    }
}
