package cn.anlan.app.page;

import cn.anlan.entry.Refused;
import cn.anlan.mediation.subsidy.ClaimTable;
import cn.anlan.paper.print.Press;
import cn.anlan.paper.print.Typefaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClaimSheetTest {
    @TempDir
    Path folder;

    private ClaimSheet.Beside beside;

    @BeforeEach
    void anOffice() {
        beside = new ClaimSheet.Beside("华藏寺镇综治中心", "王录入", LocalDate.of(2026, 12, 1), new Press(new Typefaces(folder)));
    }

    private static ClaimTable table() {
        return new ClaimTable("以案定补申报汇总表（2026年下半年）",
                List.of("序号", "调委会", "案号", "当事人", "类型", "协议形式", "难易", "是否履行", "调解员", "金额", "卡号后四位"),
                List.of(List.of("1", "某村人民调解委员会", "（2026）天华岔人调字第001号", "才让·东智、李四", "邻里纠纷", "口头协议", "简单", "是", "马调解", "50.00", "4321"),
                        List.of("", "合计 1 件", "", "", "", "", "", "", "", "50.00", "")));
    }

    @Test
    void amountsStayNumbersAndTheLastLineIsTheWhole() {
        var printed = ClaimSheet.printed(table(), beside);
        assertThat(printed.headings()).hasSize(9);
        assertThat(printed.lines()).extracting(line -> line.label()).containsExactly("1 某村人民调解委员会", "合计 1 件");
        assertThat(printed.lines().get(0).figures().get(7).number()).isEqualByComparingTo("50");
        assertThat(printed.below()).first().asString().contains("王录入");
    }

    @Test
    void itGoesOutAsWorkbookAndOnPaper() throws Exception {
        Path book = folder.resolve("汇总.xlsx");
        ClaimSheet.write(table(), beside, book);
        assertThat(Files.readAllBytes(book)).startsWith('P', 'K');
        Path paper = folder.resolve("汇总.pdf");
        ClaimSheet.write(table(), beside, paper);
        assertThat(Files.readAllBytes(paper)).startsWith('%', 'P', 'D', 'F');
        assertThatThrownBy(() -> ClaimSheet.write(table(), beside, folder.resolve("汇总.doc"))).isInstanceOf(Refused.class).hasMessageContaining("汇总.doc");
    }
}
