package cn.anlan.paper.blank;

import cn.anlan.entry.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Finds the blanks in a document and sets a mark in the place of each (占位符识别). A word processor may have cut a blank into several pieces;
 * here it is put together again. What a clerk typed never becomes a mark, for only templates are looked through.
 */
final class Marks {
    private static final String MARK = "anlan-blank";
    private static final String SAYS = "says";
    private static final String PLACE = "place";
    private static final int SHOWN = 12;

    private final Medium medium;
    private final List<String> faults = new ArrayList<>();

    Marks(Medium medium) {
        this.medium = medium;
    }

    /** Sets the marks; the sentences about what could not be read. */
    List<String> set(Node root) {
        List<Element> paragraphs = medium.paragraphs(root);
        for (int i = 0; i < paragraphs.size(); i++) {
            set(paragraphs.get(i), i + 1);
        }
        return faults;
    }

    /** One blank as it stands in the texts of a paragraph. */
    private record Found(int from, int to, String written, @Nullable Blank blank) {}

    private void set(Element paragraph, int number) {
        List<org.w3c.dom.Text> texts = medium.texts(paragraph);
        var whole = new StringBuilder();
        texts.forEach(text -> whole.append(text.getData()));
        String place = Text.of("paper.fault.place", number, whole.length() > SHOWN ? whole.substring(0, SHOWN) + "…" : whole);
        List<Found> found = new ArrayList<>();
        Matcher matcher = Blank.WRITTEN.matcher(whole);
        while (matcher.find()) {
            found.add(new Found(matcher.start(), matcher.end(), matcher.group(), Blank.read(matcher.group(1)).orElse(null)));
        }
        String rest = Blank.WRITTEN.matcher(whole).replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) {
            faults.add(Text.of("paper.fault.half", place));
        }
        Collections.reverse(found);
        for (Found blank : found) {
            if (blank.blank == null) {
                faults.add(Text.of("paper.fault.unreadable", place, blank.written));
            } else {
                replace(texts, blank, place);
            }
        }
    }

    /** Gathers the blank in the text it begins in, takes it from the others, and puts the mark there. */
    private void replace(List<org.w3c.dom.Text> texts, Found found, String place) {
        int at = 0;
        org.w3c.dom.Text first = null;
        int within = 0;
        for (org.w3c.dom.Text text : texts) {
            int length = text.getLength();
            int from = Math.max(found.from - at, 0);
            int to = Math.min(found.to - at, length);
            at += length;
            if (from < to && first == null) {
                first = text;
                within = from;
                text.replaceData(from, to - from, found.written);
            } else if (from < to) {
                text.deleteData(from, to - from);
            }
        }
        if (first != null) {
            Node piece = medium.cut(first, within, within + found.written.length());
            Element mark = piece.getOwnerDocument().createElement(MARK);
            mark.setAttribute(SAYS, found.written.substring(2, found.written.length() - 2));
            mark.setAttribute(PLACE, place);
            piece.getParentNode().replaceChild(mark, piece);
            mark.appendChild(piece);
        }
    }

    /** The blank a mark stands for; empty when the node is no mark. */
    static Optional<Blank> of(@Nullable Node node) {
        return node instanceof Element element && element.getTagName().equals(MARK) ? Blank.read(element.getAttribute(SAYS)) : Optional.empty();
    }

    static String place(Element mark) {
        return mark.getAttribute(PLACE);
    }

    /** All marks below a node, in order. */
    static List<Element> below(Node root) {
        List<Element> marks = new ArrayList<>();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (of(child).isPresent()) {
                marks.add((Element) child);
            } else {
                marks.addAll(below(child));
            }
        }
        return marks;
    }
}
