package cn.anlan.kit;

import cn.anlan.entry.Text;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.reference.ResidentIdNumber;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A few disputes as a clerk might have entered them, for the pages of the kit to show. */
public final class Cases {
    private static final String[] TYPES = {"03", "01", "02", "04", "02"};
    private static final String[] RISKS = {"3", "4", "3"};

    private final TestOffice desk;

    public Cases(TestOffice desk) {
        this.desk = desk;
    }

    /** So many disputes, one a day backwards from today; all in one write. */
    public void disputes(int number) {
        desk.house.registers().together(() -> {
            for (int i = number - 1; i >= 0; i--) {
                dispute(i);
            }
            return number;
        });
    }

    public Dispute dispute(int i) {
        return desk.stored(Dispute.class, values(i));
    }

    /** What stands in the i-th dispute. */
    public static Map<String, @Nullable Object> values(int i) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("title", Text.of("trial.title." + i % 5));
        values.put("stage", "02");
        values.put("register_date", TestOffice.TODAY.minusDays(i % 300));
        values.put("area_code", TestOffice.TOWN);
        values.put("source_code", "2");
        values.put("type_sf", TYPES[i % 5]);
        values.put("happen_date", TestOffice.TODAY.minusDays(i % 300 + 3));
        values.put("happen_address", Text.of("trial.address"));
        values.put("summary", Text.of("trial.summary"));
        values.put("claims", Text.of("trial.claims"));
        values.put("scale", "01");
        values.put("people_count", 2L + i % 3);
        values.put("amount_fen", 50_000L * (i % 4));
        values.put("risk_level", RISKS[i % 3]);
        return values;
    }

    /** A party of a dispute with a well-formed number. */
    public DisputeParty party(Dispute dispute, int i) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("dispute_id", dispute.id());
        values.put("role", i == 0 ? "1" : "2");
        values.put("kind", "1");
        values.put("name", Text.of("trial.person." + i % 3));
        values.put("id_type", "111");
        values.put("id_number", "62062319900101001" + ResidentIdNumber.check("62062319900101001"));
        values.put("phone", "1380000567" + i % 10);
        values.put("address", Text.of("trial.address"));
        return desk.stored(DisputeParty.class, values);
    }

    public Agreement agreement(Dispute dispute) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("dispute_id", dispute.id());
        values.put("form", "1");
        values.put("agreement_no", "2026-001");
        values.put("sign_date", TestOffice.TODAY);
        values.put("facts", Text.of("trial.summary"));
        values.put("content", Text.of("trial.claims"));
        values.put("dispute_points", Text.of("trial.claims"));
        values.put("perform_mode", Text.of("trial.feeling"));
        values.put("perform_deadline", TestOffice.TODAY.plusDays(30));
        return desk.stored(Agreement.class, values);
    }
}
