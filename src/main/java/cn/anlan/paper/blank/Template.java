package cn.anlan.paper.blank;

import cn.anlan.entry.Text;
import cn.anlan.paper.print.Block;
import cn.anlan.paper.print.Paper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A document with blanks (模板), read and marked once, checked, and filled in as often as one likes. */
public final class Template {
    private final Medium medium;
    private final Element root;
    private final List<String> unreadable;

    /** Takes the root element over and marks its blanks. */
    public Template(Medium medium, Element root) {
        this.medium = medium;
        this.root = root;
        this.unreadable = List.copyOf(new Marks(medium).set(root));
    }

    /** Everything wrong with the template, a sentence with its place for each. */
    public List<String> check(Names names) {
        List<String> faults = new ArrayList<>(unreadable);
        Deque<Element> open = new ArrayDeque<>();
        for (Element mark : Marks.below(root)) {
            Blank blank = blank(mark);
            if (blank.kind() == Blank.Kind.CLOSE) {
                close(open, mark, faults);
                continue;
            }
            if (!names.know(blank)) {
                faults.add(Text.of("paper.fault.unknown", Marks.place(mark), blank.written(), String.join(" ", names.all())));
            }
            blank.ways().stream().filter(way -> !Manner.WAYS.contains(way))
                    .forEach(way -> faults.add(Text.of("paper.fault.way", Marks.place(mark), blank.written(), way)));
            if (blank.kind().opens()) {
                open.push(mark);
            }
        }
        open.forEach(mark -> faults.add(Text.of("paper.fault.unclosed", Marks.place(mark), blank(mark).written())));
        return faults;
    }

    private void close(Deque<Element> open, Element mark, List<String> faults) {
        if (open.isEmpty() || !blank(mark).closes(blank(open.element()))) {
            faults.add(Text.of("paper.fault.not_open", Marks.place(mark), blank(mark).written()));
        } else if (Span.between(medium, open.pop(), mark).isEmpty()) {
            faults.add(Text.of("paper.fault.levels", Marks.place(mark), blank(mark).written()));
        }
    }

    private static Blank blank(Element mark) {
        return Marks.of(mark).orElseThrow();
    }

    /** A copy in a document of its own with every blank filled in. The template must have passed {@link #check}: what is wrong is left out of the copy. */
    public Element fill(Facts facts) {
        Document fresh = Paper.emptyPage();
        Element copy = (Element) fresh.importNode(root, true);
        fresh.appendChild(copy);
        expand(copy, facts);
        medium.finish(copy);
        return copy;
    }

    private void expand(Node node, Facts facts) {
        for (Optional<Element> open = firstOpen(node); open.isPresent(); open = firstOpen(node)) {
            repeat(node, open.get(), facts);
        }
        Marks.below(node).forEach(mark -> write(mark, facts));
    }

    private static Optional<Element> firstOpen(Node node) {
        return Marks.below(node).stream().filter(mark -> blank(mark).kind().opens()).findFirst();
    }

    private void repeat(Node within, Element open, Facts facts) {
        Element close = end(within, open);
        Optional<Span> span = close == null ? Optional.empty() : Span.between(medium, open, close);
        if (span.isEmpty()) {
            open.getParentNode().removeChild(open);
            return;
        }
        Span.Gap gap = span.get().gap();
        List<Node> between = span.get().takeOut(medium, open, Objects.requireNonNull(close));
        for (Facts each : facts.each(blank(open))) {
            DocumentFragment written = open.getOwnerDocument().createDocumentFragment();
            between.forEach(node -> written.appendChild(node.cloneNode(true)));
            expand(written, each);
            gap.put(written);
        }
    }

    private static @Nullable Element end(Node within, Element open) {
        int depth = 0;
        boolean begun = false;
        for (Element mark : Marks.below(within)) {
            begun |= mark == open;
            if (begun) {
                Blank.Kind kind = blank(mark).kind();
                depth += kind.opens() ? 1 : kind == Blank.Kind.CLOSE ? -1 : 0;
                if (depth == 0) {
                    return mark;
                }
            }
        }
        return null;
    }

    /** Line breaks in a value begin a new paragraph where the paragraph holds the blank itself. */
    private void write(Element mark, Facts facts) {
        Blank blank = blank(mark);
        Facts.Written written = blank.kind() == Blank.Kind.VALUE ? facts.write(blank) : new Facts.Written("", "");
        String[] lines = clean(written.words()).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                newLine(mark);
            }
            if (!lines[i].isEmpty()) {
                Node piece = medium.write(mark, lines[i]);
                mark.getParentNode().insertBefore(piece, mark);
                label(piece, written.label());
            }
        }
        mark.getParentNode().removeChild(mark);
    }

    private void newLine(Element mark) {
        if (mark.getParentNode() instanceof Element paragraph && medium.isParagraph(paragraph)) {
            medium.split(paragraph, mark);
        } else {
            mark.getParentNode().insertBefore(medium.breakLine(mark), mark);
        }
    }

    private static void label(Node piece, String label) {
        if (piece.getNodeType() == Node.TEXT_NODE && !label.isEmpty()) {
            piece.setUserData(Block.FIELD, label, null);
        }
    }

    /** Without what no file format may hold: control characters and halves of characters. */
    static String clean(String words) {
        var clean = new StringBuilder();
        words.replace("\r\n", "\n").replace('\r', '\n').codePoints()
                .filter(c -> c == '\n' || c == '\t' || (c >= ' ' && !Character.isISOControl(c) && (c < 0xD800 || c > 0xDFFF) && (c & 0xFFFE) != 0xFFFE))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
