package cn.anlan.paper.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What Word finds in a document we made. */
public final class WordPages {
    private static final String TEXT = "word/document.xml";
    private final Map<String, byte[]> parts;

    public WordPages(byte[] file) throws IOException {
        parts = parts(file);
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private Element root() {
        return Xml.read(parts.get(TEXT)).orElseThrow();
    }

    /** All words without spaces and line ends. */
    public String words() {
        return root().getTextContent().replaceAll("[\\s\u3000]", "");
    }

    /** Paragraph by paragraph. */
    public List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        elements("w:p").forEach(paragraph -> paragraphs.add(paragraph.getTextContent()));
        return paragraphs;
    }

    private List<Element> elements(String name) {
        NodeList found = root().getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** What Word would refuse or repair. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (String part : List.of("[Content_Types].xml", "_rels/.rels", TEXT, "word/styles.xml")) {
            if (!parts.containsKey(part) || Xml.read(parts.get(part)).isEmpty()) {
                faults.add("broken " + part);
            }
        }
        for (Element cell : elements("w:tc")) {
            if (!cell.getLastChild().getNodeName().equals("w:p")) {
                faults.add("cell without paragraph: " + cell.getTextContent());
            }
        }
        for (Element table : elements("w:tbl")) {
            int columns = table.getElementsByTagName("w:gridCol").getLength();
            NodeList rows = table.getElementsByTagName("w:tr");
            for (int i = 0; i < rows.getLength(); i++) {
                if (columns((Element) rows.item(i)) != columns) {
                    faults.add("row of " + columns((Element) rows.item(i)) + " not " + columns + ": " + rows.item(i).getTextContent());
                }
            }
        }
        return faults;
    }

    private static int columns(Element row) {
        NodeList cells = row.getElementsByTagName("w:tc");
        int columns = 0;
        for (int i = 0; i < cells.getLength(); i++) {
            NodeList span = ((Element) cells.item(i)).getElementsByTagName("w:gridSpan");
            columns += span.getLength() == 0 ? 1 : Integer.parseInt(((Element) span.item(0)).getAttribute("w:val"));
        }
        return columns;
    }

    /** The file as somebody edited it who replaced a word of its text. */
    public static byte[] edited(byte[] file, String word, String by) throws IOException {
        Map<String, byte[]> parts = parts(file);
        parts.compute(TEXT, (part, bytes) -> new String(bytes, StandardCharsets.UTF_8).replace(word, by).getBytes(StandardCharsets.UTF_8));
        var out = new ByteArrayOutputStream();
        WordFile.write(parts, out);
        return out.toByteArray();
    }

    /** A file of nothing but this text, WordprocessingML paragraphs. */
    static byte[] of(String body) throws IOException {
        var out = new ByteArrayOutputStream();
        String xml = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body + "</w:body></w:document>";
        WordFile.write(Map.of(TEXT, xml.getBytes(StandardCharsets.UTF_8)), out);
        return out.toByteArray();
    }
}
