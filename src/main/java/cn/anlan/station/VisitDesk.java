package cn.anlan.station;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The counter of a service point (来访接待台): a visit that turns out to be a quarrel is handed over to mediation, entered once. */
public final class VisitDesk {
    /** Service kind 人民调解. */
    private static final String MEDIATION = "3";
    /** Result 转调解. */
    private static final String SENT_TO_MEDIATION = "2";
    private static final String DONE = "3";
    private static final int TITLE = 30;
    private static final int SUMMARY = 1000;

    private final Registers registers;
    private final Register<ServiceVisit> visits;
    private final BiFunction<Map<String, @Nullable Object>, Map<String, @Nullable Object>, String> beginDispute;

    /** {@code beginDispute} enters a dispute and its applicant from field values and answers the dispute's id. */
    public VisitDesk(Registers registers, BiFunction<Map<String, @Nullable Object>, Map<String, @Nullable Object>, String> beginDispute) {
        this.registers = registers;
        this.visits = registers.of(ServiceVisit.class);
        this.beginDispute = beginDispute;
    }

    /** Whether a visit asks for mediation and has not been handed over yet. */
    public boolean canBecomeDispute(ServiceVisit visit) {
        return visit.voidReason() == null && visit.matter().serviceKind().equals(MEDIATION) && visit.result().disputeId() == null;
    }

    /** Enters a dispute of what the visitor told and closes the visit with a link to it; the stored visit. One write. */
    public ServiceVisit toDispute(String visitId) {
        return registers.together(() -> {
            ServiceVisit visit = visits.get(visitId);
            if (!canBecomeDispute(visit)) {
                throw Refused.of("station.refused.not_for_mediation");
            }
            if (visit.visitor().visitorName() == null) {
                throw Refused.field("visitor_name", "station.refused.nameless_applicant");
            }
            String disputeId = beginDispute.apply(dispute(visit), applicant(visit));
            LocalDate day = visit.reception().visitDt().toLocalDate();
            var result = visit.result().withDisputeId(disputeId).withResult(SENT_TO_MEDIATION).withDoneDate(day);
            return visits.save(visit.withResult(result).withReception(visit.reception().withStatus(DONE)));
        });
    }

    private Map<String, @Nullable Object> dispute(ServiceVisit visit) {
        String question = visit.matter().question();
        LocalDate day = visit.reception().visitDt().toLocalDate();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("title", title(question));
        values.put("area_code", registers.of(ServicePoint.class).get(visit.reception().pointId()).point().areaCode());
        values.put("register_date", day);
        values.put("happen_date", day);
        values.put("summary", summary(question));
        return values;
    }

    /** So many characters, rare ones too, in one line. */
    private static String title(String question) {
        return question.replaceAll("\\s+", " ").codePoints().limit(TITLE).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString().strip();
    }

    /** As much as the summary holds, cut between two characters. */
    private static String summary(String question) {
        if (question.length() <= SUMMARY) {
            return question;
        }
        return question.substring(0, Character.isHighSurrogate(question.charAt(SUMMARY - 1)) ? SUMMARY - 1 : SUMMARY);
    }

    private static Map<String, @Nullable Object> applicant(ServiceVisit visit) {
        var visitor = visit.visitor();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("name", visitor.visitorName());
        values.put("sex", visitor.sex());
        values.put("ethnic", visitor.ethnic());
        values.put("phone", visitor.phone() == null && visitor.address() == null ? Text.of("station.no_phone") : visitor.phone());
        values.put("address", visitor.address());
        return values;
    }
}
