package cn.anlan.app.sample;

import cn.anlan.app.Wiring;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.desk.Step;
import cn.anlan.mediation.dossier.Checklist;
import cn.anlan.store.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static cn.anlan.app.sample.SampleRosters.values;

/** The sample's disputes (样例纠纷): entered, and moved step by step as far as each got, by the desk and under its guards. */
final class SampleCases {
    private static final List<String> TYPES = List.of("01", "02", "02", "02", "03", "04", "04", "05", "06", "06", "07", "07", "08", "09",
            "1001", "1103", "13", "14", "99");
    /** What was closed longer ago than this many days is on the shelf. */
    private static final int LONG_CLOSED = 28;
    private static final Set<String> AGAINST_COMPANY = Set.of("08", "09", "1001", "1103", "14");

    /** How far a case got, by the share of cases that end there. */
    private enum Fate {
        DRAFT(4), REGISTERED(4), NOT_ACCEPTED(3), ACCEPTED(5), MEDIATING(6), FAILED(7), WITHDRAWN(3), REFERRED(3), PERFORMING(10), CLOSED(25), ARCHIVED(30);

        private final int share;

        Fate(int share) {
            this.share = share;
        }

        private boolean isOpen() {
            return this == DRAFT || this == REGISTERED || this == ACCEPTED || this == MEDIATING || this == PERFORMING;
        }
    }

    private final Wiring house;
    private final Words words;
    private final LocalDate today;
    private final Register<Dispute> disputes;
    private final Register<DisputeParty> parties;

    SampleCases(Wiring house, Words words, LocalDate today) {
        this.house = house;
        this.words = words;
        this.today = today;
        this.disputes = house.registers().of(Dispute.class);
        this.parties = house.registers().of(DisputeParty.class);
    }

    private record Case(String id, LocalDate registered, String applicant, String respondent, Sample.Seat seat, long amountFen, boolean fromPolice) {}

    void make(Sample.Seat seat) {
        Fate fate = fate();
        Case made = enter(seat, fate.isOpen() ? words.number(1, 20) : fate == Fate.CLOSED ? words.number(40, 54) : words.number(40, 330));
        if (fate == Fate.DRAFT) {
            return;
        }
        move(made, Step.REGISTER, values());
        switch (fate) {
            case REGISTERED, DRAFT -> { }
            case NOT_ACCEPTED -> {
                move(made, Step.NOT_ACCEPT, values("not_accept_reason", "1", "end_date", made.registered.plusDays(1)));
                close(made, "6", made.registered.plusDays(2));
            }
            case REFERRED -> {
                move(made, Step.REFER, values("refer_target_org", words.text("refer_to", house.places().name(seat.village().code().substring(0, 9)), ""),
                        "refer_reason", words.text("refer_reason"), "refer_date", made.registered.plusDays(2)));
                answer(made, made.registered.plusDays(8));
                close(made, "5", made.registered.plusDays(9));
            }
            default -> mediate(made, fate);
        }
    }

    private Fate fate() {
        int draw = words.number(1, 100);
        for (Fate fate : Fate.values()) {
            draw -= fate.share;
            if (draw <= 0) {
                return fate;
            }
        }
        return Fate.ARCHIVED;
    }

    private Case enter(Sample.Seat seat, int daysAgo) {
        LocalDate registered = today.minusDays(daysAgo);
        String type = words.oneOf(TYPES);
        Words.Person applicant = words.person(today);
        Words.Person respondent = words.person(today);
        String other = AGAINST_COMPANY.contains(type) ? words.one("companies") : respondent.name();
        String typeName = house.codes().label("dispute_type_sf", type);
        long amount = words.chance(70) ? words.number(2, 400) * 10_000L : 0;
        boolean fromPolice = words.chance(8);
        Map<String, @Nullable Object> dispute = values(
                "title", words.text("title", applicant.name(), other).replace("{2}", typeName), "stage", "01", "register_date", registered,
                "area_code", seat.village().code(), "source_code", fromPolice ? "33" : words.chance(55) ? "1" : "2", "type_sf", type,
                "happen_date", registered.minusDays(words.number(0, 6)), "happen_address", words.text("address", seat.village().name(), words.number(1, 8)).replace("{2}", "" + words.number(1, 60)),
                "summary", words.text("type." + type, applicant.name(), other), "claims", words.text("claims"), "scale", "01",
                "people_count", (long) words.number(2, 6), "amount_fen", amount, "risk_level", words.chance(80) ? "3" : "4");
        if (fromPolice) {
            dispute.putAll(values("referred_from_org", house.places().name(seat.village().code().substring(0, 9)), "referred_from_doc_no", "2026-" + words.number(1, 99)));
        }
        Dispute stored = disputes.save(disputes.create(dispute));
        String first = party(stored.id(), "1", applicant, seat);
        String second = AGAINST_COMPANY.contains(type) ? company(stored.id(), other, respondent, seat) : party(stored.id(), "2", respondent, seat);
        return new Case(stored.id(), registered, first, second, seat, amount, fromPolice);
    }

    private String party(String disputeId, String role, Words.Person person, Sample.Seat seat) {
        return parties.save(parties.create(values("dispute_id", disputeId, "role", role, "kind", "1", "name", person.name(), "id_type", "111",
                "id_number", person.idNumber(), "ethnic", person.ethnic(), "phone", person.phone(),
                "address", house.places().path(seat.village().code()), "party_class", "1"))).id();
    }

