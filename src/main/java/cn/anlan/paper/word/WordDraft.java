package cn.anlan.paper.word;

import cn.anlan.paper.print.Paper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Makes the Word template of a form out of our own page for it (生成 Word 模板): the same words, tables and blanks, with the official fonts by name
 * (仿宋_GB2312, 黑体), for the office to edit as it likes. Blanks are passed on untouched.
 */
public final class WordDraft {
    private static final String PARTS = "/paper/word/";
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2");

    private final Document word = Paper.emptyPage();

    /** The .docx; {@code body} is the form's page with its blanks as text, {@code version} is what the file says of itself, see {@link WordFile#version}. */
    public static byte[] of(Element body, String version) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (String part : List.of("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml", "word/fontTable.xml")) {
            parts.put(part, part(part));
        }
        parts.put(WordFile.PROPERTIES, new String(part("custom.xml"), StandardCharsets.UTF_8).replace("VERSION", version).getBytes(StandardCharsets.UTF_8));
        var draft = new WordDraft();
        draft.write(body);
        parts.put("word/document.xml", Xml.write(draft.word));
        var out = new ByteArrayOutputStream();
        try {
            WordFile.write(parts, out);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return out.toByteArray();
    }

    private static byte[] part(String name) {
        String file = PARTS + name.replace("[Content_Types]", "content-types").replace("_rels/.rels", "package.rels").replace("word/_rels/", "")
                .replace("word/", "");
        try (InputStream in = Objects.requireNonNull(WordDraft.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void write(Element body) {
        Element root = word.createElement("w:document");
        root.setAttribute("xmlns:w", NAMESPACE);
        word.appendChild(root);
        Element text = add(root, "w:body");
        blocks(body, text);
        Element section = add(text, "w:sectPr");
        add(section, "w:pgSz", "w:w", "11906", "w:h", "16838");
        add(section, "w:pgMar", "w:top", "1247", "w:right", "1134", "w:bottom", "1134", "w:left", "1417", "w:header", "851", "w:footer", "567",
                "w:gutter", "0");
    }

    private void blocks(Element from, Element to) {
        for (Node child = from.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                switch (element.getTagName()) {
                    case "p", "h1", "h2" -> paragraph(element, to);
                    case "table" -> WordTable.write(this, element, to);
                    case "div" -> blocks(element, to);
                    default -> throw new IllegalStateException("No Word for " + element.getTagName());
                }
            }
        }
    }

    /** A cell's paragraphs, or its bare words as one. */
    void cell(Element cell, Element to) {
        boolean bare = true;
        for (Node child = cell.getFirstChild(); child != null; child = child.getNextSibling()) {
            bare &= !(child instanceof Element element && (PARAGRAPHS.contains(element.getTagName()) || element.getTagName().equals("table")));
        }
        if (bare) {
            paragraph(cell, to);
        } else {
            blocks(cell, to);
            if (!"w:p".equals(to.getLastChild().getNodeName())) {
                add(to, "w:p");
            }
        }
    }

    private void paragraph(Element from, Element to) {
        Element paragraph = add(to, "w:p");
        Element look = add(paragraph, "w:pPr");
        String style = from.getAttribute("class");
        if (from.getTagName().matches("h[12]")) {
            add(look, "w:pStyle", "w:val", from.getTagName().equals("h1") ? "Title" : "Heading");
        }
        if (has(style, "new-page")) {
            add(look, "w:pageBreakBefore");
        }
        if (has(style, "text")) {
            add(look, "w:ind", "w:firstLine", "480", "w:firstLineChars", "200");
        }
        String side = has(style, "centred") || has(style, "committee") || has(style, "subtitle") || has(style, "k") || from.getTagName().equals("th") ? "center"
                : has(style, "right") || has(style, "no") ? "right" : "";
        if (!side.isEmpty()) {
            add(look, "w:jc", "w:val", side);
        }
        runs(from, paragraph, Set.of());
    }

    private static boolean has(String style, String word) {
        return List.of(style.split(" ", -1)).contains(word);
    }

    private void runs(Element from, Element paragraph, Set<String> looks) {
        for (Node child = from.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text words && !words.getData().isEmpty()) {
                Element run = run(paragraph, looks);
                Element text = add(run, "w:t", "xml:space", "preserve");
                text.appendChild(word.createTextNode(words.getData()));
            } else if (child instanceof Element element && element.getTagName().equals("br")) {
                add(run(paragraph, looks), "w:br");
            } else if (child instanceof Element element) {
                runs(element, paragraph, Set.of(element.getAttribute("class")));
            }
        }
    }

    private Element run(Element paragraph, Set<String> looks) {
        Element run = add(paragraph, "w:r");
        Element look = add(run, "w:rPr");
        if (looks.contains("strong")) {
            add(look, "w:b");
        }
        if (looks.contains("u")) {
            add(look, "w:u", "w:val", "single");
        }
        return run;
    }

    /** A new element with its attributes, names and values one after the other. */
    Element add(Element parent, String name, String... attributes) {
        Element element = word.createElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            element.setAttribute(attributes[i], attributes[i + 1]);
        }
        parent.appendChild(element);
        return element;
    }
}
