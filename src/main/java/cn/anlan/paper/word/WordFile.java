package cn.anlan.paper.word;

import cn.anlan.entry.Refused;
import cn.anlan.paper.blank.Facts;
import cn.anlan.paper.blank.Names;
import cn.anlan.paper.blank.Template;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A Word document with blanks (Word 模板): its text, headers and footers are templates, everything else is passed on as it is. */
public final class WordFile {
    /** A template of this many bytes unpacked is no template of ours. */
    private static final int MOST_BYTES = 20_000_000;
    private static final String TEXT = "word/document\\.xml|word/(header|footer)\\d*\\.xml";
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    /** Where Word keeps what a file says of itself; Word, WPS and LibreOffice pass it on when they save. */
    static final String PROPERTIES = "docProps/custom.xml";
    private static final String VERSION = "AnlanTemplate";

    private final Map<String, byte[]> parts;
    private final Map<String, Template> templates = new LinkedHashMap<>();

    private WordFile(Map<String, byte[]> parts, String name) {
        this.parts = parts;
        parts.forEach((part, bytes) -> {
            if (part.matches(TEXT)) {
                Element root = Xml.read(bytes).filter(element -> element.getTagName().startsWith("w:"))
                        .orElseThrow(() -> Refused.of("paper.refused.no_word_file", name));
                templates.put(part, new Template(new WordText(), root));
            }
        });
        if (!templates.containsKey("word/document.xml")) {
            throw Refused.of("paper.refused.no_word_file", name);
        }
    }

    /** Opens a document; {@code name} is what it is called in refusals. Throws {@link Refused} when it is no .docx. */
    public static WordFile read(byte[] file, String name) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        long left = MOST_BYTES;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes((int) left + 1);
                left -= bytes.length;
                if (left < 0) {
                    throw Refused.of("paper.refused.no_word_file", name);
                }
                if (!entry.isDirectory()) {
                    parts.put(entry.getName(), bytes);
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw Refused.of("paper.refused.no_word_file", name).because(damaged);
        }
        return new WordFile(parts, name);
    }

    /** Everything wrong with the blanks, a sentence with its place for each. */
    public List<String> check(Names names) {
        List<String> faults = new ArrayList<>();
        templates.values().forEach(template -> faults.addAll(template.check(names)));
        return faults;
    }

    /** What it says of itself, if it was made by {@link WordDraft}: which template of ours, and which version of it. */
    public Optional<String> version() {
        byte[] said = parts.get(PROPERTIES);
        Optional<Element> properties = said == null ? Optional.empty() : Xml.read(said);
        return properties.flatMap(root -> {
            for (Node property = root.getFirstChild(); property != null; property = property.getNextSibling()) {
                if (property instanceof Element element && element.getAttribute("name").equals(VERSION)) {
                    return Optional.of(element.getTextContent().strip());
                }
            }
            return Optional.empty();
        });
    }

    /** Writes the document with every blank filled in; the same bytes for the same facts. */
    public void fill(Facts facts, OutputStream out) throws IOException {
        Map<String, byte[]> filled = new LinkedHashMap<>(parts);
        templates.forEach((part, template) -> filled.put(part, Xml.write(Objects.requireNonNull(template.fill(facts).getOwnerDocument()))));
        write(filled, out);
    }

    static void write(Map<String, byte[]> parts, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            var entry = new ZipEntry(part.getKey());
            entry.setTimeLocal(ALWAYS);
            zip.putNextEntry(entry);
            zip.write(part.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }
}
