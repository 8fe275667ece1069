package cn.anlan.store;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.community.Topic;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.reference.Code;
import cn.anlan.roster.Literate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.TestHouse.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RegisterTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Register<Topic> topics() {
        return house.register(Topic.class);
    }

    private Topic titled(Topic topic, String title) {
        return topic.withProposal(topic.proposal().withTitle(title));
    }

    private Topic with(Topic topic, @Nullable Object... pairs) {
        return topics().shape().with(topic, Samples.map(pairs));
    }

    private <E extends Entry> List<Violation> refusal(Register<E> register, E entry) {
        Refused refused = catchThrowableOfType(Refused.class, () -> register.save(entry));
        assertThat(refused).isNotNull();
        return refused.violations();
    }

    @Test
    void whatIsSavedIsWhatIsRead() {
        Topic topic = house.samples().topic();
        assertThat(topic.revision()).isEqualTo(1);
        Topic second = topics().save(titled(topic, "𠮷家水渠"));
        assertThat(second.revision()).isEqualTo(2);
        assertThat(topics().get(topic.id())).isEqualTo(second);
        assertThat(second.proposal().title()).isEqualTo("𠮷家水渠");
    }

    @Test
    void savingTheSameAgainChangesNothing() {
        Topic topic = house.samples().topic();
        long last = house.wiring().journal().last();
        assertThat(topics().save(topic)).isEqualTo(topic);
        assertThat(house.wiring().journal().last()).isEqualTo(last);
    }

    @Test
    void aLaterSaveDoesNotOverwriteAnEarlierOne() {
        Topic topic = house.samples().topic();
        Topic hers = topics().save(titled(topic, "她的"));
        Topic his = titled(topic, "他的");
        Stale stale = catchThrowableOfType(Stale.class, () -> topics().save(his));
        assertThat(stale.stored()).isEqualTo(hers);
        assertThat(stale.typed()).isEqualTo(his);
        assertThat(stale.getMessage()).contains("第 1 版", "第 2 版");
        assertThat(topics().get(topic.id())).isEqualTo(hers);
    }

    @Test
    void oneCellIsChangedOnTopOfWhateverIsStored() {
        Topic topic = house.samples().topic();
        topics().save(titled(topic, "她的"));
        Topic changed = topics().change(topic.id(), now -> with(now, "category", "2"));
        assertThat(changed.proposal().title()).isEqualTo("她的");
        assertThat(changed.proposal().category()).isEqualTo("2");
        assertThat(changed.revision()).isEqualTo(3);
    }

    @Test
    void aVoidEntryLeavesTheListsAndRefusesChange() {
        Topic topic = house.samples().topic();
        Topic gone = topics().annul(topic.id(), " 重复登记 ");
        assertThat(gone.voidReason()).isEqualTo("重复登记");
        assertThat(topics().list(Query.all(), 10)).isEmpty();
        assertThat(topics().list(Query.all().lives(Query.Lives.VOID), 10)).containsExactly(gone);
        assertThat(topics().annul(topic.id(), "再作废")).isEqualTo(gone);
        assertThatThrownBy(() -> topics().save(titled(gone, "改"))).isInstanceOf(Refused.class).hasMessageContaining("已作废");
        assertThatThrownBy(() -> topics().change(topic.id(), now -> titled(now, "改"))).isInstanceOf(Refused.class);
        Topic back = topics().restore(topic.id());
        assertThat(back.voidReason()).isNull();
        assertThat(topics().restore(topic.id())).isEqualTo(back);
        assertThat(topics().list(Query.all(), 10)).containsExactly(back);
    }

    @Test
    void nobodyVoidsWithoutAReason() {
        Topic topic = house.samples().topic();
        assertThatThrownBy(() -> topics().annul(topic.id(), " ")).isInstanceOf(Refused.class).hasMessage("请写明作废原因。");
        assertThat(topics().get(topic.id())).isEqualTo(topic);
    }

    @Test
    void aValueIsUniqueAmongTheLiving() {
        String number = Samples.idNumber("19800101", 1);
        Register<Literate> literates = house.register(Literate.class);
        Literate first = house.samples().literate("才让·东智", number);
        assertThatThrownBy(() -> house.samples().literate("卓玛", number)).isInstanceOf(Refused.class).hasMessageContaining("另一条有效记录");
        literates.annul(first.id(), "迁出");
        Literate second = house.samples().literate("卓玛", number);
        assertThatThrownBy(() -> literates.restore(first.id())).isInstanceOf(Refused.class).hasMessageContaining(number);
        literates.annul(second.id(), "迁出");
        assertThat(literates.restore(first.id()).voidReason()).isNull();
    }

    @Test
    void aLinkThatLeadsNowhereIsNamed() {
        List<Violation> wrong = refusal(topics(), with(house.samples().topic(), "dispute_id", "01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        assertThat(wrong).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("dispute_id");
            assertThat(violation.sentence()).isEqualTo("「关联纠纷」指向的记录不存在，请重新选择。");
        });
    }

    /** A sheet is taken in row by row within one write; a row refused by the table must not leave its line in the journal. */
    @Test
    void anEntryRefusedInsideALargerWriteLeavesNothing() {
        Dispute dispute = house.samples().dispute();
        house.wiring().registers().together(() -> {
            assertThatThrownBy(() -> house.samples().topic("dispute_id", "01ARZ3NDEKTSV4RRFFQ69G5FAV")).isInstanceOf(Refused.class);
            return house.samples().topic("dispute_id", dispute.id());
        });
        assertThat(topics().list(Query.all(), 10)).hasSize(1);
        assertThat(house.wiring().journal().before(Long.MAX_VALUE, 100)).filteredOn(line -> line.subject().register().equals("topic")).hasSize(1);
        assertThat(house.wiring().journal().firstBrokenLink()).isEmpty();
        assertThat(house.wiring().registers().undo()).hasSize(1);
    }

    @Test
    void aWarningIsOverruledWithAReason() {
        Dispute dispute = house.samples().dispute();
        Register<Dispute> disputes = house.register(Dispute.class);
        Dispute crowd = disputes.shape().with(dispute, Samples.map("people_count", 30L));
        Refused refused = catchThrowableOfType(Refused.class, () -> disputes.save(crowd));
        assertThat(refused.canBeOverruled()).isTrue();
        assertThatThrownBy(() -> disputes.save(crowd, " ")).isInstanceOf(Refused.class);
        assertThat(disputes.save(crowd, "一家三十口").facts().scope().peopleCount()).isEqualTo(30);
        assertThat(house.wiring().journal().of(dispute.id()).get(0).reason()).isEqualTo("一家三十口");
    }

    @Test
    void aReasonDoesNotOverruleWhatIsWrong() {
        Dispute dispute = house.samples().dispute();
        Register<Dispute> disputes = house.register(Dispute.class);
        Dispute wrong = disputes.shape().with(dispute, Samples.map("people_count", 30L, "happen_date", TODAY));
        Refused refused = catchThrowableOfType(Refused.class, () -> disputes.save(wrong, "就要"));
        assertThat(refused.canBeOverruled()).isFalse();
        assertThat(refused.violations()).extracting(Violation::field).containsExactlyInAnyOrder("scale", "happen_date");
    }

    @Test
    void recheckFindsWhatASaveWouldFindAndStoresNothing() {
        Topic topic = house.samples().topic();
        assertThat(topics().recheck(topic)).isEmpty();
        assertThat(topics().recheck(with(topic, "title", " "))).extracting(Violation::field).containsExactly("title");
        assertThat(topics().get(topic.id())).isEqualTo(topic);
    }

    @Test
    void everyFieldIsHeldToWhatItDemands() {
        Topic topic = house.samples().topic();
        Map<String, Object> wrongs = Map.of(
                "title", "x".repeat(101), "content", "响铃\u0007", "proposer", "半个\uD842", "date", TODAY.plusDays(1), "category", "77",
                "area_code", "620623999999", "attendees", -1L, "source", "");
        wrongs.forEach((field, wrong) -> assertThat(refusal(topics(), with(topic, field, wrong))).as(field).singleElement()
                .satisfies(violation -> {
                    assertThat(violation.field()).isEqualTo(field);
                    assertThat(violation.soft()).isFalse();
                    assertThat(violation.sentence()).contains(topics().shape().label(topics().shape().field(field))).doesNotContain("⟦", "{");
                }));
        assertThat(topics().get(topic.id())).isEqualTo(topic);
    }

    @Test
    void aFieldOfTheWrongLevelOfPlaceIsRefused() {
        assertThat(refusal(topics(), with(house.samples().topic(), "area_code", "620623"))).extracting(Violation::field).containsExactly("area_code");
    }

    @Test
    void whatWasRightWhenItWasEnteredMayStay() {
        Topic topic = house.samples().topic("category", "7");
        Register<Code> codes = house.register(Code.class);
        Code category = codes.list(Query.all().is("list", "topic_category").is("code", "7"), 1).get(0);
        codes.save(codes.shape().with(category, Samples.map("valid_to", TODAY.minusDays(1))));
        assertThat(topics().save(titled(topic, "改个名")).proposal().category()).isEqualTo("7");
        assertThat(topics().display().show(topics().shape().field("category"), "7")).isEqualTo(category.label());
        assertThat(refusal(topics(), topics().create(Samples.map("title", "A", "category", "7", "status", "1", "date", TODAY,
                "area_code", TestHouse.VILLAGE, "content", "B", "source", "3")))).extracting(Violation::field).containsExactly("category");
    }

    @Test
    void anEntryThatIsGoneIsNotMadeAgain() {
        Topic topic = house.samples().topic();
        Topic stranger = topics().shape().with(topic, Samples.map("id", "01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        assertThatThrownBy(() -> topics().save(stranger)).isInstanceOf(Refused.class).hasMessageContaining("已不在库中");
        assertThatThrownBy(() -> topics().get("01ARZ3NDEKTSV4RRFFQ69G5FAV")).isInstanceOf(Refused.class).hasMessageContaining("没有找到");
    }

    @Test
    void whatTheHouseFillsInIsThereAfterSaving() {
        Literate literate = house.samples().literate("才让·东智", " " + Samples.idNumber("19800229", 4).toLowerCase(Locale.ROOT));
        assertThat(literate.person().sex()).isEqualTo("2");
        assertThat(literate.person().birthDate()).isEqualTo(LocalDate.of(1980, 2, 29));
        assertThat(literate.person().idNumber()).isEqualTo(Samples.idNumber("19800229", 4));
        assertThat(literate.post().categories()).isEqualTo(Set.of("01"));
    }

    @Test
    void aChildBelongsToItsOwnersPage() {
        Dispute dispute = house.samples().disputeWithParties();
        DisputeParty party = house.samples().parties(dispute, "1").get(0);
        assertThat(house.wiring().registers().childrenOf("dispute")).extracting(Register::name)
                .contains("dispute_party", "dispute_step", "agreement").doesNotContain("agreement_item", "topic");
        assertThat(house.wiring().registers().title("dispute", dispute.id())).isEqualTo("张三与李四邻里纠纷");
        assertThat(house.register(DisputeParty.class).title(party)).isEqualTo("张三");
    }

    @Test
    void titlesFollowTheEntry() {
        Topic topic = house.samples().topic();
        assertThat(house.wiring().registers().title("topic", topic.id())).endsWith("修通三组水渠");
        topics().save(titled(topic, "修路"));
        assertThat(house.wiring().registers().title("topic", topic.id())).endsWith("修路");
    }
}
