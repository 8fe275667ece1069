package cn.anlan.mediation.desk;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.Mediator;
import cn.anlan.mediation.QuickCase;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a whole case of a quarrel settled at the doorstep (简易纠纷登记): every step the desk knows, under every guard it has. */
final class QuickEntry {
    /** Until when a promise is kept when nobody said until when. */
    private static final int USUAL_DAYS = 30;
    private static final int CROWD = 10;
    private static final int TITLE = 100;
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Registers registers;
    private final MediationDesk desk;
    private final Clock clock;

    /** The clock's zone is the office's. */
    QuickEntry(Registers registers, MediationDesk desk, Clock clock) {
        this.registers = registers;
        this.desk = desk;
        this.clock = clock;
    }

    /** Inside a write; {@code links} leads from other disputes to how they belong here. Throws {@link Refused} naming the fields of the screen. */
    Dispute enter(QuickCase typed, Map<String, String> links, @Nullable String reason) {
        List<Violation> wrong = registers.sheet(QuickCase.class).check(typed);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        Side applicant = Side.of(typed.sides().applicant());
        Side respondent = Side.of(typed.sides().respondent());
        Register<Dispute> disputes = registers.of(Dispute.class);
        Dispute draft = disputes.save(disputes.create(draft(typed, applicant, respondent)), reason);
        party(draft, "1", applicant, "applicant");
        party(draft, "2", respondent, "respondent");
        links.forEach((other, kind) -> desk.link(draft.id(), other, kind));
        Mediator mediator = registers.of(Mediator.class).get(typed.handling().leadMediatorId());
        take(draft, Step.REGISTER, reason, Map.of());
        take(draft, Step.ACCEPT, reason, Map.of("accept_date", day(typed), "consent_applicant", true, "consent_respondent", true,
                "committee_id", mediator.post().committeeId(), "lead_mediator_id", mediator.id(), "series", CaseNumbers.ORAL));
        take(draft, Step.RECORD, reason, Map.of("dispute_activity", session(typed, mediator)));
        Dispute agreed = take(draft, Step.AGREE, reason, Map.of("agreement", agreement(typed)));
        return typed.handling().onTheSpot() ? take(draft, Step.CLOSE, reason, Map.of("close_date", day(typed), "close_result", "1", "difficulty", "1",
                "resolve_mode", "01", "result_text", Objects.requireNonNullElse(typed.account().resultText(), shortened(typed.account().content())))) : agreed;
    }

    private Dispute take(Dispute dispute, Step step, @Nullable String reason, Map<String, ? extends @Nullable Object> facts) {
        Map<String, @Nullable Object> given = new HashMap<>(facts);
        given.put("reason", reason);
        return desk.move(dispute.id(), step, given);
    }

    private static String day(QuickCase typed) {
        return typed.matter().date().toString();
    }

    private Map<String, @Nullable Object> draft(QuickCase typed, Side applicant, Side respondent) {
        var matter = typed.matter();
        String type = registers.show(registers.of(Dispute.class).shape().field("type_sf"), matter.typeSf());
        String title = Text.of("mediation.quick.title", applicant.name(), respondent.name(), type);
        boolean crowd = typed.sides().peopleCount() >= CROWD;
        Map<String, @Nullable Object> values = new HashMap<>(Map.of("title", title.length() <= TITLE ? title : title.substring(0, TITLE), "stage", "01",
                "register_date", matter.date(), "happen_date", matter.date(), "area_code", matter.areaCode(),
                "happen_address", registers.places().path(matter.areaCode()), "source_code", "1", "type_sf", matter.typeSf(), "risk_level", "3",
                "summary", typed.account().summary()));
        values.put("scale", crowd ? "02" : "01");
        values.put("people_count", (long) typed.sides().peopleCount());
        values.put("amount_fen", typed.handling().amountFen());
        return values;
    }

    /** What is wrong with a party is wrong with the box it was typed into. */
    private void party(Dispute draft, String role, Side side, String box) {
        Register<DisputeParty> parties = registers.of(DisputeParty.class);
        Map<String, @Nullable Object> values = new HashMap<>(Map.of("dispute_id", draft.id(), "role", role, "name", side.name(), "phone",
                side.phone().isEmpty() ? Text.of("mediation.quick.no_phone") : side.phone()));
        values.put("kind", side.isOrganisation() ? "2" : "1");
        if (side.isOrganisation()) {
            values.put("no_id_reason", Text.of("mediation.quick.not_asked"));
            values.put("legal_rep", Text.of("mediation.quick.not_asked"));
        } else {
            values.put("id_type", "111");
        }
        try {
            parties.save(parties.create(values));
        } catch (Refused refused) {
            throw new Refused(refused.violations().stream().map(violation -> new Violation(box, violation.sentence(), violation.soft())).toList());
        }
    }

    private Map<String, @Nullable Object> session(QuickCase typed, Mediator mediator) {
        LocalDate day = typed.matter().date();
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime begun = day.equals(now.toLocalDate()) ? now : day.atTime(MORNING);
        return new HashMap<>(Map.of("kind", "2", "start_dt", begun.toString(), "place", shortened(registers.places().path(typed.matter().areaCode())),
                "host_mediator_id", mediator.id(), "recorder", mediator.person().name(), "told_rights", true, "content", typed.account().summary(),
                "outcome", "1"));
    }

    private static Map<String, @Nullable Object> agreement(QuickCase typed) {
        var handling = typed.handling();
        LocalDate day = typed.matter().date();
        LocalDate kept = handling.onTheSpot() ? day : Objects.requireNonNullElse(handling.performDeadline(), day.plusDays(USUAL_DAYS));
        Map<String, @Nullable Object> values = new HashMap<>(Map.of("form", CaseNumbers.ORAL, "sign_date", day.toString(),
                "facts", typed.account().summary(), "content", typed.account().content(), "perform_deadline", kept.toString(),
                "perform_mode", Text.of(handling.onTheSpot() ? "mediation.quick.on_the_spot" : "mediation.quick.later"),
                "parties_signed", true, "mediator_signed", true));
        values.put("total_amount_fen", handling.amountFen() == null ? null : handling.amountFen().toString());
        return values;
    }

    private static String shortened(String text) {
        return text.length() <= TITLE ? text : text.substring(0, TITLE);
    }
}
