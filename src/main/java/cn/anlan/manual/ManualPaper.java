package cn.anlan.manual;

import cn.anlan.entry.Text;
import cn.anlan.paper.print.Paper;
import cn.anlan.paper.print.Paper.Layout;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The manual as it is printed (手册印件): cover, contents with page numbers, chapters; and the quick card (快捷卡) on one page. */
public final class ManualPaper {
    private static final int KEYS_A_ROW = 2;
    /** Millimetres the widest picture takes, and how many of its points fill them. */
    private static final int WIDEST = 130;
    private static final int FULL = 900;
    private static final int WIDTH_AT = 16;

    private final Document page = Paper.emptyPage();
    private final Element body = page.createElement("body");

    private ManualPaper() {}

    /** The whole manual. */
    public static Paper whole(Manual manual) {
        var paper = new ManualPaper();
        String title = Text.of("manual.title");
        paper.cover(title);
        paper.contents(manual.chapters());
        manual.chapters().forEach(paper::chapter);
        return Paper.of(title, Layout.MANUAL, paper.body);
    }

    /** The quick card. */
    public static Paper card() {
        Chapter card = Manual.card();
        var paper = new ManualPaper();
        paper.lay(card);
        return Paper.of(card.title(), Layout.CARD, paper.body);
    }

    private void cover(String title) {
        Element cover = add(body, "div", "cover");
        image(add(cover, "div", "mark"), Manual.emblem());
        write(add(cover, "h1", ""), title);
        write(add(cover, "p", "motto"), Text.of("manual.motto"));
        write(add(cover, "p", "about"), Text.of("manual.about"));
    }

    private void contents(List<Chapter> chapters) {
        write(add(body, "h1", "contents"), Text.of("manual.contents"));
        for (Chapter chapter : chapters) {
            write(reference(add(body, "p", "entry"), chapter.name()), number(chapters, chapter) + chapter.title());
        }
    }

    private static String number(List<Chapter> chapters, Chapter chapter) {
        return (chapters.indexOf(chapter) + 1) + "\u2003";
    }

    private void chapter(Chapter chapter) {
        Element heading = add(body, "h1", "chapter");
        heading.setAttribute("id", chapter.name());
        write(heading, chapter.title());
        chapter.parts().forEach(part -> draw(body, part));
    }

    private void draw(Element into, Part part) {
        switch (part.kind()) {
            case HEADING -> runs(add(into, "h2", ""), part);
            case TEXT -> runs(add(into, "p", "plain"), part);
            case STEP -> listed(into, "step", part.mark(), part);
            case POINT -> listed(into, "point", "·", part);
            case PICTURE -> {
                Element figure = add(into, "div", "figure");
                byte[] picture = Manual.picture(part.mark());
                image(figure, picture).setAttribute("style", "width: " + Math.min(WIDEST, width(picture) * WIDEST / FULL) + "mm");
                runs(add(figure, "p", "legend"), part);
            }
        }
    }

    private void listed(Element into, String style, String mark, Part part) {
        Element row = add(add(add(into, "table", style), "tbody", ""), "tr", "");
        write(add(row, "td", "no"), mark);
        runs(add(row, "td", ""), part);
    }

    /** Heading, then boxes: points are keys in two columns, steps are things done, plain lines are written out. */
    private void lay(Chapter card) {
        Element band = add(body, "div", "band");
        image(band, Manual.emblem());
        write(add(band, "h1", ""), card.title());
        Element box = body;
        Element row = body;
        int keys = 0;
        for (Part part : card.parts()) {
            if (part.kind() == Part.Kind.HEADING) {
                box = add(body, "div", "box");
                runs(add(box, "h2", ""), part);
                keys = 0;
            } else if (part.kind() == Part.Kind.POINT) {
                row = keys % KEYS_A_ROW == 0 ? add(add(add(box, "table", "keys"), "tbody", ""), "tr", "") : row;
                key(row, part);
                keys++;
            } else {
                draw(box, part);
            }
        }
    }

    /** The key in its cell, what it does in the next. */
    private void key(Element row, Part part) {
        Element cap = add(row, "td", "cap");
        write(add(cap, "span", "key"), part.runs().get(0).words());
        part.runs().stream().skip(1).map(Run::words).reduce(String::concat).ifPresent(words -> write(add(row, "td", ""), words.strip()));
    }

    private void runs(Element into, Part part) {
        for (Run run : part.runs()) {
            write(switch (run.ink()) {
                case PLAIN -> into;
                case LINK -> reference(into, run.to());
                default -> add(into, "span", run.ink().name().toLowerCase(Locale.ROOT));
            }, run.words());
        }
    }

    private Element reference(Element into, String chapter) {
        Element link = add(into, "a", "see");
        link.setAttribute("href", "#" + chapter);
        return link;
    }

    private Element image(Element into, byte[] picture) {
        Element image = add(into, "img", "");
        image.setAttribute("src", "data:image/png;base64," + Base64.getEncoder().encodeToString(picture));
        return image;
    }

    /** Points across a PNG, as its first block says. */
    private static int width(byte[] picture) {
        return ByteBuffer.wrap(picture).getInt(WIDTH_AT);
    }

    private Element add(Element into, String tag, String style) {
        Element added = page.createElement(tag);
        if (!style.isEmpty()) {
            added.setAttribute("class", style);
        }
        into.appendChild(added);
        return added;
    }

    private void write(Element into, String words) {
        into.appendChild(page.createTextNode(words));
    }
}
