package cn.anlan.scenario;

import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.AgreementItem;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.desk.Step;
import cn.anlan.reference.Code;
import cn.anlan.store.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

import static cn.anlan.Samples.map;

/** A hurried desk: takes disputes over any step that is open to them, with facts as a clerk might type them, some days later each time. */
final class RandomWalk {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    private final TestHouse house;
    private final Random random;
    private final List<String> types;
    private final String mediator;
    private final String committee;
    private final Map<Step, Integer> tried = new EnumMap<>(Step.class);
    private LocalDate day = FIRST;

    RandomWalk(TestHouse house, long seed) {
        this.house = house;
        this.random = new Random(seed);
        this.types = house.wiring().codes().choices("dispute_type_sf", TestHouse.TODAY).stream().map(Code::code).toList();
        var someone = house.samples().mediator("start_date", LocalDate.of(2020, 1, 1));
        this.mediator = someone.id();
        this.committee = someone.post().committeeId();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String any(String... of) {
        return of[random.nextInt(of.length)];
    }

    /** Enters a dispute and takes up to so many steps; a refused one counts, and changes nothing. */
    void walk(int steps) {
        day = FIRST.plusDays(random.nextInt(200));
        house.comes(day);
        String source = any("1", "2", "2", "33");
        Dispute dispute = house.samples().disputeWithParties("register_date", day, "happen_date", day, "type_sf", types.get(random.nextInt(types.size())),
                "source_code", source, "referred_from_org", source.equals("33") ? "派出所" : null, "referred_from_doc_no", source.equals("33") ? "1 号" : null,
                "amount_fen", chance(50) ? (long) random.nextInt(5_000_000) : null, "people_count", 2L + random.nextInt(7));
        for (int i = 0; i < steps; i++) {
            dispute = step(dispute);
            if (day.isBefore(TestHouse.TODAY.minusDays(20))) {
                day = day.plusDays(random.nextInt(12));
                house.comes(day);
            }
        }
        house.comes(TestHouse.TODAY);
    }

    private Dispute step(Dispute dispute) {
        List<Step> open = new ArrayList<>(house.wiring().mediation().open(dispute));
        Step seldom = open.stream().min(Comparator.comparing(one -> tried.getOrDefault(one, 0))).orElseThrow();
        Step step = chance(50) ? seldom : open.get(random.nextInt(open.size()));
        tried.merge(step, 1, Integer::sum);
        before(step, dispute);
        Dispute now = house.register(Dispute.class).get(dispute.id());
        try {
            return house.samples().move(now, step, facts(step, now));
        } catch (Refused notThisWay) {
            Dispute after = house.register(Dispute.class).get(dispute.id());
            if (!after.equals(now)) {
                throw new AssertionError("a refused step changed the dispute: " + step, notThisWay);
            }
            return now;
        }
    }

    /** What a clerk does first: papers are signed, some of what is owed is paid, somebody is urged. */
    private void before(Step step, Dispute dispute) {
        if (step == Step.ARCHIVE && chance(80)) {
            house.samples().completeDossier(dispute);
        } else if (step == Step.PERFORMED && chance(70)) {
            var items = house.register(AgreementItem.class);
            for (AgreementItem item : items.list(Query.all(), 1_000)) {
                boolean ours = house.samples().parties(dispute, "2").stream().map(DisputeParty::id).anyMatch(item.duty().debtorParty()::equals);
                if (ours && item.performed().doneDate() == null) {
                    items.save(items.shape().with(item, map("done_date", day, "done_amount_fen", item.duty().amountFen())));
                }
            }
        }
    }

    private Map<String, @Nullable Object> work(@Nullable Object... pairs) {
        Map<String, @Nullable Object> work = map("start_dt", day + "T08:30", "place", "村委会", "host_mediator_id", mediator, "recorder", "马调解",
                "told_rights", true, "content", "双方各述一遍");
        work.putAll(map(pairs));
        return work;
    }

    private Map<String, @Nullable Object> facts(Step step, Dispute dispute) {
        return switch (step) {
            case REGISTER, RESUME -> map();
            case NOT_ACCEPT -> map("not_accept_reason", any("1", "2", "3", "4", "9"));
            case ACCEPT -> map("consent_applicant", true, "consent_respondent", chance(90), "committee_id", committee, "lead_mediator_id", mediator, "series",
                    any("1", "2"));
            case RECORD -> map("dispute_activity", chance(70) ? work("kind", "2", "outcome", any("1", "2", "3")) : work("kind", any("1", "4", "9"),
                    "inquiree_name", "王五"));
            case EXTEND -> map("extend_to", day.plusDays(random.nextInt(60)).toString(), "extend_consent", chance(80));
            case AGREE -> map("agreement", agreement(dispute));
            case FAIL -> map("fail_reason", any("1", "2", "4"), "told_other_remedies", chance(90));
            case WITHDRAW -> map("withdrawn_by", any("1", "2", "3"));
            case REFER -> map("refer_target_org", "县自然资源局", "refer_reason", "确权", "note", "移 1 号");
            case FEEDBACK -> map("referral", map("feedback", "已办理"));
            case REFER_BACK, REOPEN -> map("reason", chance(80) ? "办不了" : null);
            case PERFORMED -> map("revisit", chance(70) ? map("party", house.samples().parties(dispute, "1").get(0).id(), "mode", "2", "revisitor",
                    "马调解", "perform_state", "1", "content", "已付清") : null, "reason", chance(30) ? "已收条为证" : null);
            case URGE -> map("dispute_activity", work());
            case BREACH -> map("reason", chance(50) ? "明确反悔" : null);
            case COURT_APPLY -> map("reason", chance(50) ? "只约定补偿" : null, "court_confirmation", map("court", "天祝县人民法院", "joint", chance(90),
                    "has_property", chance(50)));
            case COURT_ACCEPT -> map("court_confirmation", map("court_no", "1 号"));
            case COURT_RULE -> map("court_confirmation", map("result", any("1", "2", "3", "4")));
            case COURT_WITHDRAW -> map("court_confirmation", map());
            case SUPERVISE -> map("supervise_level", any("0", "1", "2"), "leader", "张镇长", "reason", chance(50) ? "化解" : null);
            case ESCALATE -> map("escalation", map("to_level", any("1", "2", "3"), "report_dt", day + "T08:30", "reported_to", "派出所", "report_way", "1",
                    "signs", "扬言报复", "leader", "张镇长", "resp_org", "司法所", "resp_person", "李所长"));
            case CLOSE -> closing(dispute.registration().stage());
            case ARCHIVE -> map("retention_kind", any("1", "2", "3"));
        };
    }

    private Map<String, @Nullable Object> closing(String stage) {
        String result = switch (stage) {
            case "07" -> "1";
            case "08" -> "2";
            case "10" -> "6";
            case "11" -> "3";
            case "12" -> "4";
            default -> "5";
        };
        boolean mediated = !List.of("10", "13").contains(stage);
        return mediated ? map("close_result", result, "difficulty", any("1", "2", "3", "4"), "resolve_mode", "01", "result_text", "已结",
                "breach_outcome", stage.equals("08") ? any("1", "2", "9") : null) : map("close_result", result);
    }

    private Map<String, @Nullable Object> agreement(Dispute dispute) {
        if (chance(40)) {
            return house.samples().oral("sign_date", day.toString(), "perform_deadline", day.plusDays(chance(50) ? 0 : random.nextInt(40)).toString());
        }
        Map<String, @Nullable Object> agreement = house.samples().written(dispute, chance(30) ? day : null);
        LocalDate until = day.plusDays(random.nextInt(40));
        agreement.putAll(map("sign_date", day.toString(), "perform_deadline", until.toString(), "sealed", chance(90)));
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        if (agreement.get("agreement_item") instanceof List<?> many) {
            for (Object one : many) {
                Map<String, @Nullable Object> item = map("due_date", until.toString());
                ((Map<?, ?>) one).forEach((name, value) -> item.putIfAbsent(String.valueOf(name), value));
                items.add(item);
            }
        }
        agreement.put("agreement_item", items);
        return agreement;
    }
}
