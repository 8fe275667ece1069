package cn.anlan.paper;

import cn.anlan.entry.Progress;
import cn.anlan.roster.Literate;
import cn.anlan.store.Query;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SheetWriterTest {
    @TempDir
    private Path folder;
    private Office office;
    private Path out;

    @BeforeEach
    void open() throws IOException {
        office = new Office(folder.resolve("store"));
        out = folder.resolve("out.xlsx");
        var sheet = new RosterSheet();
        for (int i = 1; i <= 12; i++) {
            sheet.row(i);
        }
        office.sheets.land(office.sheets.check(office.literates, sheet.write(folder.resolve("in.xlsx")), Progress.none()), null, Progress.none());
    }

    @AfterEach
    void close() {
        office.close();
    }

    private static List<List<String>> rows(Path file) {
        List<List<String>> rows = new ArrayList<>();
        try (SheetFile sheet = SheetFile.open(file)) {
            sheet.each(0, row -> rows.add(row.cells().stream().map(Cell::text).toList()));
        }
        return rows;
    }

    private static String part(Path file, String name) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aListIsMaskedUnlessSomeoneAsksOtherwise() {
        int written = new SheetWriter().write(office.literates, Query.all(), SheetWriter.Columns.all(office.literates.shape()), out);
        assertThat(written).isEqualTo(12);
        List<String> text = rows(out).stream().flatMap(List::stream).toList();
        assertThat(text).contains("姓名", "620623********" + Office.idNumber(1).substring(14), "138****0001")
                .doesNotContain(Office.idNumber(1));
    }

    @Test
    void whatWasWrittenUnmaskedComesBackTheSame() {
        var columns = new SheetWriter.Columns(office.literates.shape().businessFields(), false);
        new SheetWriter().write(office.literates, Query.all(), columns, out);
        List<Literate> before = office.literates.list(Query.all(), 100);
        office.house.registers().together(() -> {
            before.forEach(one -> office.literates.annul(one.id(), "试"));
            return before;
        });
        var checked = office.sheets.check(office.literates, out, Progress.none());
        assertThat(checked.faults()).isEmpty();
        office.sheets.land(checked, null, Progress.none());
        assertThat(office.literates.list(Query.all(), 100)).hasSize(12)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "revision").containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void onPaperItIsA4LandscapeWithHeaderAndPageNumber() throws IOException {
        new SheetWriter().write(office.literates, Query.all(), SheetWriter.Columns.all(office.literates.shape()), out);
        assertThat(part(out, "xl/worksheets/sheet1.xml")).contains("orientation=\"landscape\"", "paperSize=\"9\"",
                "fitToWidth=\"1\"", "pane", "&amp;P / &amp;N");
        assertThat(part(out, "xl/workbook.xml")).contains("Print_Titles");
    }

    @Test
    void theTemplateAsksForEachFieldAndReadsBackAsAnEmptySheet() throws IOException {
        new SheetTemplate(office.house.codes(), office.house.places(), Office.CLOCK).write(office.literates.shape(), "620623100", out);
        List<String> header = rows(out).get(0);
        assertThat(header).contains("姓名（必填）", "备注");
        assertThat(part(out, "xl/worksheets/sheet1.xml")).contains("dataValidation");
        assertThat(office.sheets.check(office.literates, out, Progress.none()).rows()).isZero();
    }

    @Test
    void theReportIsTheClerksOwnSheetWithRemarksAndAList() throws IOException {
        Path in = new RosterSheet().row(20, 8, "没有的村").row(21).write(folder.resolve("in2.xlsx"));
        var checked = office.sheets.check(office.literates, in, Progress.none());
        FaultReport.write(in, office.literates.shape(), checked.faults(), out);
        List<List<String>> rows = rows(out);
        assertThat(rows.get(0).get(0)).isEqualTo("华藏寺镇法律明白人名册");
        assertThat(rows.get(RosterSheet.number(1) - 1)).contains("没有的村");
        assertThat(part(out, "xl/comments1.xml")).contains("ref=\"I" + RosterSheet.number(1) + "\"");
        assertThat(part(out, "xl/styles.xml")).contains("F8B4B4");
        try (SheetFile report = SheetFile.open(out)) {
            List<String> listed = new ArrayList<>();
            report.each(1, row -> listed.addAll(row.cells().stream().map(Cell::text).toList()));
            assertThat(listed).contains("单元格", "问题", "I", String.valueOf(RosterSheet.number(1)), "没有的村");
        }
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        new SheetWriter().write(office.literates, Query.all(), SheetWriter.Columns.all(office.literates.shape()), out);
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }
}
