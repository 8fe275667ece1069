package cn.anlan.paper.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Something to be printed (印件): its title, how it lies, and what stands on it. */
public final class Paper {
    private final String title;
    private final Document page;

    /** How a paper lies (版式). */
    public enum Layout {
        /** An official form: upright, binding margin at the left, no page numbers of its own. */
        FORM,
        /** Upright, page n of N at the foot. */
        PORTRAIT,
        /** Lying, for wide tables, page n of N at the foot. */
        LANDSCAPE,
        /** The same on A3. */
        LANDSCAPE_A3(LANDSCAPE),
        /** The manual: upright, with pictures, page n at the foot. */
        MANUAL,
        /** A card to lay beside the keyboard: one upright page. */
        CARD;

        private final String style;

        /** What it has in common with others is theirs; its own style comes last. */
        Layout(Layout... like) {
            style = Arrays.stream(like).map(other -> other.style).collect(Collectors.joining()) + style(name().toLowerCase(Locale.ROOT));
        }
    }

    private Paper(String title, Document page) {
        this.title = title;
        this.page = page;
    }

    /** A paper of these parts. */
    public static Paper of(String title, Layout layout, Block... blocks) {
        Document page = emptyPage();
        Element body = page.createElement("body");
        for (Block block : blocks) {
            body.appendChild(block.draw(page));
        }
        return of(title, layout, body);
    }

    /** A paper of a page's body that was made elsewhere in this room; the body is taken over. */
    public static Paper of(String title, Layout layout, Element body) {
        Document page = body.getOwnerDocument();
        Element html = page.createElement("html");
        html.setAttribute("lang", "zh-CN");
        Element head = page.createElement("head");
        Element heading = page.createElement("title");
        heading.setTextContent(title);
        head.appendChild(heading);
        Element style = page.createElement("style");
        style.setTextContent(style("paper") + layout.style);
        head.appendChild(style);
        html.appendChild(head);
        html.appendChild(body);
        for (Node old = page.getFirstChild(); old != null; old = page.getFirstChild()) {
            page.removeChild(old);
        }
        page.appendChild(html);
        return new Paper(title, page);
    }

    /** A page with nothing on it. */
    public static Document emptyPage() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException never) {
            throw new IllegalStateException(never);
        }
    }

    private static String style(String name) {
        String file = "/paper/style/" + name + ".css";
        try (InputStream in = Objects.requireNonNull(Paper.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public String title() {
        return title;
    }

    Document page() {
        return page;
    }

    Element body() {
        return (Element) page.getElementsByTagName("body").item(0);
    }
}
