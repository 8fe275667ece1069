package cn.anlan.paper.form;

import cn.anlan.TestHouse;
import cn.anlan.app.sample.HardCase;
import cn.anlan.paper.print.Press.Gaps;
import cn.anlan.paper.print.Printed;
import cn.anlan.paper.scan.ScanReader;
import cn.anlan.paper.word.WordPages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Every form, printed for a case that is hard to print, says what the case says. */
class FormsTest {
    private static final TestHouse HOUSE = TestHouse.opened();
    private static final String COMPANY = "甘肃省武威市天祝藏族自治县华藏寺镇乌鞘岭高原特色农牧业综合开发";
    /** What must stand on which form beside the names of the parties. */
    private static final Map<Form, List<String>> SAID = Map.ofEntries(
            Map.entry(Form.COVER, List.of("人民调解卷宗", "（2026）天华人调字第012号", "乔永祥、祁才郎、鲍延寿", "2026年9月23日至2026年11月20日", "长期（30年）")),
            Map.entry(Form.INDEX, List.of("卷内目录", "当事人权利义务告知书", "人民调解记录2")),
            Map.entry(Form.APPLICATION, List.of("牧民", "藏族", "47", "13909350011", "情况属实", "赔礼道歉", "91620623MA7D2K4N6", "代理人姓名张𬭚", "不收取任何费用")),
            Map.entry(Form.ACCEPTANCE, List.of("依当事人申请", "☑当事人申请", "☐人民调解委员会主动调解", "损害赔偿纠纷", "2026年10月23日", "情况属实")),
            Map.entry(Form.RIGHTS, List.of("不得加剧纠纷", "三十日内共同", "告知人（人民调解员）：乔永祥")),
            Map.entry(Form.ATTORNEY, List.of("张𬭚", "☑代为申请调解", "☐代为选择", "☑代为签署", "620623198809091218")),
            Map.entry(Form.INQUIRY, List.of("旦增·加措", "2026年9月24日9时30分", "三辆翻斗车", "鲍延寿", "男藏族")),
            Map.entry(Form.EVIDENCE, List.of("证据名称", "原件／复印件")),
            Map.entry(Form.SESSION, List.of("2026年10月8日9时00分", "☑择期再次调解（2026年10月12日14时30分）", "背对背", "村法律顾问孙律师")),
            Map.entry(Form.AGREEMENT, List.of("情况属实", "五、各方就本次事件再无其他争议", "人民币肆万零陆佰肆拾元伍角整（¥40,640.50）", "（2）甘肃省", "本协议一式4份")),
            Map.entry(Form.ORAL_AGREEMENT, List.of("（2026）天华人调口字第003号", "当场移车", "口头协议方式")),
            Map.entry(Form.REVISIT, List.of("☑部分履行", "☑满意", "☑上门", "☑有：余款尚未到期", "☐无")),
            Map.entry(Form.CONFIRMATION, List.of("620623197906141518", "天祝藏族自治县人民法院", "第三十三条", "2026年10月12日生效")),
            Map.entry(Form.CONFIRMATION_ORG, List.of("统一社会信用代码91620623MA7D2K4N6", "法定代表人（负责人）：尕藏·加措", "委托代理人：张𬭚")),
            Map.entry(Form.REFERRAL, List.of("天祝藏族自治县自然资源局华藏寺中心所：", "天华调移〔2026〕3号", "2026年10月9日前", "移送回执")),
            Map.entry(Form.NOT_ACCEPTED, List.of("“法院、公安或行政机关已受理或解决”", "12348", "2026年9月24日")),
            Map.entry(Form.NOTE, List.of("照片原件存村委会", "缺少的材料及原因", "双方和好")),
            Map.entry(Form.BACK, List.of("检查人", "2026年11月23日")));

    private static @Nullable CaseFile file;

