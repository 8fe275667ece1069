package cn.anlan.command;

import cn.anlan.TestHouse;
import cn.anlan.paper.print.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code anlan paper}, typed. */
class PaperCommandTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    @TempDir
    Path folder = Path.of("");

    private String dispute = "";

    @BeforeEach
    void aDisputeAgreedByWordOfMouth() {
        dispute = house.samples().disputeAt("07").id();
    }

    private Terminal terminal() {
        return new Terminal(house.folder());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Scenario 1 of the office's day: settled on the spot, the oral form printed. */
    @Test
    void theOralFormOfAQuarrelSettledOnTheSpot() throws IOException {
        var answer = terminal().type("paper", "dispute", dispute, "--form", "人民调解口头协议登记表", "--pdf", "--out", folder.toString());
        assertThat(answer.err()).isEmpty();
        assertThat(files()).containsExactly("11-人民调解口头协议登记表.pdf");
        assertThat(Printed.of(folder.resolve("11-人民调解口头协议登记表.pdf")).words()).contains("张三", "李四", "院墙滴水", "当场修好");
    }

    @Test
    void everythingTheCaseNeedsAsPdfAndAsWord() throws IOException {
        assertThat(terminal().type("paper", "dispute", dispute, "--out", folder.toString()).code()).isZero();
        assertThat(files()).contains("00-卷宗封面.pdf", "04-当事人权利义务告知书.docx", "09-人民调解记录.pdf", "11-人民调解口头协议登记表.docx")
                .doesNotContain("10-人民调解协议书.pdf");
    }

    @Test
    void theWholeDossier() throws IOException {
        assertThat(terminal().type("paper", "dispute", dispute, "--dossier", "--out", folder.toString()).code()).isZero();
        assertThat(files()).singleElement().asString().startsWith("卷宗-张三与李四邻里纠纷");
    }

    @Test
    void theSheetOfAHandover() throws IOException {
        var answer = terminal().type("paper", "handover", "--out", folder.toString());
        assertThat(answer.err()).isEmpty();
        assertThat(Printed.of(Path.of(answer.out().strip())).words()).contains("工作交接单", "张三与李四邻里纠纷", "移交人（签名）");
        assertThat(files()).hasSize(1);
    }

    @Test
    void whatIsMissingOrUnknownIsSaid() {
        assertThat(terminal().type("paper", "dispute", dispute).code()).isEqualTo(2);
        assertThat(terminal().type("paper", "--out", folder.toString()).code()).isEqualTo(2);
        var unknown = terminal().type("paper", "dispute", dispute, "--form", "起诉状", "--out", folder.toString());
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("没有文书「起诉状」");
        assertThat(terminal().type("paper", "dispute", "01JZHARDCASE00000000000000", "--out", folder.toString()).code()).isEqualTo(1);
    }

    @Test
    void aFaultInAnEditedTemplateIsTold() throws IOException {
        assertThat(terminal().type("paper", "--templates").out()).contains("已把 20 个模板放进");
        Files.writeString(house.folder().resolve("templates").resolve("卷宗封面.docx"), "坏了");
        var checked = terminal().type("paper", "--templates");
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.err()).contains("「卷宗封面.docx」", "不是能用的 Word 模板");
    }

    @Test
    void samplesOfEveryForm() throws IOException {
        var answer = Terminal.raw("", "paper", "--samples", "--store", house.folder().toString(), "--out", folder.toString());
        assertThat(answer.err()).isEmpty();
        assertThat(files()).filteredOn(name -> name.endsWith(".docx")).hasSize(19);
        assertThat(files()).filteredOn(name -> name.endsWith(".pdf")).hasSize(21);
        assertThat(answer.out().lines()).hasSize(40);
    }
}
