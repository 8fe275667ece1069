package cn.anlan.store;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.community.Topic;
import cn.anlan.entry.Entry;
import cn.anlan.mediation.Dispute;
import cn.anlan.roster.Literate;
import cn.anlan.station.Adviser;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SearchTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private <E extends Entry> List<E> find(Class<E> type, String words) {
        return house.register(type).list(Query.all().finding(words), 100);
    }

    /** Most of these syllables can be taken apart in several ways: tian or ti and an, xue or xu and e. */
    @ParameterizedTest
    @ValueSource(strings = {"tianzhuxueyucaoyuanchumuzhuanyehezuoshe", "tianzhuxueyucaoyuanxumuzhuanyehezuos", "xueyucaoyuanchumu", "yuanxumuzhuanyehezuoshe"})
    void aLongNameIsFoundByItsWholeSound(String typed) {
        Adviser adviser = house.samples().adviser("name", "天祝雪域草原畜牧专业合作社");
        house.samples().adviser("name", "天祝雪域草原旅游专业合作社", "licence_no", "16206201010000002");
        assertThat(find(Adviser.class, typed)).containsExactly(adviser);
    }

    @ParameterizedTest
    @ValueSource(strings = {"才让", "东智", "让·东", "才", "智", "cr", "crdz", "cairang", "CaiRang", "cairangd", "dongzhi", "才让·东智", "·", "dz"})
    void aNameIsFoundByAnyPartOfItInWritingOrSound(String typed) {
        Literate literate = house.samples().literate("才让·东智", Samples.idNumber("19800101", 1));
        house.samples().literate("李四", Samples.idNumber("19800101", 3));
        assertThat(find(Literate.class, typed)).containsExactly(literate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"单解曾", "sjz", "djc", "danjie", "shanxie", "xiezeng", "jieceng", "zeng"})
    void everyReadingOfACharacterCounts(String typed) {
        Literate literate = house.samples().literate("单解曾", Samples.idNumber("19800101", 1));
        assertThat(find(Literate.class, typed)).containsExactly(literate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"才智", "东让", "rc", "cd", "zhidong", "cairong", "才让 李四", "100%", "_", "'", "\"", "OR", "*", "NEAR(a b)", "-"})
    void whatIsNotThereIsNotFound(String typed) {
        house.samples().literate("才让·东智", Samples.idNumber("19800101", 1));
        assertThat(find(Literate.class, typed)).isEmpty();
    }

    @Test
    void aPersonIsFoundByTheEndOfTheTelephoneOrIdNumber() {
        Literate literate = house.samples().literate("卓玛", Samples.idNumber("19800101", 2), "phone", "13912348888");
        assertThat(find(Literate.class, "8888")).containsExactly(literate);
        assertThat(find(Literate.class, "１２３４８８")).containsExactly(literate);
        assertThat(find(Literate.class, "198001010")).containsExactly(literate);
    }

    @Test
    void aDisputeIsFoundByWhatStandsInItsChildren() {
        Dispute dispute = house.samples().dispute();
        house.samples().party(dispute, "1", "卓玛", "phone", "13987654321");
        house.samples().party(house.samples().dispute(), "1", "李四");
        assertThat(find(Dispute.class, "卓玛")).containsExactly(dispute);
        assertThat(find(Dispute.class, "zhuoma")).containsExactly(dispute);
        assertThat(house.wiring().registers().search().find("dispute", "7654", 5)).singleElement().satisfies(hit -> {
            assertThat(hit.rootId()).isEqualTo(dispute.id());
            assertThat(hit.register()).isEqualTo("dispute_party");
        });
    }

    @Test
    void severalWordsMayStandInOwnerAndChild() {
        Dispute dispute = house.samples().dispute("summary", "为草场界线争执");
        house.samples().party(dispute, "1", "卓玛");
        house.samples().party(house.samples().dispute(), "1", "卓玛");
        assertThat(find(Dispute.class, "卓玛 草场")).containsExactly(dispute);
        assertThat(find(Dispute.class, "草场　zm")).containsExactly(dispute);
        assertThat(find(Dispute.class, "卓玛 彩礼")).isEmpty();
    }

    @Test
    void aGrandchildLeadsToItsDispute() {
        Dispute dispute = house.samples().disputeAt("06");
        assertThat(find(Dispute.class, "二十日内还清")).containsExactly(dispute);
    }

    @Test
    void changedWordsAreForgotten() {
        Topic topic = house.samples().topic();
        Topic changed = house.register(Topic.class).change(topic.id(), now -> now.withProposal(now.proposal().withTitle("铺路").withContent("土路泥泞")));
        assertThat(find(Topic.class, "水渠")).isEmpty();
        assertThat(find(Topic.class, "sq")).isEmpty();
        assertThat(find(Topic.class, "铺路")).containsExactly(changed);
        house.wiring().registers().undo();
        assertThat(find(Topic.class, "水渠")).hasSize(1);
        assertThat(find(Topic.class, "铺路")).isEmpty();
    }

    @Test
    void aVoidEntryIsFoundAmongTheVoid() {
        Topic topic = house.samples().topic();
        Topic gone = house.register(Topic.class).annul(topic.id(), "重复");
        assertThat(find(Topic.class, "水渠")).isEmpty();
        assertThat(house.register(Topic.class).list(Query.all().finding("水渠").lives(Query.Lives.VOID), 9)).containsExactly(gone);
        assertThat(house.register(Topic.class).list(Query.all().finding("水渠").lives(Query.Lives.BOTH), 9)).containsExactly(gone);
    }

    @Test
    void aRefusedSaveIsNotFound() {
        Topic topic = house.samples().topic();
        assertThatThrownBy(() -> house.wiring().registers().together(() -> {
            house.register(Topic.class).change(topic.id(), now -> now.withProposal(now.proposal().withTitle("铺路")));
            throw new IllegalStateException();
        })).isInstanceOf(IllegalStateException.class);
        assertThat(find(Topic.class, "铺路")).isEmpty();
        assertThat(find(Topic.class, "水渠")).hasSize(1);
    }

    @Test
    void registersDoNotFindEachOther() {
        house.samples().topic("title", "张三家的路");
        house.samples().dispute();
        assertThat(find(Dispute.class, "张三家")).isEmpty();
        assertThat(house.wiring().registers().search().find("nothing", "张三", 5)).isEmpty();
    }

    @Test
    void noWordsFindNothingAndTheLimitHolds() {
        for (int i = 0; i < 5; i++) {
            house.samples().topic();
        }
        assertThat(house.wiring().registers().search().find("topic", "  ", 5)).isEmpty();
        assertThat(house.wiring().registers().search().find("topic", "水渠", 3)).hasSize(3).isSortedAccordingTo(
                (a, b) -> b.entryId().compareTo(a.entryId()));
        assertThat(house.register(Topic.class).list(Query.all().finding(" "), 9)).hasSize(5);
    }

    /** Chinese, letters, digits, punctuation, full-width signs, spaces and a character beyond the basic plane. */
    private static final String LETTERS = "张三李四才让东智村组0123456789abAB·-%_'\"*（）１Ａ 　\uD842\uDFB7\uD840\uDC00é";

    private static String random(Random random, int length) {
        int[] letters = LETTERS.codePoints().toArray();
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    /** Whatever part of a text one types, exactly the entries that hold it are found: no more and no fewer than a scan finds. */
    @Property(tries = 6)
    void everyPartOfEveryTextIsFound(@ForAll long seed) {
        var random = new Random(seed);
        try (var own = TestHouse.opened()) {
            List<String> texts = random.ints(25, 1, 30).mapToObj(length -> random(random, length)).filter(text -> !text.isBlank()).toList();
            texts.forEach(text -> own.samples().topic("title", "x", "content", text));
            List<Topic> all = own.register(Topic.class).list(Query.all(), 100);
            for (int i = 0; i < 60; i++) {
                int[] from = texts.get(random.nextInt(texts.size())).codePoints().toArray();
                int start = random.nextInt(from.length);
                String part = new String(from, start, Math.min(from.length - start, 1 + random.nextInt(6)));
                if (!part.strip().isEmpty() && !part.strip().contains(" ") && !part.strip().contains("　")) {
                    String typed = fold(part.strip());
                    assertThat(own.register(Topic.class).list(Query.all().finding(part), 100)).as("[%s]", part)
                            .containsExactlyInAnyOrderElementsOf(all.stream().filter(topic -> holds(topic, typed)).toList());
                }
            }
        }
    }

    private static boolean holds(Topic topic, String typed) {
        var proposal = topic.proposal();
        return fold(proposal.content()).contains(typed) || fold(proposal.title()).contains(typed)
                || fold(String.valueOf(proposal.topicNo())).contains(typed);
    }

    private static String fold(String text) {
        return text.codePoints().map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().toLowerCase(Locale.ROOT);
    }
}