    @BeforeAll
    static void plant() {
        HOUSE.wiring().settings().put("org_name", "华藏寺镇综治中心");
        file = documents().open(HardCase.plant(HOUSE.wiring().registers()));
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private static Documents documents() {
        return HOUSE.wiring().printing().documents();
    }

    private static CaseFile file() {
        return Objects.requireNonNull(file);
    }

    static Stream<Form> printed() {
        return Arrays.stream(Form.values()).filter(Form::isPrinted);
    }

    private static Document first(Form form) {
        return documents().of(file(), form).get(0);
    }

    private static Printed print(Form form) {
        return new Printed(documents().pdf(List.of(first(form)), Gaps.REFUSE));
    }

    @Test
    void everyShippedTemplateIsRight() {
        assertThat(documents().templates().check()).isEmpty();
    }

    @Test
    void everyFormIsLookedAtHere() {
        assertThat(printed()).containsExactlyInAnyOrderElementsOf(SAID.keySet());
    }

    @ParameterizedTest
    @MethodSource("printed")
    void aFormSaysWhatTheCaseSays(Form form) {
        Printed printed = print(form);
        assertThat(printed.words()).contains(SAID.get(form)).doesNotContain("{{", "}}", "#", "⟦");
        assertThat(printed.fonts()).allSatisfy((font, embedded) -> assertThat(embedded).as(font).isTrue());
        assertThat(printed.pages()).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("printed")
    void theWordFileSaysTheSame(Form form) throws IOException {
        var word = new WordPages(documents().word(first(form)));
        assertThat(word.words()).contains(SAID.get(form)).doesNotContain("{{", "}}", "⟦");
        assertThat(word.faults()).isEmpty();
    }

    @Test
    void everyPartyStandsInItsRow() {
        assertThat(print(Form.AGREEMENT).words()).contains("才让·东智", COMPANY, "马𠮷祥", "第三人或其他当事人").containsOnlyOnce("代理人姓名");
    }

    @Test
    void everyPageOfAFormIsFoundAgainByItsScan() throws IOException {
        var printed = print(Form.SESSION);
        for (int page = 1; page <= printed.pages(); page++) {
            assertThat(new ScanReader().look(png(printed.scan(page, 200))).codes()).containsExactly(new FormCode(file().id(), "SESSION", page));
        }
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void aCharacterNobodyCanPrintIsNamedWithItsFieldAndMayBeLeftOpen() {
        var facts = file().facts().with("committee", List.of(new cn.anlan.paper.blank.Item.OfWords("承办调委会", Map.of("name", "བོད་调委会"))));
        var documents = List.of(new Document(file(), Form.COVER, 1, false, facts));
        assertThatThrownBy(() -> documents().pdf(documents, Gaps.REFUSE)).hasMessageContaining("「承办调委会」里的「བ」（U+0F56）");
        assertThat(new Printed(documents().pdf(documents, Gaps.LEAVE)).words()).contains("调委会");
    }

    @Test
    void theSameCaseGivesTheSameBytes() {
        assertThat(documents().pdf(List.of(first(Form.AGREEMENT)), Gaps.REFUSE)).isEqualTo(documents().pdf(List.of(first(Form.AGREEMENT)), Gaps.REFUSE));
        assertThat(documents().word(first(Form.AGREEMENT))).isEqualTo(documents().word(first(Form.AGREEMENT)));
    }

    @Test
    void aCaseNeedsWhatItsCourseAsksFor() {
        assertThat(documents().needed(file())).extracting(Document::title).contains("人民调解申请书", "人民调解记录 1", "人民调解记录 2", "授权委托书",
                "司法确认申请书（当事人有单位）", "人民调解口头协议登记表").doesNotContain("人民调解受理登记表", "司法确认申请书", "证据材料清单");
    }

    @Test
    void aFormWithoutAnythingToSayIsPrintedBlank() {
        var dispute = HOUSE.samples().disputeWithParties();
        CaseFile fresh = documents().open(dispute.id());
        Printed blank = new Printed(documents().pdf(documents().of(fresh, Form.SESSION), Gaps.REFUSE));
        assertThat(blank.words()).contains("人民调解记录", "张三、李四", "☐达成协议");
        assertThat(documents().needed(fresh)).extracting(Document::form).containsExactly(Form.COVER, Form.INDEX, Form.ACCEPTANCE, Form.NOTE, Form.BACK);
    }

    @Test
    void theOfficesOwnTemplateIsUsedAndCheckedFirst() throws IOException {
        Templates templates = documents().templates();
        assertThat(templates.handOut()).isEqualTo(20);
        assertThat(templates.handOut()).isZero();
        assertThat(templates.check()).isEmpty();
        Path own = templates.folder().resolve("人民调解协议书.docx");
        byte[] shipped = Files.readAllBytes(own);
        Files.write(own, WordPages.edited(shipped, "人民调解协议书", "本镇自己的协议书"));
        assertThat(new WordPages(documents().word(first(Form.AGREEMENT))).words()).contains("本镇自己的协议书");
        Files.write(own, WordPages.edited(shipped, "{{agreement.facts}}", "{{agreement.fact}}"));
        assertThatThrownBy(() -> documents().word(first(Form.AGREEMENT))).hasMessageContaining("没有 {{agreement.fact}} 这个占位符").hasMessageContaining("第 ");
        Files.writeString(own, "不是 Word");
        assertThatThrownBy(() -> documents().word(first(Form.AGREEMENT))).hasMessageContaining("不是能用的 Word 模板");
        assertThat(templates.check()).containsOnlyKeys(Form.AGREEMENT);
        Files.delete(own);
    }

    @Test
    void theOfficesOwnFixedTextIsUsed() throws IOException {
        Templates templates = documents().templates();
        Files.createDirectories(templates.folder());
        Path own = templates.folder().resolve("rights.txt");
        Files.writeString(own, "\uFEFF# 本镇\n一、本镇自己的告知内容。\n");
        assertThat(new Printed(documents().pdf(documents().of(documents().open(file().id()), Form.RIGHTS), Gaps.REFUSE)).words())
                .contains("本镇自己的告知内容").doesNotContain("不得加剧纠纷", "#");
        Files.delete(own);
    }
}
