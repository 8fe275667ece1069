package cn.anlan.paper;

import cn.anlan.entry.Field;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.entry.Type;
import cn.anlan.entry.mark.Sensitive;
import cn.anlan.reference.ResidentIdNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads a register out of a sheet as clerks make them (读取台账): finds the header row, then gives what stands under each field. */
final class SheetReader {
    private static final int HEADER_WITHIN = 50;

    private final SheetFile file;
    private final Shape<?> shape;
    private final Map<String, Field> known = new HashMap<>();
    private final Set<String> totals = words("paper.totals");
    private final Map<Integer, Field> columns = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();
    private int sheet;
    private int header;

    /** Looks for the header row; throws {@link Refused} when no sheet of the file has one for this register. */
    SheetReader(SheetFile file, Shape<?> shape) {
        this.file = file;
        this.shape = shape;
        shape.businessFields().stream().filter(field -> !field.isDerived()).forEach(this::learn);
        for (sheet = 0; header == 0 && sheet < file.sheets(); sheet++) {
            file.each(sheet, this::seekHeader);
        }
        sheet--;
        if (header == 0) {
            throw Refused.of("paper.refused.no_header", shape.label(), HEADER_WITHIN);
        }
    }

    /** What a field is called: its name, its label with and without what stands in brackets, and what other offices write. */
    private void learn(Field field) {
        String label = plain(shape.label(field));
        known.put(field.name(), field);
        known.put(label, field);
        known.putIfAbsent(label.replaceAll("\\(.*?\\)", ""), field);
        words("paper.also." + field.name()).forEach(name -> known.putIfAbsent(plain(name), field));
    }

    private static Set<String> words(String key) {
        return Text.find(key).map(text -> Set.copyOf(Arrays.asList(text.split(",")))).orElse(Set.of());
    }

    /** A heading without spaces, line breaks, full-width signs, stars and the remark that it must be filled. */
    static String plain(String heading) {
        return halfWidth(heading).replaceAll("[\\s\\u00A0\\u3000*:'\\u200B\\uFEFF]", "")
                .replace(Text.of("paper.must"), "").toLowerCase(Locale.ROOT);
    }

    private static String halfWidth(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private boolean seekHeader(SheetRow row) {
        if (header == 0 && isHeader(row)) {
            header = row.number();
            take(row);
            return true;
        } else if (header > 0) {
            if (isMoreHeader(row)) {
                header = row.number();
                take(row);
            }
            return false;
        }
        return row.number() < HEADER_WITHIN;
    }

    private boolean isHeader(SheetRow row) {
        long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
        return filled > 0 && 2 * named(row) >= filled;
    }

    /** A second row of headings, under one that spans several columns. */
    private boolean isMoreHeader(SheetRow row) {
        long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
        return filled > 0 && named(row) == filled;
    }

    private long named(SheetRow row) {
        return row.cells().stream().filter(cell -> known.containsKey(plain(cell.text()))).count();
    }

    private void take(SheetRow row) {
        for (int i = 0; i < row.cells().size(); i++) {
            Field field = known.get(plain(row.cell(i).text()));
            if (field != null && !columns.containsValue(field)) {
                columns.put(i, field);
            } else if (!row.cell(i).isBlank() && !columns.containsKey(i)) {
                unknown.add(row.cell(i).text().strip());
            }
        }
    }

    /** One line of the register as it was written; the values have been tidied but not yet understood. */
    record Line(SheetRow row, Map<Integer, String> written) {}

    /** Hands over every line under the header; blank rows, rows numbered but not filled, and totals are none. */
    void each(Consumer<Line> taker) {
        file.each(sheet, row -> {
            if (row.number() > header && !isTotal(row)) {
                Map<Integer, String> written = new TreeMap<>();
                columns.forEach((column, field) -> {
                    String text = tidy(field, row.cell(column));
                    if (!text.isEmpty()) {
                        written.put(column, text);
                    }
                });
                if (!written.isEmpty()) {
                    taker.accept(new Line(row, written));
                }
            }
            return true;
        });
    }

    private boolean isTotal(SheetRow row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).findFirst()
                .filter(cell -> totals.contains(plain(cell.text()))).isPresent();
    }

    private String tidy(Field field, Cell cell) {
        String text = (field.type() == Type.DATE || field.type() == Type.TIME ? cell.asDay(file.from1904()) : cell.text())
                .replaceAll("[\\u00A0\\u3000\\u200B\\uFEFF\\r]", " ").strip();
        text = text.startsWith("'") ? text.substring(1).strip() : text;
        if (field.sensitivity().filter(Sensitive.Kind.ID_NUMBER::equals).isPresent()) {
            return ResidentIdNumber.normalise(text);
        } else if (field.sensitivity().filter(Sensitive.Kind.PHONE::equals).isPresent()) {
            return halfWidth(text).replaceAll("\\s", "");
        }
        return switch (field.type()) {
            case DATE -> halfWidth(text).replaceFirst("\\s+0?0:00(:00)?$", "");
            case TIME, INTEGER, MONEY -> halfWidth(text);
            default -> text;
        };
    }

    /** The field a column (from 0) was found to hold. */
    Field fieldAt(int column) {
        return Objects.requireNonNull(columns.get(column));
    }

    /** The column (from 0) of a field; -1 when the sheet has none. */
    int columnOf(Field field) {
        return columns.entrySet().stream().filter(entry -> entry.getValue().equals(field)).map(Map.Entry::getKey).findFirst().orElse(-1);
    }

    /** Headings no field answers to. */
    List<String> unknown() {
        return unknown;
    }

    /** Hands over every row of the sheet the header stands in, as it is. */
    void everyRow(Consumer<SheetRow> taker) {
        file.each(sheet, row -> {
            taker.accept(row);
            return true;
        });
    }

    /** The row number of the header. */
    int header() {
        return header;
    }
}
