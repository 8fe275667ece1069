package cn.anlan.paper.blank;

import cn.anlan.TestHouse;
import cn.anlan.paper.word.Xml;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** Blanks, blocks, ways of writing, and what is said about a template that is wrong. */
class TemplateTest {
    private static final TestHouse HOUSE = TestHouse.opened();
    private static final Names NAMES = new Names(HOUSE.wiring().registers(), Map.of("dispute", "dispute", "party", "dispute_party", "gone", "no_register"),
            Map.of("claim", Set.of("text")));

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private static Template template(String body) {
        return new Template(new Xhtml(), Xml.read(("<body>" + body + "</body>").getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }

    private static Facts facts(Object... partyPairs) {
        var dispute = HOUSE.samples().disputeWithParties();
        var registers = HOUSE.wiring().registers();
        HOUSE.samples().party(dispute, "3", "王五", partyPairs);
        List<Item> parties = HOUSE.samples().parties(dispute, "1").stream()
                .<Item>map(party -> new Item.OfEntry<>(registers, HOUSE.register(cn.anlan.mediation.DisputeParty.class), party)).toList();
        List<Item> third = HOUSE.samples().parties(dispute, "3").stream()
                .<Item>map(party -> new Item.OfEntry<>(registers, HOUSE.register(cn.anlan.mediation.DisputeParty.class), party)).toList();
        return new Facts(Map.of(), TestHouse.TODAY)
                .with("dispute", List.of(new Item.OfEntry<>(registers, HOUSE.register(cn.anlan.mediation.Dispute.class), dispute)))
                .with("party", java.util.stream.Stream.concat(parties.stream(), third.stream()).toList());
    }

    private static String fill(String body, Facts facts) {
        Element filled = template(body).fill(facts);
        return filled.getTextContent();
    }

    @Test
    void fieldsReadAsInAnOfficialPaper() {
        assertThat(fill("<p>{{dispute.register_date}}，{{dispute.type_sf}}，{{dispute.area_code}}，{{party.name}}</p>", facts()))
                .isEqualTo("2026年11月20日，邻里纠纷，华藏寺镇柏林沟村，张三、王五");
    }

    @Test
    void boxesAreTickedByCode() {
        assertThat(fill("<p>{{dispute.type_sf=02}}{{dispute.type_sf=03}}{{dispute.ethnic_religious=1}}{{dispute.ethnic_religious=0}}</p>", facts()))
                .isEqualTo("☑☐☐☑");
    }

    @Test
    void emptyBlanksLeaveRoom() {
        assertThat(fill("<p>{{dispute.accept_date}}|{{dispute.case_no}}|{{dispute.case_no|line}}|{{party.birth_date|age}}</p>", facts()))
                .isEqualTo("　　　　年　　月　　日||　　　　　　|");
    }

    @Test
    void agesAndMasksAndSums() {
        assertThat(fill("<p>{{#party}}{{party.birth_date|age}}/{{party.phone|masked}};{{/party}}</p>", facts("birth_date", LocalDate.of(2000, 11, 24))))
                .isEqualTo("/139****0000;25/139****0000;");
    }

    @ParameterizedTest
    @CsvSource({"0, 零元整", "5, 伍分", "50, 伍角整", "100, 壹元整", "105, 壹元零伍分", "1000, 壹拾元整", "100000, 壹仟元整", "100100, 壹仟零壹元整",
            "1010000, 壹万零壹佰元整", "123456789, 壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分", "10000000000, 壹亿元整", "10000010050, 壹亿零壹佰元伍角整",
            "2000000, 贰万元整", "1000000500, 壹仟万零伍元整"})
    void sumsInCapitals(long fen, String words) {
        assertThat(Manner.capital(fen)).isEqualTo(words);
    }

    @Test
    void blocksNestAndConditionsHold() {
        String body = "<p>{{#party}}</p><p>{{party.index}}{{party.name}}{{#party.role=3}}是第三人{{/party.role=3}}{{^party.role=3}}不是{{/party.role=3}}</p><p>{{/party}}</p>";
        assertThat(fill(body, facts())).isEqualTo("1张三不是2王五是第三人");
        assertThat(fill("<p>{{^claim}}无{{/claim}}{{#claim}}有{{/claim}}{{#dispute.claims}}有{{/dispute.claims}}</p>", facts())).isEqualTo("无");
    }

    @Test
    void rowsRepeat() {
        Element filled = template("<table><tbody><tr><td>{{#party}}{{party.name}}</td><td>{{party.role}}{{/party}}</td></tr></tbody></table>").fill(facts());
        assertThat(filled.getElementsByTagName("tr").getLength()).isEqualTo(2);
        assertThat(filled.getTextContent()).isEqualTo("张三申请人王五第三人或其他当事人");
    }

    @Test
    void aLinkedEntryCanBeAskedFurther() {
        HOUSE.samples().disputeAt("03");
        var accepted = HOUSE.register(cn.anlan.mediation.Dispute.class).list(cn.anlan.store.Query.all().is("stage", "03"), 1).get(0);
        var facts = new Facts(Map.of(), TestHouse.TODAY).with("dispute", List.of(
                new Item.OfEntry<>(HOUSE.wiring().registers(), HOUSE.register(cn.anlan.mediation.Dispute.class), accepted)));
        assertThat(fill("<p>{{dispute.lead_mediator_id.name}} {{dispute.lead_mediator_id.committee_id.name}}</p>", facts)).isEqualTo("马调解 华藏寺镇人民调解委员会");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<p>甲</p><p>{{dispute.nothing}}</p> | 第 2 段「{{dispute.no…」：没有 {{dispute.nothing}} 这个占位符",
        "<p>{{nobody.name}}</p> | 可用的名称有：claim dispute party",
        "<p>{{gone.name}}</p> | 没有 {{gone.name}} 这个占位符",
        "<p>{{party}}</p> | 没有 {{party}} 这个占位符",
        "<p>{{#party}}甲</p> | {{#party}} 开了头，没有结尾",
        "<p>甲{{/party}}</p> | {{/party}} 没有对应的开头",
        "<p>{{#party}}{{#claim}}{{/party}}{{/claim}}</p> | 没有对应的开头，或者与别的段交叉",
        "<p>{{#party}}</p><table><tr><td>{{/party}}</td></tr></table> | 不在同一层",
        "<p>{{party.name</p> | 花括号不成对",
        "<p>{{Party Name}}</p> | 看不懂占位符 {{Party Name}}",
        "<p>{{party.name~nicely}}</p> | 「nicely」不是写法"})
    void whatIsWrongIsSaidWithItsPlace(String body, String sentence) {
        assertThat(template(body.strip().replace('~', '|')).check(NAMES)).anySatisfy(fault -> assertThat(fault).contains(sentence.strip()));
    }

    @Test
    void whatIsRightIsPassed() {
        assertThat(template("<p>{{#party}}{{party.index}}{{party.name|line}}{{#party.kind=1}}{{party.birth_date|age}}{{/party.kind=1}}{{/party}}{{claim.text}}"
                + "{{dispute.committee_id.name}}</p>").check(NAMES)).isEmpty();
        assertThat(NAMES.blanks()).containsEntry("{{party.name}}", "当事人 姓名或名称").containsKey("{{claim.text}}");
    }

    /** Whatever a clerk typed comes out as typed, however often it is repeated, and is never taken for a blank. */
    @Property(tries = 60)
    void wordsComeOutAsTheyWentIn(@ForAll @StringLength(min = 1, max = 12) String typed, @ForAll @IntRange(max = 4) int times) {
        String clean = Template.clean(typed).replace("\n", "");
        List<Item> items = IntStream.range(0, times).<Item>mapToObj(i -> new Item.OfWords("", Map.of("text", clean + "{{claim.text}}"))).toList();
        String filled = fill("<p>始{{#claim}}〔{{claim.text}}〕{{/claim}}终</p>", new Facts(Map.of(), TestHouse.TODAY).with("claim", items));
        assertThat(filled).isEqualTo("始" + IntStream.range(0, times).mapToObj(i -> "〔" + clean + "{{claim.text}}〕").collect(Collectors.joining()) + "终");
    }
}
