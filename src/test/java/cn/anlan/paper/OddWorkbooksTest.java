package cn.anlan.paper;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.roster.Literate;
import cn.anlan.store.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Workbooks as they really come from the villages: hidden sheets, headings in two rows, merged cells, columns twice, rows without end. */
class OddWorkbooksTest {
    private static final List<String> HEADINGS = List.of("姓名", "性别", "民族", "身份证号", "电话", "政治面貌", "文化程度", "村", "类别", "推荐方式", "初任培训日期",
            "考核成绩", "备注");
    private static final int ID = 3;
    private static final int TRAINED = 10;
    private static final int SCORE = 11;
    private static final int REMARK = 12;

    @RegisterExtension
    final TestHouse house = new TestHouse();
    @TempDir
    private Path folder;

    private SheetImport.Checked<Literate> check(Path file) {
        return new SheetImport(house.wiring().registers(), house.wiring().initial()).check(house.register(Literate.class), file, Progress.none());
    }

    private static Object[] zhang(int serial) {
        return new Object[] {"张三" + serial, "男", "汉族", Samples.idNumber("19800101", 2 * serial + 1), "13909350000", "群众", "初中", "柏林沟村", "村干部", "自荐",
            "2025-01-03", null, null};
    }

    private Path xlsx(Consumer<Workbook> filler) throws IOException {
        Path file = folder.resolve("名册.xlsx");
        try (var out = Files.newOutputStream(file); var book = new Workbook(out, "Test", "1.0")) {
            filler.accept(book);
        }
        return file;
    }

