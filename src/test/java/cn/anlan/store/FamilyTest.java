package cn.anlan.store;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.AgreementItem;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Children are void with their owner and back with it, each by a line of its own in the Journal, all in one write. */
class FamilyTest {
    private static final List<String> KIN = List.of("dispute_party", "dispute_step", "dispute_activity", "agreement", "agreement_item");

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Register<Dispute> disputes() {
        return house.register(Dispute.class);
    }

    private Map<String, Long> living() {
        Map<String, Long> counts = new HashMap<>();
        KIN.forEach(name -> counts.put(name, house.wiring().registers().named(name).count(Query.all(), 99)));
        return counts;
    }

    private List<Journal.Line> lastStep() {
        return house.wiring().journal().lastStepOf(TestHouse.CLERK);
    }

    @Test
    void childrenAndTheirChildrenBecomeVoidInOneWrite() {
        Dispute dispute = house.samples().disputeAt("06");
        long kin = living().values().stream().mapToLong(Long::longValue).sum();
        disputes().annul(dispute.id(), "重复登记");
        assertThat(living().values()).containsOnly(0L);
        assertThat(lastStep()).hasSize((int) kin + 1)
                .allSatisfy(line -> {
                    assertThat(line.action()).isEqualTo(Journal.Action.VOID);
                    assertThat(line.reason()).isEqualTo("重复登记");
                });
        assertThat(house.wiring().journal().firstBrokenLink()).isEmpty();
    }

    @Test
    void whatAnotherDisputeOwnsIsLeftAlone() {
        Dispute other = house.samples().disputeWithParties();
        Dispute dispute = house.samples().disputeWithParties();
        disputes().annul(dispute.id(), "重复登记");
        assertThat(house.samples().parties(other, "1")).hasSize(1);
        assertThat(house.samples().parties(dispute, "1")).isEmpty();
    }

    @Test
    void restoringBringsBackWhatWentWithItAndNothingElse() {
        Dispute dispute = house.samples().disputeAt("06");
        DisputeParty misheard = house.samples().party(dispute, "3", "王五");
        house.register(DisputeParty.class).annul(misheard.id(), "听错了");
        Map<String, Long> before = living();
        disputes().annul(dispute.id(), "重复登记");
        Dispute back = disputes().restore(dispute.id());
        assertThat(back.voidReason()).isNull();
        assertThat(living()).isEqualTo(before);
        assertThat(house.register(DisputeParty.class).get(misheard.id()).voidReason()).isEqualTo("听错了");
    }

    @Test
    void aChildMayBeVoidAloneAndComeBackAlone() {
        Dispute dispute = house.samples().disputeAt("06");
        Agreement agreement = house.register(Agreement.class).list(Query.all(), 1).get(0);
        house.register(Agreement.class).annul(agreement.id(), "重签");
        assertThat(house.register(AgreementItem.class).count(Query.all(), 9)).isZero();
        assertThat(disputes().get(dispute.id()).voidReason()).isNull();
        house.register(Agreement.class).restore(agreement.id());
        assertThat(house.register(AgreementItem.class).count(Query.all(), 9)).isEqualTo(1);
    }

    @Test
    void underAVoidOwnerNothingIsAddedOrBroughtBack() {
        Dispute dispute = house.samples().disputeWithParties();
        DisputeParty party = house.samples().parties(dispute, "1").get(0);
        disputes().annul(dispute.id(), "重复登记");
        assertThatThrownBy(() -> house.register(DisputeParty.class).restore(party.id())).isInstanceOf(Refused.class)
                .hasMessageContaining("张三与李四邻里纠纷").hasMessageContaining("先恢复它");
        assertThatThrownBy(() -> house.samples().party(dispute, "3", "王五")).isInstanceOf(Refused.class).hasMessageContaining("先恢复它");
        assertThat(house.register(DisputeParty.class).isUnderVoidOwner(house.register(DisputeParty.class).get(party.id()))).isTrue();
        assertThat(disputes().isUnderVoidOwner(dispute)).isFalse();
    }

    @Test
    void undoOfAVoidBringsTheFamilyBackAndAgainTakesItAway() {
        Dispute dispute = house.samples().disputeAt("06");
        Map<String, Long> before = living();
        disputes().annul(dispute.id(), "重复登记");
        house.wiring().registers().undo();
        assertThat(living()).isEqualTo(before);
        assertThat(disputes().get(dispute.id()).voidReason()).isNull();
        house.wiring().registers().undo();
        assertThat(living().values()).containsOnly(0L);
        house.wiring().registers().undo();
        assertThat(living()).isEqualTo(before);
    }

    @Test
    void anEntryChangedTwiceInOneWriteIsPutBackToWhatItWas() {
        Dispute dispute = house.samples().dispute();
        house.wiring().registers().together(() -> {
            Dispute once = disputes().save(disputes().shape().with(dispute, Samples.map("title", "第一次")));
            return disputes().save(disputes().shape().with(once, Samples.map("title", "第二次", "happen_address", "村西头")));
        });
        house.wiring().registers().undo();
        assertThat(disputes().get(dispute.id())).usingRecursiveComparison().ignoringFields("revision").isEqualTo(dispute);
    }

    @Test
    void nothingOfAVoidDisputeIsDue() {
        Dispute dispute = house.samples().disputeAt("06");
        var day = TestHouse.TODAY.plusDays(30);
        assertThat(house.wiring().todo(day)).isNotEmpty();
        disputes().annul(dispute.id(), "重复登记");
        assertThat(house.wiring().todo(day)).isEmpty();
    }

    @Test
    void aVoidDisputeIsFoundByItsPartiesOnlyAmongTheVoid() {
        Dispute dispute = house.samples().disputeWithParties();
        house.samples().party(dispute, "3", "欧阳无双");
        disputes().annul(dispute.id(), "重复登记");
        assertThat(disputes().list(Query.all().finding("欧阳无双"), 9)).isEmpty();
        List<String> found = new ArrayList<>();
        disputes().list(Query.all().lives(Query.Lives.VOID).finding("欧阳无双"), 9).forEach(each -> found.add(each.id()));
        assertThat(found).containsExactly(dispute.id());
    }
}
