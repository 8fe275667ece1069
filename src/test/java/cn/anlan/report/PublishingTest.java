package cn.anlan.report;

import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.paper.print.Printed;
import cn.anlan.report.form.Request;
import cn.anlan.store.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static cn.anlan.report.Fixture.T1;
import static cn.anlan.report.Fixture.T2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What leaves the house of a report: workbook, paper, words. */
class PublishingTest {
    @RegisterExtension
    private final TestHouse house = new TestHouse();

    @TempDir
    private Path folder;
    private Fixture fixture;

    @BeforeEach
    void enter() {
        fixture = Fixture.enter(house);
    }

    private Path write(Request request, String name) {
        Path file = folder.resolve(name);
        house.wiring().publishing().write(house.wiring().reports().fill(request), file);
        return file;
    }

    @Test
    void onPaperStandTitlePeriodNumbersAndWhoSigns() {
        var printed = Printed.of(write(T1, "t1.pdf"));
        assertThat(printed.page(1)).contains("人民调解案件情况统计表", "填报单位：华藏寺镇", "2024年12月26日至2025年1月25日", "按结案日期统计", "柏林沟村调委会",
                "19.25", "77.8", "填报人：" + TestHouse.CLERK, "审核人", "填报日期：2026年11月23日");
        assertThat(house.wiring().journal().before(Long.MAX_VALUE, 1)).singleElement().satisfies(line -> {
            assertThat(line.action()).isEqualTo(Journal.Action.EXPORT);
            assertThat(line.reason()).contains("人民调解案件情况统计表", "2024-12-26");
            assertThat(line.after()).contains("t1.pdf");
        });
        assertThat(printed.pages()).isEqualTo(2);
        assertThat(printed.page(1) + printed.page(2)).contains("续表", "拖欠农民工工资", "开展排查");
    }

    @Test
    void theFlowNamesTheKeyCasesBelow() {
        var disputes = house.register(Dispute.class);
        disputes.change(fixture.id("K10"), dispute -> disputes.shape().with(dispute, Map.of("risk_level", "2", "leader", "王镇长", "resp_org", "综治中心",
                "resp_person", "赵包案")));
        var printed = Printed.of(write(T2, "t2.pdf"));
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= printed.pages(); page++) {
            all.append(printed.page(page));
        }
        assertThat(all).contains("矛盾纠纷排查化解月报", "重点未结1：K10", "责任人：赵包案", "期限：2025-02-13");
    }

    @Test
    void inTheWorkbookNumbersStayNumbers() throws IOException {
        house.wiring().reports().correct(T1, "kind_1", "people", 2, "纸质卷宗一件");
        Path file = write(T1, "t1.xlsx");
        try (var book = new ReadableWorkbook(file.toFile()); var rows = book.getFirstSheet().openStream()) {
            List<List<String>> cells = rows.map(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()).toList()).toList();
            assertThat(cells.get(0)).contains("人民调解案件情况统计表");
            assertThat(cells.get(4)).startsWith("合计", "9", "33", "7", "2", "19.25", "77.8");
            assertThat(cells.get(11).get(0)).contains("+2：纸质卷宗一件（" + TestHouse.CLERK + "）");
            assertThat(cells.get(12).get(0)).contains("填报人：" + TestHouse.CLERK);
        }
        try (var zip = new ZipFile(file.toFile())) {
            String sheet = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(sheet.contains("<mergeCell ref=\"A3:A4\"/>") && sheet.contains("<mergeCell ref=\"B3:G3\"/>")).as("merged headings").isTrue();
            assertThat(sheet.contains("<v>19.25</v>") && sheet.contains("orientation=\"landscape\"")).as("a number, on a lying page").isTrue();
        }
    }

    @Test
    void aFileOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> write(T1, "t1.doc")).isInstanceOf(Refused.class).hasMessageContaining("t1.doc");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void inWordsTheNumbersStandAgainstThePeriodBeforeAndTheYearBefore() {
        String text = house.wiring().publishing().bulletin(house.wiring().reports().fill(T1));
        assertThat(text).contains("华藏寺镇（2024年12月26日至2025年1月25日）受理矛盾纠纷 11 件，调解结案 9 件，调解成功 7 件，成功率 77.8%")
                .contains("主动调解 2 件，占 22.2%；依申请调解 3 件，占 33.3%；接受委托移送 4 件，占 44.4%").contains("书面协议 5 件")
                .contains("环比（2024年11月26日至2024年12月25日）：调解案件总数由 1 件增加 8 件，上升 800.0%", "成功率下降 22.2 个百分点")
                .contains("同比（2023年12月26日至2024年1月25日）：调解案件总数由 0 件增加 9 件；", "成功率无可比数").doesNotContain("⟦");
        assertThat(text.lines()).hasSize(4);
    }

    @Test
    void theFlowInWords() {
        String text = house.wiring().publishing().bulletin(house.wiring().reports().fill(T2));
        assertThat(text).contains("上期未结矛盾纠纷 0 件，本期受理 11 件，办结 9 件", "期末未结 2 件", "从类别看，", "环比（", "同比（").doesNotContain("⟦");
    }
}