    private Path xls(Consumer<HSSFWorkbook> filler) throws IOException {
        Path file = folder.resolve("名册.xls");
        try (var book = new HSSFWorkbook(); var out = Files.newOutputStream(file)) {
            filler.accept(book);
            book.write(out);
        }
        return file;
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            switch (cells[i]) {
                case null -> { }
                case Number number -> sheet.value(row, i, number);
                case LocalDate day -> sheet.value(row, i, day);
                default -> sheet.value(row, i, cells[i].toString());
            }
        }
    }

    private static void row(HSSFSheet sheet, int row, Object... cells) {
        var line = sheet.createRow(row);
        for (int i = 0; i < cells.length; i++) {
            switch (cells[i]) {
                case null -> { }
                case Number number -> line.createCell(i).setCellValue(number.doubleValue());
                default -> line.createCell(i).setCellValue(cells[i].toString());
            }
        }
    }

    @Test
    void aHiddenSheetIsNotReadWhateverStandsInIt() throws IOException {
        Path file = xlsx(book -> {
            Worksheet hidden = book.newWorksheet("旧名册");
            row(hidden, 0, HEADINGS.toArray());
            row(hidden, 1, zhang(1));
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            Worksheet seen = book.newWorksheet("名册");
            row(seen, 0, HEADINGS.toArray());
            row(seen, 1, zhang(2));
            row(seen, 2, zhang(3));
        });
        assertThat(check(file).clean()).extracting(one -> one.person().name()).containsExactly("张三2", "张三3");
    }

    @Test
    void inOldWorkbooksTooAndTheSheetMayBeTheSecond() throws IOException {
        Path file = xls(book -> {
            row(book.createSheet("隐藏"), 0, HEADINGS.toArray());
            book.setSheetHidden(0, true);
            row(book.createSheet("说明"), 0, "请按要求填写");
            HSSFSheet sheet = book.createSheet("名册");
            row(sheet, 4, HEADINGS.toArray());
            row(sheet, 5, zhang(1));
        });
        assertThat(check(file).clean()).hasSize(1);
    }

    @Test
    void aWorkbookOfHiddenSheetsOnlyHasNoHeader() throws IOException {
        Path file = xls(book -> {
            row(book.createSheet(), 0, HEADINGS.toArray());
            row(book.createSheet("空"), 0, "空");
            book.setActiveSheet(1);
            book.setSheetHidden(0, true);
        });
        assertThatThrownBy(() -> check(file)).isInstanceOf(Refused.class).hasMessageContaining("表头").hasMessageContaining("法律明白人");
    }

    @Test
    void headingsMayStandInTwoRowsUnderOneThatSpansThem() throws IOException {
        Path file = xlsx(book -> {
            Worksheet sheet = book.newWorksheet("名册");
            row(sheet, 0, "姓名", "性别", "民族", "身份证号", "电话", "政治面貌", "文化程度", "村", "类别", "推荐方式", "培训");
            sheet.range(0, 10, 0, 11).merge();
            row(sheet, 1, null, null, null, null, null, null, null, null, null, null, "初任培训日期", "考核成绩");
            Object[] cells = zhang(1);
            cells[SCORE] = 88;
            row(sheet, 2, cells);
        });
        var checked = check(file);
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.clean()).singleElement().satisfies(one -> {
            assertThat(one.training().trainDate()).isEqualTo(LocalDate.of(2025, 1, 3));
            assertThat(one.training().examScore()).isEqualTo(88);
        });
    }

    @Test
    void underAMergedVillageTheLaterRowsAreToldTheyHaveNone() throws IOException {
        Path file = xls(book -> {
            HSSFSheet sheet = book.createSheet();
            row(sheet, 0, HEADINGS.toArray());
            row(sheet, 1, zhang(1));
            Object[] second = zhang(2);
            second[7] = null;
            row(sheet, 2, second);
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 7, 7));
        });
        var checked = check(file);
        assertThat(checked.clean()).hasSize(1);
        assertThat(checked.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(3);
            assertThat(fault.letter()).isEqualTo("H");
            assertThat(fault.sentence()).contains("必填");
        });
    }

    @Test
    void aHeadingThatStandsTwiceCountsOnceAndTheOtherIsSaid() throws IOException {
        Path file = xlsx(book -> {
            Worksheet sheet = book.newWorksheet("名册");
            List<Object> headings = new ArrayList<>(HEADINGS);
            headings.add("联系方式");
            row(sheet, 0, headings.toArray());
            List<Object> cells = new ArrayList<>(Arrays.asList(zhang(1)));
            cells.add("不是电话");
            row(sheet, 1, cells.toArray());
        });
        var checked = check(file);
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.unknown()).containsExactly("联系方式");
    }

    @Test
    void aMissingColumnThatMustBeFilledIsSaidOfEveryRowWithoutALetter() throws IOException {
        Path file = xlsx(book -> {
            Worksheet sheet = book.newWorksheet("名册");
            row(sheet, 0, "姓名", "民族", "身份证号");
            row(sheet, 1, "张三", "汉族", Samples.idNumber("19800101", 1));
            row(sheet, 2, "李四", "汉族", Samples.idNumber("19800101", 3));
        });
        var checked = check(file);
        assertThat(checked.bad()).isEqualTo(2);
        assertThat(checked.faults()).allSatisfy(fault -> assertThat(fault.letter()).isEmpty());
        assertThat(checked.faults()).extracting(SheetFault::field).contains("联系电话", "村（社区）", "文化程度");
    }

    @ParameterizedTest
    @ValueSource(ints = {48, 49})
    void theHeaderIsLookedForInTheFirstFiftyRows(int above) throws IOException {
        Path file = xlsx(book -> header(book, above));
        assertThat(check(file).clean()).hasSize(1);
    }

    @Test
    void furtherDownItIsNotFound() throws IOException {
        Path file = xlsx(book -> header(book, 50));
        assertThatThrownBy(() -> check(file)).isInstanceOf(Refused.class).hasMessageContaining("前 50 行");
    }

    private static void header(Workbook book, int above) {
        Worksheet sheet = book.newWorksheet("名册");
        for (int i = 0; i < above; i++) {
            row(sheet, i, "说明第 " + i + " 条");
        }
        row(sheet, above, HEADINGS.toArray());
        row(sheet, above + 1, zhang(1));
    }

    @Test
    void emptyRowsInBetweenAreNoneAndRowNumbersStayThoseOfTheSheet() throws IOException {
        Path file = xlsx(book -> {
            Worksheet sheet = book.newWorksheet("名册");
            row(sheet, 0, HEADINGS.toArray());
            row(sheet, 3, zhang(1));
            Object[] wrong = zhang(2);
            wrong[1] = "汉子";
            row(sheet, 9, wrong);
            row(sheet, 14, "　", " ");
        });
        var checked = check(file);
        assertThat(checked.rows()).isEqualTo(2);
        assertThat(checked.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(10);
            assertThat(fault.original()).isEqualTo("汉子");
        });
    }

    @Test
    void aTotalIsNoPerson() throws IOException {
        Path file = xlsx(book -> {
            Worksheet sheet = book.newWorksheet("名册");
            row(sheet, 0, HEADINGS.toArray());
            row(sheet, 1, zhang(1));
            row(sheet, 2, "小计", 1);
            row(sheet, 3, zhang(2));
            row(sheet, 4, "合　计：", 2);
        });
        assertThat(check(file).rows()).isEqualTo(2);
    }

    @Test
    void aTextLongerThanItsFieldIsSaidAndNotCutOff() throws IOException {
        String longText = "长".repeat(501);
        Path file = xlsx(book -> {
            Worksheet sheet = book.newWorksheet("名册");
            row(sheet, 0, HEADINGS.toArray());
            Object[] cells = zhang(1);
            cells[REMARK] = longText;
            row(sheet, 1, cells);
            Object[] fits = zhang(2);
            fits[REMARK] = "长".repeat(500);
            row(sheet, 2, fits);
        });
        var checked = check(file);
        assertThat(checked.clean()).hasSize(1);
        assertThat(checked.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.sentence()).contains("备注", "500");
            assertThat(fault.original()).isEqualTo(longText);
        });
    }

    @Test
    void anIdTypedAsANumberInAnOldWorkbookHasLostItsEndAndATelephoneHasNot() throws IOException {
        Path file = xls(book -> {
            HSSFSheet sheet = book.createSheet();
            row(sheet, 0, HEADINGS.toArray());
            Object[] lost = zhang(1);
            lost[ID] = 620623198001010016d;
            row(sheet, 1, lost);
            Object[] kept = zhang(2);
            kept[4] = 13909350002d;
            row(sheet, 2, kept);
        });
        var checked = check(file);
        assertThat(checked.clean()).singleElement().satisfies(one -> assertThat(one.person().phone()).isEqualTo("13909350002"));
        assertThat(checked.faults()).singleElement().satisfies(fault -> assertThat(fault.sentence()).contains("身份证号", "丢失"));
    }

    @Test
    void aFormulaInAnOldWorkbookCountsByItsResult() throws IOException {
        Path file = xls(book -> {
            HSSFSheet sheet = book.createSheet();
            row(sheet, 0, HEADINGS.toArray());
            row(sheet, 1, zhang(1));
            HSSFRow line = sheet.getRow(1);
            line.createCell(SCORE).setCellFormula("80+8");
            line.getCell(SCORE).setCellValue(88);
            line.createCell(TRAINED).setCellFormula("45658+2");
            line.getCell(TRAINED).setCellValue(45660);
            line.createCell(REMARK).setCellFormula("\"优\"&\"秀\"");
            line.getCell(REMARK).setCellValue("优秀");
        });
        assertThat(check(file).clean()).singleElement().satisfies(one -> {
            assertThat(one.training().examScore()).isEqualTo(88);
            assertThat(one.training().trainDate()).isEqualTo(LocalDate.of(2025, 1, 3));
            assertThat(one.standing().remark()).isEqualTo("优秀");
        });
    }

    @Test
    void halfAMarkIsNoMark() throws IOException {
        Path file = xlsx(book -> {
            Worksheet sheet = book.newWorksheet("名册");
            row(sheet, 0, HEADINGS.toArray());
            Object[] cells = zhang(1);
            cells[SCORE] = 88.5;
            row(sheet, 1, cells);
        });
        assertThat(check(file).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("考核成绩");
            assertThat(fault.original()).isEqualTo("88.5");
        });
    }

    @Test
    void aLockedOldWorkbookIsSaidToBeLocked() throws IOException {
        Path file = folder.resolve("locked.xls");
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (var book = new HSSFWorkbook(); var out = Files.newOutputStream(file)) {
            row(book.createSheet(), 0, HEADINGS.toArray());
            book.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThatThrownBy(() -> check(file)).isInstanceOf(Refused.class).hasMessageContaining("加了密码");
    }

    @Test
    void aSheetChecksWithoutStoringAndGivesNoNumberAway() throws IOException {
        Path file = xlsx(book -> {
            Worksheet sheet = book.newWorksheet("名册");
            row(sheet, 0, HEADINGS.toArray());
            row(sheet, 1, zhang(1));
        });
        check(file);
        check(file);
        assertThat(house.register(Literate.class).list(Query.all(), 9)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"姓 名", "姓名（必填）", "＊姓名", "姓名：", "\n姓\n名\n", "姓名(必填)", "\uFEFF姓名", "name", "NAME", "人员姓名"})
    void aHeadingIsKnownHoweverItIsDressed(String heading) throws IOException {
        Path file = xlsx(book -> {
            Worksheet sheet = book.newWorksheet("名册");
            row(sheet, 0, heading, "性别", "鞋码");
            row(sheet, 1, "张三", "男", 42);
        });
        var checked = check(file);
        assertThat(checked.unknown()).containsExactly("鞋码");
        assertThat(checked.faults()).extracting(SheetFault::field).doesNotContain("姓名", "性别");
    }

    @Test
    void aRowOfWordsThatNamesLessThanHalfIsNoHeader() throws IOException {
        Path file = xlsx(book -> row(book.newWorksheet("名册"), 0, "姓名", "鞋码", "帽码"));
        assertThatThrownBy(() -> check(file)).isInstanceOf(Refused.class).hasMessageContaining("表头");
    }
}
