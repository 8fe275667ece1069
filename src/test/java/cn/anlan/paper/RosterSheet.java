package cn.anlan.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A roster as a village clerk keeps it: titles above the header, headings of her own, a total below. */
final class RosterSheet {
    static final List<String> HEADINGS = List.of("序 号", "姓名\n（必填）", "性　别", "民族", "身份证号码", "联系方式", "政治面貌", "文化程度",
            "所在村", "人员类别", "推荐方式", "初任培训日期", "备注", "鞋码");
    static final int HEADER = 3;

    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** A row no rule objects to, but for what is put in place of some of its cells. */
    RosterSheet row(int sequence, @Nullable Object... columnAndValue) {
        @Nullable Object[] cells = {sequence, "张三" + sequence, "男", "汉族", Office.idNumber(sequence),
                "138000000" + String.format("%02d", sequence), "群众", "初中",
                "城关社区", "村干部、村妇联执委、儿童主任", "自荐", "2025-01-03", null, 42};
        for (int i = 0; i < columnAndValue.length; i += 2) {
            cells[(Integer) columnAndValue[i]] = columnAndValue[i + 1];
        }
        rows.add(cells);
        return this;
    }

    RosterSheet blank() {
        rows.add(new Object[] {rows.size() + 1});
        return this;
    }

    RosterSheet total() {
        rows.add(new Object[] {"合 计", rows.size()});
        return this;
    }

    /** The row number, as a spreadsheet counts, of the n-th row from 1. */
    static int number(int nth) {
        return HEADER + nth;
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); var book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("名册");
            sheet.value(0, 0, "华藏寺镇法律明白人名册");
            sheet.range(0, 0, 0, 13).merge();
            sheet.value(1, 0, "填报单位：华藏寺镇");
            sheet.value(1, 8, "2025年5月");
            for (int i = 0; i < HEADINGS.size(); i++) {
                sheet.value(HEADER - 1, i, HEADINGS.get(i));
            }
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).length; c++) {
                    put(sheet, HEADER + r, c, rows.get(r)[c]);
                }
            }
        }
        return file;
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> { }
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy/m/d").set();
            }
            default -> sheet.value(row, column, value.toString());
        }
    }
}
