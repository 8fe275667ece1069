package cn.anlan.mediation.dossier;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.AgreementItem;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeActivity;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.DisputeStep;
import cn.anlan.mediation.Revisit;
import cn.anlan.mediation.desk.Step;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.TestHouse.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is on the shelf is closed to every door until it is taken down with a reason. */
class LockTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Dispute archived() {
        Dispute dispute = house.samples().disputeAt("04");
        house.samples().move(dispute, Step.AGREE, "agreement", house.samples().written(dispute, TODAY));
        Dispute closed = house.samples().move(dispute, Step.CLOSE, house.samples().closing("1"));
        house.samples().completeDossier(closed);
        return house.samples().move(closed, Step.ARCHIVE, "retention_kind", "2");
    }

    private void closed(ThrowingCallable change) {
        long before = house.wiring().journal().last();
        assertThatThrownBy(change).isInstanceOf(Refused.class).hasMessageContaining("已归档");
        assertThat(house.wiring().journal().last()).isEqualTo(before);
    }

    private <E extends Entry> E any(Class<E> type) {
        return house.register(type).list(Query.all(), 1).get(0);
    }

    private <E extends Entry> void closedEverywhere(Class<E> type, String field, Object value) {
        Register<E> register = house.register(type);
        E entry = any(type);
        closed(() -> register.save(register.shape().with(entry, Samples.map(field, value))));
        closed(() -> register.change(entry.id(), stored -> register.shape().with(stored, Samples.map(field, value))));
        closed(() -> register.annul(entry.id(), "录错"));
    }

    @Test
    void everyRegisterBelowADisputeIsClosed() {
        archived();
        closedEverywhere(Dispute.class, "summary", "改写");
        closedEverywhere(DisputeParty.class, "name", "改名");
        closedEverywhere(DisputeActivity.class, "content", "改写");
        closedEverywhere(Agreement.class, "content", "改写");
        closedEverywhere(AgreementItem.class, "content", "改写");
        closedEverywhere(DisputeStep.class, "note", "改写");
        closedEverywhere(DisputeDocument.class, "note", "改写");
    }

    @Test
    void nothingIsAddedNorScannedInto() {
        Dispute dispute = archived();
        closed(() -> house.samples().party(dispute, "3", "王五"));
        closed(() -> house.wiring().dossiers().mark(dispute.id(), List.of("evidence"), "1", null));
        Register<Revisit> revisits = house.register(Revisit.class);
        closed(() -> revisits.save(revisits.create(Samples.map("dispute_id", dispute.id(), "revisit_date", TODAY, "mode", "2", "revisitor", "马",
                "party", house.samples().parties(dispute, "1").get(0).id(), "content", "好"))));
    }

    @Test
    void aChildIsNotMovedInOrOutOfTheShelf() {
        Dispute dispute = archived();
        Dispute open = house.samples().disputeWithParties();
        Register<DisputeParty> parties = house.register(DisputeParty.class);
        DisputeParty inside = house.samples().parties(dispute, "1").get(0);
        DisputeParty outside = house.samples().parties(open, "1").get(0);
        closed(() -> parties.save(parties.shape().with(inside, Samples.map("dispute_id", open.id()))));
        closed(() -> parties.save(parties.shape().with(outside, Samples.map("dispute_id", dispute.id()))));
    }

    @Test
    void archivingIsNotTakenBackByUndo() {
        archived();
        closed(() -> house.wiring().registers().undo());
    }

    @Test
    void whatIsTakenDownWithAReasonIsOpenAgain() {
        Dispute dispute = archived();
        assertThatThrownBy(() -> house.samples().move(dispute, Step.REOPEN)).isInstanceOf(Refused.class).hasMessageContaining("原因");
        house.samples().move(dispute, Step.REOPEN, "reason", "补正笔录");
        house.samples().party(dispute, "3", "王五");
        assertThat(house.samples().move(dispute, Step.ARCHIVE, "retention_kind", "2").registration().stage()).isEqualTo("30");
    }

    @Test
    void otherDisputesAreNotClosed() {
        archived();
        Dispute open = house.samples().disputeWithParties();
        assertThat(house.samples().party(open, "2", "赵六").who().name()).isEqualTo("赵六");
    }
}
