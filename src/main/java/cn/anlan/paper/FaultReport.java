package cn.anlan.paper;

import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Gives a clerk her own sheet back with what is wrong in it (错误报告): red cells with remarks, and a list of everything (问题清单). */
public final class FaultReport {
    private static final String RED = "F8B4B4";
    private static final String AMBER = "FBE3A6";
    private static final String[] HEADINGS = {"row", "column", "field", "level", "sentence", "original"};
    private static final int[] WIDTHS = {8, 8, 20, 8, 70, 30};

    private FaultReport() {}

    /** Rewrites the sheet that was checked; the values of its cells as they read, formulas as their results. */
    public static void write(Path source, Shape<?> shape, List<SheetFault> faults, Path out) {
        Map<Integer, List<SheetFault>> byRow = new HashMap<>();
        faults.forEach(fault -> byRow.computeIfAbsent(fault.row(), row -> new ArrayList<>()).add(fault));
        WholeFile.write(out, stream -> {
            try (SheetFile file = SheetFile.open(source); Workbook book = Book.open(stream)) {
                var reader = new SheetReader(file, shape);
                Worksheet sheet = Book.sheet(book, shape.label(), reader.header());
                reader.everyRow(row -> writeRow(sheet, row, byRow.getOrDefault(row.number(), List.of())));
                list(Book.sheet(book, Text.of("paper.faults"), 1), faults);
            }
        });
    }

    private static void writeRow(Worksheet sheet, SheetRow row, List<SheetFault> faults) {
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cell(i).text().isEmpty()) {
                sheet.inlineString(row.number() - 1, i, row.cell(i).text());
            }
        }
        Map<Integer, List<SheetFault>> byColumn = new HashMap<>();
        faults.forEach(fault -> byColumn.computeIfAbsent(Math.max(0, fault.column()), column -> new ArrayList<>()).add(fault));
        byColumn.forEach((column, here) -> {
            boolean soft = here.stream().allMatch(SheetFault::soft);
            sheet.style(row.number() - 1, column).fillColor(soft ? AMBER : RED).set();
            sheet.comment(row.number() - 1, column, String.join("\n", here.stream().map(SheetFault::sentence).toList()));
        });
    }

    private static void list(Worksheet sheet, List<SheetFault> faults) {
        for (int i = 0; i < HEADINGS.length; i++) {
            Book.heading(sheet, i, Text.of("paper.faults." + HEADINGS[i]), WIDTHS[i]);
        }
        for (int i = 0; i < faults.size(); i++) {
            SheetFault fault = faults.get(i);
            sheet.value(i + 1, 0, fault.row());
            sheet.inlineString(i + 1, 1, fault.letter());
            sheet.inlineString(i + 1, 2, fault.field());
            sheet.inlineString(i + 1, 3, Text.of(fault.soft() ? "paper.faults.warning" : "paper.faults.error"));
            sheet.inlineString(i + 1, 4, fault.sentence());
            sheet.inlineString(i + 1, 5, fault.original());
        }
    }
}
