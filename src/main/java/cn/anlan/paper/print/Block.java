package cn.anlan.paper.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Text;

/**
 * One part of a printed page (版面元素): a title, a paragraph, a table, a cell, an image. Words go in as words and are never read as markup,
 * so nothing needs escaping and nothing can be forgotten. Unchanging; the methods answer a changed copy.
 */
public final class Block {
    /** Under this key a text of the page remembers which field it came from. */
    public static final String FIELD = "field";

    private final String tag;
    private final Map<String, String> attributes;
    private final String words;
    private final @Nullable String field;
    private final List<Block> inside;

    private Block(String tag, Map<String, String> attributes, String words, @Nullable String field, List<Block> inside) {
        this.tag = tag;
        this.attributes = attributes;
        this.words = words;
        this.field = field;
        this.inside = inside;
    }

    private static Block of(String tag, String style, String words) {
        return new Block(tag, style.isEmpty() ? Map.of() : Map.of("class", style), words, null, List.of());
    }

    private static Block of(String tag, String style, Block... inside) {
        return new Block(tag, style.isEmpty() ? Map.of() : Map.of("class", style), "", null, List.of(inside));
    }

    /** The heading of the whole paper: centred, 小二. */
    public static Block title(String words) {
        return of("h1", "", words);
    }

    /** A line under the title: a number, a period. */
    public static Block subtitle(String words) {
        return of("p", "subtitle", words);
    }

    /** A heading within the paper. */
    public static Block heading(String words) {
        return of("h2", "", words);
    }

    /** Running text, each line of it a paragraph that begins two characters in. */
    public static Block paragraph(String words) {
        return lines("text", words);
    }

    /** Running text that begins at the margin. */
    public static Block line(String words) {
        return lines("line", words);
    }

    private static Block lines(String style, String words) {
        List<String> lines = words.lines().toList();
        return lines.size() < 2 ? of("p", style, words)
                : of("div", "", lines.stream().map(line -> of("p", style, line)).toArray(Block[]::new));
    }

    /** Several parts as one. */
    public static Block group(Block... blocks) {
        return of("div", "", blocks);
    }

    /** What comes after it begins on a new page. */
    public static Block newPage() {
        return of("div", "new-page");
    }

    /** What stands at the foot of every page, above the page number; give it first. */
    public static Block foot(Block... blocks) {
        return of("div", "foot", blocks);
    }

    /** A ruled table: the widths of its columns in percent, then its rows. Header rows are repeated on every page. */
    public static Block table(List<Integer> widths, Block... rows) {
        Block[] columns = widths.stream().map(width -> of("col", "").with("style", "width: " + width + "%")).toArray(Block[]::new);
        Block[] head = Arrays.stream(rows).takeWhile(row -> row.inside.stream().anyMatch(cell -> cell.tag.equals("th"))).toArray(Block[]::new);
        Block[] body = Arrays.copyOfRange(rows, head.length, rows.length);
        List<Block> parts = new ArrayList<>(List.of(of("colgroup", "", columns)));
        if (head.length > 0) {
            parts.add(of("thead", "", head));
        }
        parts.add(of("tbody", "", body));
        return of("table", "grid", parts.toArray(Block[]::new));
    }

    /** A table without rules, its columns equally wide: words side by side. */
    public static Block plainTable(Block... rows) {
        return of("table", "plain", of("tbody", "", rows));
    }

    /** A row of cells. */
    public static Block row(Block... cells) {
        return of("tr", "", cells);
    }

    /** A heading cell: centred, grey. */
    public static Block head(String words) {
        return of("th", "", words);
    }

    /** A cell of words; line breaks in them stay. */
    public static Block cell(String words) {
        return of("td", "", words);
    }

    /** A cell of parts. */
    public static Block cell(Block... blocks) {
        return of("td", "", blocks);
    }

    /** A PNG or JPEG picture of this width in millimetres. */
    public static Block image(byte[] picture, int millimetres) {
        String kind = picture.length > 1 && (picture[0] & 0xFF) == 0xFF ? "jpeg" : "png";
        return of("img", "").with("src", "data:image/" + kind + ";base64," + Base64.getEncoder().encodeToString(picture))
                .with("style", "width: " + millimetres + "mm");
    }

    /** A cell that spans several columns. */
    public Block wide(int columns) {
        return with("colspan", String.valueOf(columns));
    }

    /** A cell that spans several rows. */
    public Block tall(int rows) {
        return with("rowspan", String.valueOf(rows));
    }

    public Block centred() {
        return styled("centred");
    }

    public Block right() {
        return styled("right");
    }

    /** Written strongly: sums, warnings. */
    public Block strong() {
        return styled("strong");
    }

    /** In red: a number that does not agree. */
    public Block wrong() {
        return styled("wrong");
    }

    /** To be read sign by sign: a code. */
    public Block big() {
        return styled("big");
    }

    /** Small print. */
    public Block small() {
        return styled("small");
    }

    /** Never broken over two pages. */
    public Block whole() {
        return styled("whole");
    }

    /** Says which field the words come from, for the sentence about a character no font holds. */
    public Block named(String label) {
        return new Block(tag, attributes, words, label, inside);
    }

    private Block styled(String style) {
        String before = attributes.get("class");
        return with("class", before == null ? style : before + " " + style);
    }

    private Block with(String attribute, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Block(tag, more, words, field, inside);
    }

    /** The part as an element of a page. */
    Element draw(Document page) {
        Element element = page.createElement(tag);
        attributes.forEach(element::setAttribute);
        String[] lines = words.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                element.appendChild(page.createElement("br"));
            }
            if (!lines[i].isEmpty()) {
                Text text = page.createTextNode(lines[i]);
                text.setUserData(FIELD, field, null);
                element.appendChild(text);
            }
        }
        inside.forEach(block -> element.appendChild(block.draw(page)));
        return element;
    }
}
