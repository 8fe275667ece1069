package cn.anlan.paper;

import cn.anlan.Whim;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.roster.Literate;
import cn.anlan.store.Query;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class SheetImportTest {
    private static final int NAME = 1;
    private static final int SEX = 2;
    private static final int ID = 4;
    private static final int PHONE = 5;
    private static final int VILLAGE = 8;
    private static final int TRAINED = 11;

    @TempDir
    private Path folder;
    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder.resolve("store"));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private SheetImport.Checked<Literate> check(RosterSheet sheet) throws IOException {
        return office.sheets.check(office.literates, sheet.write(folder.resolve("名册.xlsx")), Progress.none());
    }

    private List<Literate> stored() {
        return office.literates.list(Query.all().sortedBy("name", false), 100);
    }

    @Test
    void ofThirtyFourTheGoodOnesLandAndTheFiveBadAreListedWithRowAndReason() throws IOException {
        var sheet = new RosterSheet();
        for (int i = 1; i <= 34; i++) {
            switch (i) {
                case 4 -> sheet.row(i, NAME, null);
                case 9 -> sheet.row(i, ID, "62062319900229001");
                case 15 -> sheet.row(i, VILLAGE, "没有的村");
                case 21 -> sheet.row(i, TRAINED, "2025-02-30");
                case 30 -> sheet.row(i, PHONE, "12345");
                default -> sheet.row(i);
            }
        }
        var checked = check(sheet.total());
        assertThat(checked.rows()).isEqualTo(34);
        assertThat(checked.bad()).isEqualTo(5);
        assertThat(checked.unknown()).containsExactly("序 号", "鞋码");
        assertThat(checked.faults()).extracting(SheetFault::row, SheetFault::letter).contains(
                tuple(RosterSheet.number(4), "B"), tuple(RosterSheet.number(9), "E"),
                tuple(RosterSheet.number(15), "I"), tuple(RosterSheet.number(21), "L"),
                tuple(RosterSheet.number(30), "F"));
        assertThat(checked.faults()).allSatisfy(fault -> assertThat(fault.sentence()).contains("「").doesNotContain("⟦"));
        assertThat(stored()).isEmpty();
        assertThat(office.sheets.land(checked, null, Progress.none())).isEqualTo(29);
        assertThat(stored()).hasSize(29).allSatisfy(literate -> {
            assertThat(literate.revision()).isEqualTo(1);
            assertThat(literate.person().birthDate()).isEqualTo(LocalDate.of(1980, 1, 1));
            assertThat(literate.standing().status()).isEqualTo("1");
            assertThat(literate.post().categories()).containsExactlyInAnyOrder("01", "02");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-1-3", "2025/01/03", "2025.1.3", "20250103", "2025年1月3日", "２０２５－１－３",
            "2025-01-03 00:00:00", "'2025-01-03"})
    void aDayMayBeWrittenInManyWays(String written) throws IOException {
        office.sheets.land(check(new RosterSheet().row(1, TRAINED, written)), null, Progress.none());
        assertThat(stored()).singleElement().satisfies(one -> assertThat(one.training().trainDate()).isEqualTo(LocalDate.of(2025, 1, 3)));
    }

    @Test
    void aDayMayBeADateCellASerialOrEightDigitsAsANumber() throws IOException {
        var sheet = new RosterSheet().row(1, TRAINED, LocalDate.of(2025, 1, 3)).row(2, TRAINED, 45660).row(3, TRAINED, 20250103);
        assertThat(office.sheets.land(check(sheet), null, Progress.none())).isEqualTo(3);
        assertThat(stored()).allSatisfy(one -> assertThat(one.training().trainDate()).isEqualTo(LocalDate.of(2025, 1, 3)));
    }

    @Test
    void numbersTypedAsNumbersAreDigitsButALongOneHasLostItsEnd() throws IOException {
        var sheet = new RosterSheet().row(1, PHONE, 13800000001L).row(2, ID, 620623198001010016L)
                .row(3, ID, "'" + Office.idNumber(3).toLowerCase(Locale.ROOT) + " ");
        var checked = check(sheet);
        assertThat(checked.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(RosterSheet.number(2));
            assertThat(fault.sentence()).contains("丢失");
        });
        office.sheets.land(checked, null, Progress.none());
        assertThat(stored()).extracting(one -> one.person().phone()).contains("13800000001");
        assertThat(stored()).extracting(one -> one.person().idNumber()).contains(Office.idNumber(3));
    }

    @Test
    void rowsNumberedButNotFilledAreNone() throws IOException {
        var checked = check(new RosterSheet().row(1).blank().row(3).blank());
        assertThat(checked.rows()).isEqualTo(2);
        assertThat(checked.faults()).isEmpty();
    }

    @Test
    void aFormulaCountsByItsResultAndIsAnErrorWhenThatIsOne() throws IOException {
        String cells = "<c r=\"A2\" t=\"str\"><f>1</f><v>张三</v></c><c r=\"B2\"><f>45660</f><v>44198</v></c>"
                + "<c r=\"C2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>";
        Path file = new PlainWorkbook(List.of("姓名", "初任培训日期", "考核成绩"), cells, true).write(folder.resolve("formula.xlsx"));
        var row = office.sheets.check(office.literates, file, Progress.none());
        assertThat(row.faults()).anySatisfy(fault -> {
            assertThat(fault.letter()).isEqualTo("C");
            assertThat(fault.sentence()).contains("#DIV/0!");
        });
        assertThat(row.faults()).noneMatch(fault -> fault.letter().equals("B"));
    }

    @Test
    void daysMayCountFrom1904() throws IOException {
        Path file = new PlainWorkbook(List.of("姓名", "初任培训日期"), "<c r=\"B2\"><v>44198</v></c>", true).write(folder.resolve("mac.xlsx"));
        try (SheetFile sheet = SheetFile.open(file)) {
            new SheetReader(sheet, office.literates.shape()).each(line -> assertThat(line.written()).containsEntry(1, "2025-01-03"));
            assertThat(sheet.from1904()).isTrue();
        }
    }

    @Test
    void rowsThatShareWhatNoTwoMayShareAreBadAndSoIsOneThatIsKnownAlready() throws IOException {
        office.sheets.land(check(new RosterSheet().row(7)), null, Progress.none());
        var checked = check(new RosterSheet().row(1).row(2, ID, Office.idNumber(1)).row(3).row(7));
        assertThat(checked.clean()).hasSize(1);
        assertThat(checked.faults()).extracting(SheetFault::row)
                .containsExactly(RosterSheet.number(1), RosterSheet.number(2), RosterSheet.number(4));
        assertThat(checked.faults().get(0).sentence()).contains("第 " + RosterSheet.number(2) + " 行");
    }

    @Test
    void aWarningLandsOnlyWithAReason() throws IOException {
        var checked = check(new RosterSheet().row(1).row(2, SEX, "女"));
        assertThat(checked.doubtful()).hasSize(1);
        assertThat(checked.faults()).singleElement().matches(SheetFault::soft);
        assertThat(checked.allLand(false)).isFalse();
        assertThat(checked.allLand(true)).isTrue();
        assertThat(office.sheets.land(checked, "已核对身份证原件", Progress.none())).isEqualTo(2);
    }

    @Test
    void nothingLandsWhenOneRowNoLongerFits() throws IOException {
        var checked = check(new RosterSheet().row(1).row(2));
        office.sheets.land(check(new RosterSheet().row(2)), null, Progress.none());
        assertThatThrownBy(() -> office.sheets.land(checked, null, Progress.none())).isInstanceOf(Refused.class);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void oldWorkbooksAreReadToo() throws IOException {
        Path file = folder.resolve("old.xlsx");
        try (var book = new HSSFWorkbook(); var out = Files.newOutputStream(file)) {
            var sheet = book.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("名册");
            var header = sheet.createRow(2);
            for (int i = 0; i < RosterSheet.HEADINGS.size(); i++) {
                header.createCell(i).setCellValue(RosterSheet.HEADINGS.get(i));
            }
            var row = sheet.createRow(3);
            String[] cells = {"1", "张三", "男", "汉族", Office.idNumber(1), "13800000001", "群众", "初中", "城关社区", "村干部", "自荐", "2025.1.3"};
            for (int i = 0; i < cells.length; i++) {
                row.createCell(i).setCellValue(cells[i]);
            }
            var wrong = sheet.createRow(4);
            wrong.createCell(NAME).setCellValue("李四");
            wrong.createCell(ID).setCellValue(620623198001010016d);
            wrong.createCell(TRAINED).setCellErrorValue(FormulaError.DIV0);
            book.write(out);
        }
        var checked = office.sheets.check(office.literates, file, Progress.none());
        assertThat(checked.clean()).hasSize(1);
        assertThat(checked.faults()).anySatisfy(fault -> assertThat(fault.sentence()).contains("丢失"))
                .anySatisfy(fault -> assertThat(fault.sentence()).contains("#DIV/0!"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK"})
    void plainTextInEitherEncodingWithQuotedLineBreaks(String charset) throws IOException {
        String text = "姓名,性别,民族,身份证号,电话,政治面貌,文化程度,村,类别,推荐方式,备注\r\n"
                + "\"张三\",男,汉族," + Office.idNumber(1) + "\t,13800000001,群众,初中,城关社区,\"村干部,网格员\",自荐,\"第一行\n第\"\"二\"\"行\"\r\n";
        Path file = folder.resolve("名册.csv");
        Files.write(file, text.getBytes(Charset.forName(charset)));
        var checked = office.sheets.check(office.literates, file, Progress.none());
        assertThat(checked.faults()).isEmpty();
        office.sheets.land(checked, null, Progress.none());
        assertThat(stored()).singleElement().satisfies(one -> {
            assertThat(one.standing().remark()).isEqualTo("第一行\n第\"二\"行");
            assertThat(one.post().categories()).containsExactlyInAnyOrder("01", "05");
        });
    }

    @Test
    void whatIsNoSheetIsRefusedWhateverItIsCalled() throws IOException {
        assertRefused("web.xls", "<html><table></table></html>".getBytes(StandardCharsets.UTF_8), "网页");
        assertRefused("empty.xlsx", new byte[0], "空的");
        assertRefused("image.xlsx", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 0, 0}, "不是表格");
        assertRefused("cut.xlsx", new byte[] {'P', 'K', 3, 4, 20, 0, 0}, "损坏");
        assertRefused("words.csv", "今天,天气\n很好,啊\n".getBytes(StandardCharsets.UTF_8), "表头");
        assertThatThrownBy(() -> office.sheets.check(office.literates, folder.resolve("none.xlsx"), Progress.none())).isInstanceOf(Refused.class);
    }

    private void assertRefused(String name, byte[] content, String word) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        assertThatThrownBy(() -> office.sheets.check(office.literates, file, Progress.none())).isInstanceOf(Refused.class).hasMessageContaining(word);
    }

    @Test
    void aFileThatSwellsIsNotOpened() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(new byte[30 << 20]);
        }
        assertThatThrownBy(() -> office.sheets.check(office.literates, file, Progress.none())).isInstanceOf(Refused.class).hasMessageContaining("过大");
    }

    private RosterSheet manyRows() {
        var sheet = new RosterSheet();
        for (int i = 1; i <= 15; i++) {
            sheet.row(i);
        }
        return sheet;
    }

    /** Thought better of before, while or right after the last row was written: either none landed and that is said, or all did and that is said. */
    @Test
    void anImportCancelledAtWhateverMomentLandsWholeOrNotAtAll() throws IOException {
        SheetImport.Checked<Literate> checked = check(manyRows());
        int patience = 0;
        for (boolean landed = false; !landed; patience++) {
            var clerk = new Whim(patience);
            try {
                assertThat(office.sheets.land(checked, null, clerk)).isEqualTo(15);
                assertThat(clerk.wasHeard()).isFalse();
                landed = true;
            } catch (Refused cancelled) {
                assertThat(cancelled).hasMessage("已取消，一行也没有导入。");
                assertThat(office.literates.count(Query.all(), 99)).as("after %d looks", patience).isZero();
                assertThat(office.house.journal().last()).isEqualTo(office.begun);
            }
        }
        assertThat(patience).as("she could have thought better of it at every row").isGreaterThan(15);
        assertThat(office.literates.count(Query.all(), 99)).isEqualTo(15);
    }

    @Test
    void aCheckCancelledGivesNoNumbersAway() throws IOException {
        Path file = manyRows().write(folder.resolve("many.xlsx"));
        Path long_ = folder.resolve("long.csv");
        var lines = new StringBuilder("姓名,身份证号码,联系方式\n");
        for (int i = 0; i < 300; i++) {
            lines.append("张三,").append(Office.idNumber(i % 90)).append(",13800000000\n");
        }
        Files.writeString(long_, lines);
        var clerk = new Whim(1);
        assertThatThrownBy(() -> office.sheets.check(office.literates, long_, clerk)).isInstanceOf(Refused.class).hasMessageContaining("已取消");
        assertThat(clerk.told).containsExactly("100/0", "200/0");
        assertThat(office.house.journal().last()).isEqualTo(office.begun);
        assertThat(office.sheets.check(office.literates, file, Progress.none()).clean()).hasSize(15);
    }
}
