package cn.anlan.paper.blank;

import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** What a template is written in (文件格式): how paragraphs, table rows and pieces of text look there. */
public interface Medium {

    /** The paragraphs of a document, each to be looked through for blanks by itself. */
    List<Element> paragraphs(Node root);

    /** The texts of a paragraph in order, without those of paragraphs inside it. */
    List<Text> texts(Element paragraph);

    /** Whether an element is a paragraph that may be written twice. */
    boolean isParagraph(Node node);

    boolean isRow(Node node);

    /** Cuts a text so that the characters from {@code from} up to {@code to} stand alone, and answers the piece that holds them. */
    Node cut(Text text, int from, int to);

    /** A piece with these words, looking like the piece the mark took the place of. */
    Node write(Element mark, String words);

    /** A line break, where a paragraph cannot be written twice. */
    Node breakLine(Element mark);

    /** Cuts a paragraph in two before one of its children: a paragraph of the same look is put before it with all that stands there. */
    void split(Element paragraph, Node child);

    /** Whether a paragraph shows nothing any more. */
    boolean isEmpty(Element paragraph);

    /** Puts right what filling may have left behind. */
    void finish(Node root);
}
