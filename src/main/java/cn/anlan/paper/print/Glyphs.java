package cn.anlan.paper.print;

import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.w3c.dom.Node;

/** Looks a page through for characters no font holds (缺字检查), for a name must not be printed without its character. */
final class Glyphs {
    private static final int SHOWN = 8;

    private final IntPredicate covered;

    /** Given what some font holds. */
    Glyphs(IntPredicate covered) {
        this.covered = covered;
    }

    /** One sentence for each missing character and the field it stands in; those may be overruled, by leaving a gap to write in by hand. */
    List<Violation> missing(Paper paper) {
        Set<String> sentences = new LinkedHashSet<>();
        eachText(paper.body(), text -> {
            String words = text.getNodeValue();
            words.codePoints().filter(this::isMissing).forEach(codePoint -> sentences.add(sentence(text, words, codePoint)));
        });
        return sentences.stream().map(sentence -> new Violation(null, sentence, true)).toList();
    }

    private boolean isMissing(int codePoint) {
        return !Character.isWhitespace(codePoint) && !covered.test(codePoint);
    }

    private static String sentence(Node text, String words, int codePoint) {
        Object field = text.getUserData(Block.FIELD);
        int at = words.indexOf(Character.toString(codePoint));
        String near = words.substring(words.offsetByCodePoints(at, -Math.min(SHOWN, words.codePointCount(0, at))), at)
                + words.substring(at, words.offsetByCodePoints(at, Math.min(SHOWN, words.codePointCount(at, words.length()))));
        return Text.of("paper.refused.no_glyph", field == null ? near : field, Character.toString(codePoint), String.format("U+%04X", codePoint));
    }

    /** Puts an empty box in the place of every missing character, to be written in by hand. */
    void leaveGaps(Paper paper) {
        eachText(paper.body(), text -> {
            String words = text.getNodeValue();
            if (words.codePoints().anyMatch(this::isMissing)) {
                Node parent = text.getParentNode();
                words.codePoints().forEach(codePoint -> parent.insertBefore(drawn(text, codePoint), text));
                parent.removeChild(text);
            }
        });
    }

    private Node drawn(Node text, int codePoint) {
        if (!isMissing(codePoint)) {
            return text.getOwnerDocument().createTextNode(Character.toString(codePoint));
        }
        var gap = text.getOwnerDocument().createElement("span");
        gap.setAttribute("class", "gap");
        return gap;
    }

    private static void eachText(Node node, Consumer<Node> taker) {
        Node next = node.getFirstChild();
        while (next != null) {
            Node child = next;
            next = next.getNextSibling();
            if (child.getNodeType() == Node.TEXT_NODE) {
                taker.accept(child);
            } else {
                eachText(child, taker);
            }
        }
    }
}
