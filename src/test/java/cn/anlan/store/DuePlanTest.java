package cn.anlan.store;

import cn.anlan.TestHouse;
import cn.anlan.entry.Entry;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.Referral;
import cn.anlan.mediation.deadline.DisputeDues;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.TestHouse.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

/** How SQLite finds what is due among many disputes long on the shelf: along an index that holds the open ones only, whether or not it has counted. */
class DuePlanTest {
    private static final int SHELVED = 3_000;

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @BeforeEach
    void aFullShelf() {
        Dispute archived = house.samples().disputeAt("30");
        house.samples().disputeAt("03");
        String columns = String.join(", ", house.register(Dispute.class).shape().fields().stream().map(field -> field.name()).skip(1)
                .filter(name -> !name.equals("case_code") && !name.equals("case_no")).toList());
        house.wiring().database().write(() -> house.wiring().database().inWrite(session -> session.run(
                "INSERT INTO dispute (id, " + columns + ", change_no) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                + " SELECT printf('01SHELVED%017d', i), " + columns + ", change_no FROM dispute, n WHERE id = ?", SHELVED, archived.id())));
    }

    @Test
    void onlyOpenDisputesAreLookedAt() {
        assertThat(plan(Dispute.class, DisputeDues.open("03"))).contains("dispute_open");
        assertThat(plan(Dispute.class, DisputeDues.toFile(TODAY))).contains("dispute_open");
        assertThat(plan(Agreement.class, court())).contains("agreement_effective_date");
        assertThat(plan(Referral.class, DisputeDues.unanswered(TODAY))).contains("referral_unanswered");
        assertThat(house.wiring().todo(TODAY.plusDays(40))).hasSize(1);
    }

    @Test
    void thatHoldsAfterTheStoreHasCountedItsRows() {
        house.wiring().database().write(() -> house.wiring().database().inWrite(session -> {
            session.execute("ANALYZE");
            return SHELVED;
        }));
        house.reopen();
        assertThat(plan(Dispute.class, DisputeDues.open("03"))).contains("dispute_open");
        assertThat(plan(Dispute.class, DisputeDues.toFile(TODAY))).contains("dispute_open");
        assertThat(plan(Agreement.class, court())).contains("agreement_effective_date");
    }

    private Query court() {
        return DisputeDues.forCourt(house.wiring().deadlines().rule("court", TODAY).orElseThrow(), TODAY);
    }

    private <E extends Entry> String plan(Class<E> type, Query query) {
        Register<E> register = house.register(type);
        org.jooq.Query statement = register.table().scan(register.condition(query), query);
        List<String> steps = house.wiring().database().read(session -> session.all(row -> row.getString(4),
                "EXPLAIN QUERY PLAN " + statement.getSQL(), statement.getBindValues().toArray()));
        return String.join("; ", steps);
    }
}
