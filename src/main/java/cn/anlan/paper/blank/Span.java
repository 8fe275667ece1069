package cn.anlan.paper.blank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What stands between the two ends of a block (重复段): pieces of one paragraph, whole paragraphs, or whole table rows.
 *
 * @param first the first node that belongs to it
 * @param last the last one, a sibling of the first
 */
record Span(Node first, Node last) {

    /** The span between two marks; empty when they do not stand on the same level. */
    static Optional<Span> between(Medium medium, Element open, Element close) {
        Set<Node> above = new HashSet<>();
        for (Node node = open; node != null; node = node.getParentNode()) {
            above.add(node);
        }
        Node common = close;
        Node last = close;
        while (!above.contains(common)) {
            last = common;
            common = Objects.requireNonNull(common.getParentNode());
        }
        Node first = open;
        while (first.getParentNode() != common) {
            first = Objects.requireNonNull(first.getParentNode());
        }
        if (medium.isRow(common)) {
            return Optional.of(new Span(common, common));
        }
        boolean pieces = first == open && last == close;
        boolean paragraphs = medium.isParagraph(first) && medium.isParagraph(last);
        return pieces || paragraphs || (medium.isRow(first) && medium.isRow(last)) ? Optional.of(new Span(first, last)) : Optional.empty();
    }

    /** Takes the marks away, and the paragraphs that held nothing else, and takes the rest out of the document; what was taken out. */
    List<Node> takeOut(Medium medium, Element open, Element close) {
        List<Node> nodes = new ArrayList<>();
        for (Node node = first; node != null; node = node == last ? null : node.getNextSibling()) {
            nodes.add(node);
        }
        open.getParentNode().removeChild(open);
        close.getParentNode().removeChild(close);
        nodes.removeIf(node -> node == open || node == close);
        for (Node end : new Node[] {first, last}) {
            if (medium.isParagraph(end) && medium.isEmpty((Element) end) && nodes.remove(end)) {
                end.getParentNode().removeChild(end);
            }
        }
        nodes.forEach(node -> node.getParentNode().removeChild(node));
        return nodes;
    }

    /** Where the span was: the node after it and the node it stood in. Ask before it is taken out. */
    Gap gap() {
        return new Gap(Objects.requireNonNull(first.getParentNode()), last.getNextSibling());
    }

    /** A place between two nodes (插入处). */
    record Gap(Node parent, @Nullable Node next) {
        void put(Node node) {
            parent.insertBefore(node, next);
        }
    }
}
