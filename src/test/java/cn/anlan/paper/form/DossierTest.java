package cn.anlan.paper.form;

import cn.anlan.TestHouse;
import cn.anlan.app.sample.HardCase;
import cn.anlan.entry.Progress;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.dossier.Incoming;
import cn.anlan.paper.print.Press.Gaps;
import cn.anlan.paper.print.Printed;
import cn.anlan.paper.scan.ScanReader;
import cn.anlan.store.Journal;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole dossier of a case with three parties, bound in one file. */
class DossierTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private String dispute = "";

    @BeforeEach
    void plant() {
        dispute = HardCase.plant(house.wiring().registers());
    }

    private static byte[] photo(Color colour) throws IOException {
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var ink = image.createGraphics();
        ink.setColor(colour);
        ink.fillRect(0, 0, 640, 480);
        ink.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    private void attach(String kind, String name, byte[] bytes) {
        house.wiring().dossiers().attach(dispute, kind, new Incoming(name, bytes, new ScanReader().look(bytes), null));
    }

    private Printed bind(List<Integer> counted) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var printing = house.wiring().printing();
        counted.add(printing.dossier().write(printing.documents().open(dispute), bytes, Gaps.REFUSE, Progress.none()));
        return new Printed(bytes.toByteArray());
    }

    /** Scenario 2 of the office's day: three parties, one a company, one with an agent; the index tells the right pages. */
    @Test
    void theIndexTellsThePagesOnWhichThePapersStand() throws IOException {
        List<Integer> counted = new ArrayList<>();
        Printed dossier = bind(counted);
        int last = counted.get(0);
        assertThat(dossier.pages()).isEqualTo(last + 3);
        assertThat(dossier.page(1)).contains("人民调解卷宗");
        Matcher lines = Pattern.compile("(\\d+)(人民调解申请书|当事人权利义务告知书|授权委托书|人民调解协议书|矛盾纠纷移送函)(\\d+)(?:-(\\d+))?").matcher(String.join("\n", dossier.lines(2)).replace(" ", ""));
        List<String> seen = new ArrayList<>();
        while (lines.find()) {
            seen.add(lines.group(2));
            assertThat(dossier.page(Integer.parseInt(lines.group(3)) + 2)).as(lines.group()).contains(lines.group(2));
        }
        assertThat(seen).hasSize(5);
        assertThat(dossier.page(last + 3)).contains("共" + last + "页");
    }

    @Test
    void pagesAreNumberedWithoutAGap() throws IOException {
        Printed dossier = bind(new ArrayList<>());
        for (int page = 1; page <= dossier.pages() - 3; page++) {
            assertThat(dossier.lines(page + 2)).as("page %d", page).contains(String.valueOf(page));
        }
        assertThat(dossier.lines(1)).doesNotContain("1");
    }

    @Test
    void scansStandBehindTheirPaper() throws IOException {
        attach("identity", "身份证正反面.jpg", photo(Color.RED));
        attach("evidence", "草场照片.jpg", photo(Color.GREEN));
        byte[] ruling = house.wiring().printing().documents().pdf(
                house.wiring().printing().documents().of(house.wiring().printing().documents().open(dispute), Form.AGREEMENT), Gaps.REFUSE);
        attach("other", "裁定书.pdf", ruling);
        List<Integer> counted = new ArrayList<>();
        Printed dossier = bind(counted);
        String index = dossier.page(2);
        assertThat(index).contains("身份证正反面.jpg", "草场照片.jpg", "裁定书.pdf", "证据材料清单");
        Matcher identity = Pattern.compile("身份证正反面\\.jpg(\\d+)当事人身份证明").matcher(index);
        assertThat(identity.find()).isTrue();
        int page = Integer.parseInt(identity.group(1)) + 2;
        int colour = dossier.scan(page, 40).getRGB(165, 230);
        assertThat(new Color(colour).getRed()).isGreaterThan(200);
        assertThat(new Color(colour).getGreen()).isLessThan(60);
        assertThat(dossier.page(dossier.pages())).contains("其中扫描、照片" + (2 + new Printed(ruling).pages()) + "页");
    }

    @Test
    void whoPrintsItStandsInTheJournalAndThePapersCountAsPrinted(@TempDir Path folder) {
        var printing = house.wiring().printing();
        Path file = printing.dossier().write(printing.documents().open(dispute), folder, Gaps.REFUSE, Progress.none());
        assertThat(file.getFileName().toString()).startsWith("卷宗-才让·东智与").endsWith(".pdf");
        assertThat(house.wiring().journal().before(Long.MAX_VALUE, new Journal.Filter(null, null, Journal.Action.PRINT), 10)).singleElement()
                .satisfies(line -> assertThat(line.subject().id()).isEqualTo(dispute));
        assertThat(house.wiring().dossiers().checklist().of(house.register(Dispute.class).get(dispute)))
                .filteredOn(line -> line.kind().equals("agreement")).singleElement().satisfies(line -> assertThat(line.state()).isEqualTo("1"));
    }
}