    private String company(String disputeId, String name, Words.Person head, Sample.Seat seat) {
        return parties.save(parties.create(values("dispute_id", disputeId, "role", "2", "kind", "2", "name", name, "uscc", "91350100M000100Y43",
                "legal_rep", head.name(), "phone", head.phone(), "address", house.places().path(seat.village().code())))).id();
    }

    private void mediate(Case made, Fate fate) {
        LocalDate accepted = made.registered.plusDays(fate.isOpen() ? 0 : 1);
        move(made, Step.ACCEPT, values("accept_date", accepted.toString(), "consent_applicant", true, "consent_respondent", true,
                "committee_id", made.seat.committeeId(), "lead_mediator_id", made.seat.mediatorId()));
        if (fate == Fate.ACCEPTED) {
            return;
        }
        LocalDate met = accepted.plusDays(fate.isOpen() ? 0 : words.number(1, 12));
        move(made, Step.RECORD, values("dispute_activity", values("kind", "2", "start_dt", met + "T09:30", "place", words.text("place", made.seat.village().name(), ""),
                "host_mediator_id", made.seat.mediatorId(), "recorder", made.seat.mediator(), "told_rights", true, "content", words.text("record"),
                "outcome", fate == Fate.MEDIATING ? "3" : fate == Fate.FAILED || fate == Fate.WITHDRAWN ? "2" : "1")));
        switch (fate) {
            case MEDIATING -> { }
            case FAILED -> {
                move(made, Step.FAIL, values("fail_reason", "2", "told_other_remedies", true, "end_date", met.plusDays(6).toString()));
                close(made, "3", met.plusDays(8));
            }
            case WITHDRAWN -> {
                move(made, Step.WITHDRAW, values("withdrawn_by", "1", "end_date", met.plusDays(3).toString()));
                close(made, "4", met.plusDays(4));
            }
            default -> agree(made, fate, met);
        }
    }

    private void agree(Case made, Fate fate, LocalDate met) {
        boolean written = made.amountFen > 0;
        LocalDate due = met.plusDays(fate == Fate.PERFORMING ? words.number(5, 25) : 10);
        Map<String, @Nullable Object> agreement = values("form", written ? "1" : "2", "sign_date", met.toString(), "facts", words.text("points"),
                "dispute_points", words.text("points"), "content", words.text("agree", made.seat.mediator(), made.seat.village().name()), "perform_mode", words.text("mode"),
                "perform_deadline", due.toString(), "parties_signed", true, "mediator_signed", true, "sealed", written, "copies", 3);
        if (written) {
            Map<String, @Nullable Object> item = values("debtor_party", made.respondent, "creditor_party", made.applicant, "kind", "1",
                    "amount_fen", made.amountFen, "due_date", due.toString());
            if (fate != Fate.PERFORMING) {
                item.putAll(values("done_date", met.plusDays(3).toString(), "done_amount_fen", made.amountFen, "evidence", "1"));
            }
            agreement.putAll(values("total_amount_fen", made.amountFen, "agreement_item", List.of(item)));
        }
        move(made, Step.AGREE, values("agreement", agreement));
        if (fate == Fate.PERFORMING) {
            return;
        }
        if (disputes.get(made.id).registration().stage().equals("06")) {
            move(made, Step.PERFORMED, values("revisit", values("revisit_date", due.toString(), "party", made.applicant, "mode", "2",
                    "revisitor", made.seat.mediator(), "perform_state", "1", "satisfaction", "1", "content", words.text("revisit"))));
        }
        close(made, "1", due.plusDays(2));
        if (fate == Fate.CLOSED) {
            print(made);
        } else if (fate == Fate.ARCHIVED) {
            file(made, due.plusDays(10));
        }
    }

    /** The other office has told what came of it. */
    private void answer(Case made, LocalDate day) {
        move(made, Step.FEEDBACK, values("referral", values("feedback_date", day.toString(), "feedback", words.text("feedback"))));
    }

    private void file(Case made, LocalDate day) {
        bind(made);
        move(made, Step.ARCHIVE, values("retention_kind", made.amountFen > 0 ? "2" : "1", "archive_date", day.toString()));
    }

    /** Closed, and on the way to the shelf: the record of the case is signed, in some the rest is printed too. */
    private void print(Case made) {
        house.dossiers().mark(made.id, List.of(made.amountFen > 0 ? "agreement" : "oral_agreement"), "2", null);
        if (made.registered.getDayOfMonth() % 3 == 0) {
            house.dossiers().printMissing(made.id);
        }
    }

    /** Every paper the dossier needs is signed, in its place, its pages numbered. */
    private void bind(Case made) {
        var checklist = house.dossiers().checklist();
        house.dossiers().mark(made.id, checklist.of(disputes.get(made.id)).stream().filter(Checklist.Line::isMissing).map(Checklist.Line::kind).toList(),
                "2", null);
        house.dossiers().numberAll(made.id);
    }

    private void close(Case made, String result, LocalDate day) {
        Map<String, @Nullable Object> closing = values("close_date", day.toString(), "close_result", result);
        if (!Set.of("5", "6").contains(result)) {
            closing.putAll(values("difficulty", words.chance(80) ? "1" : words.chance(70) ? "2" : "3", "resolve_mode", "01",
                    "result_text", words.text(result.equals("1") ? "result" : "result_failed")));
        }
        move(made, Step.CLOSE, closing);
        if (made.fromPolice) {
            answer(made, day);
        }
        if (!result.equals("1") && day.isBefore(today.minusDays(LONG_CLOSED))) {
            file(made, day.plusDays(10));
        }
    }

    private void move(Case made, Step step, Map<String, @Nullable Object> facts) {
        house.mediation().move(made.id, step, facts);
    }
}
