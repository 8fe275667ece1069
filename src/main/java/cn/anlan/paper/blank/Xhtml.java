package cn.anlan.paper.blank;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/** Templates of our own papers (自有版式): XHTML. */
public final class Xhtml implements Medium {
    private static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2", "td", "th");

    @Override
    public List<Element> paragraphs(Node root) {
        List<Element> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<Element> found) {
        if (node instanceof Element element && PARAGRAPHS.contains(element.getTagName())) {
            found.add(element);
        }
        NodeList children = node.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            collect(children.item(i), found);
        }
    }

    @Override
    public List<Text> texts(Element paragraph) {
        List<Text> texts = new ArrayList<>();
        collectTexts(paragraph, texts);
        return texts;
    }

    private static void collectTexts(Element element, List<Text> texts) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                texts.add(text);
            } else if (child instanceof Element inner && !PARAGRAPHS.contains(inner.getTagName())) {
                collectTexts(inner, texts);
            }
        }
    }

    @Override
    public boolean isParagraph(Node node) {
        return node instanceof Element element && element.getTagName().equals("p");
    }

    @Override
    public boolean isRow(Node node) {
        return node instanceof Element element && element.getTagName().equals("tr");
    }

    @Override
    public Node cut(Text text, int from, int to) {
        Text middle = text.splitText(from);
        middle.splitText(to - from);
        return middle;
    }

    @Override
    public Node write(Element mark, String words) {
        return mark.getOwnerDocument().createTextNode(words);
    }

    @Override
    public Node breakLine(Element mark) {
        return mark.getOwnerDocument().createElement("br");
    }

    @Override
    public void split(Element paragraph, Node child) {
        Node before = paragraph.cloneNode(false);
        for (Node node = paragraph.getFirstChild(); node != null && node != child; node = paragraph.getFirstChild()) {
            before.appendChild(node);
        }
        paragraph.getParentNode().insertBefore(before, paragraph);
    }

    @Override
    public boolean isEmpty(Element paragraph) {
        return paragraph.getTextContent().isBlank() && paragraph.getElementsByTagName("*").getLength() == 0;
    }

    @Override
    public void finish(Node root) {
        // an empty cell is a cell here
    }
}
