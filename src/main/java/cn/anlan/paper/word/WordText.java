package cn.anlan.paper.word;

import cn.anlan.paper.blank.Medium;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Templates written in Word or WPS (Word 模板): runs of text in paragraphs, as WordprocessingML has them. */
final class WordText implements Medium {
    private static final Set<String> SHOWS_SOMETHING = Set.of("w:drawing", "w:pict", "w:object", "w:sectPr", "w:br");

    @Override
    public List<Element> paragraphs(Node root) {
        return below(root, Set.of("w:p"), Set.of());
    }

    /** The elements of these names in order; what stands inside an element of the names {@code closed} is not looked at. */
    private static List<Element> below(Node node, Set<String> names, Set<String> closed) {
        List<Element> found = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                if (names.contains(element.getTagName())) {
                    found.add(element);
                }
                if (!closed.contains(element.getTagName())) {
                    found.addAll(below(element, names, closed));
                }
            }
        }
        return found;
    }

    @Override
    public List<Text> texts(Element paragraph) {
        List<Text> texts = new ArrayList<>();
        for (Element text : below(paragraph, Set.of("w:t"), Set.of("w:p"))) {
            text.normalize();
            if (text.getFirstChild() instanceof Text words) {
                keepSpaces(text);
                texts.add(words);
            }
        }
        return texts;
    }

    private static void keepSpaces(Element text) {
        text.setAttribute("xml:space", "preserve");
    }

    @Override
    public boolean isParagraph(Node node) {
        return node instanceof Element element && element.getTagName().equals("w:p");
    }

    @Override
    public boolean isRow(Node node) {
        return node instanceof Element element && element.getTagName().equals("w:tr");
    }

    @Override
    public Node cut(Text text, int from, int to) {
        Text middle = cutRun(text, from);
        cutRun(middle, to - from);
        return middle.getParentNode().getParentNode();
    }

    /** Cuts the run a text stands in; the text of the new run, which stands behind. */
    private static Text cutRun(Text text, int at) {
        Element words = (Element) text.getParentNode();
        Element run = (Element) words.getParentNode();
        Element next = (Element) run.cloneNode(false);
        for (Element look : below(run, Set.of("w:rPr"), Set.of("w:rPr"))) {
            next.appendChild(look.cloneNode(true));
        }
        Element nextWords = (Element) words.cloneNode(false);
        Text rest = text.getOwnerDocument().createTextNode(text.getData().substring(at));
        nextWords.appendChild(rest);
        next.appendChild(nextWords);
        for (Node later = words.getNextSibling(); later != null; later = words.getNextSibling()) {
            next.appendChild(later);
        }
        text.setData(text.getData().substring(0, at));
        run.getParentNode().insertBefore(next, run.getNextSibling());
        return rest;
    }

    @Override
    public Node write(Element mark, String words) {
        Element run = (Element) mark.getFirstChild().cloneNode(true);
        for (Element text : below(run, Set.of("w:t"), Set.of())) {
            keepSpaces(text);
            text.setTextContent(words);
        }
        return run;
    }

    @Override
    public Node breakLine(Element mark) {
        Element run = (Element) mark.getFirstChild().cloneNode(true);
        for (Element text : below(run, Set.of("w:t"), Set.of())) {
            run.replaceChild(run.getOwnerDocument().createElement("w:br"), text);
        }
        return run;
    }

    @Override
    public void split(Element paragraph, Node child) {
        Element before = (Element) paragraph.cloneNode(false);
        Node look = paragraph.getFirstChild();
        Node first = look;
        if (look instanceof Element element && element.getTagName().equals("w:pPr")) {
            before.appendChild(look.cloneNode(true));
            first = look.getNextSibling();
        }
        while (first != null && first != child) {
            Node next = first.getNextSibling();
            before.appendChild(first);
            first = next;
        }
        paragraph.getParentNode().insertBefore(before, paragraph);
    }

    @Override
    public boolean isEmpty(Element paragraph) {
        return paragraph.getTextContent().isBlank() && below(paragraph, SHOWS_SOMETHING, Set.of()).isEmpty();
    }

    /** Word refuses a cell that does not end with a paragraph, and two paragraphs of one number. */
    @Override
    public void finish(Node root) {
        for (Element cell : below(root, Set.of("w:tc"), Set.of())) {
            if (!isParagraph(cell.getLastChild())) {
                cell.appendChild(cell.getOwnerDocument().createElement("w:p"));
            }
        }
        for (Element paragraph : paragraphs(root)) {
            paragraph.removeAttribute("w14:paraId");
            paragraph.removeAttribute("w14:textId");
        }
    }
}
