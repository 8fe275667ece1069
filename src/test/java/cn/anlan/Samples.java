package cn.anlan;

import cn.anlan.community.AnalysisMeeting;
import cn.anlan.community.Topic;
import cn.anlan.entry.Entry;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.Mediator;
import cn.anlan.mediation.desk.Step;
import cn.anlan.mediation.dossier.Checklist;
import cn.anlan.reference.ResidentIdNumber;
import cn.anlan.roster.Literate;
import cn.anlan.station.Adviser;
import cn.anlan.station.ServicePoint;
import cn.anlan.station.ServiceVisit;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.village.Village;
import cn.anlan.village.VillageTitle;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static cn.anlan.TestHouse.TODAY;
import static cn.anlan.TestHouse.TOWN;
import static cn.anlan.TestHouse.VILLAGE;

/** Valid entries of every register, stored in a {@link TestHouse}; pairs of name and value say where one differs from the ordinary. */
public final class Samples {
    private final TestHouse house;

    Samples(TestHouse house) {
        this.house = house;
    }

    /** Names and values, one after the other. */
    public static Map<String, @Nullable Object> map(@Nullable Object... pairs) {
        Map<String, @Nullable Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** A right ID number of the county. */
    public static String idNumber(String birth, int serial) {
        String seventeen = "620623" + birth + String.format("%03d", serial);
        return seventeen + ResidentIdNumber.check(seventeen);
    }

    private <E extends Entry> E save(Class<E> type, Map<String, @Nullable Object> ordinary, @Nullable Object... pairs) {
        ordinary.putAll(map(pairs));
        Register<E> register = house.register(type);
        return register.save(register.create(ordinary));
    }

    private <E extends Entry> String anyId(Class<E> type) {
        return house.register(type).list(Query.all(), 1).stream().map(Entry::id).findFirst().orElse("");
    }

    public Committee committee(@Nullable Object... pairs) {
        return save(Committee.class, map("name", "华藏寺镇人民调解委员会", "kind", "3", "area_code", TOWN, "short_name", "天华",
                "director", "李主任", "member_count", 5L, "has_female", true, "minority_member", true), pairs);
    }

    /** Of the committee there is, or of a new one. */
    public Mediator mediator(@Nullable Object... pairs) {
        String committee = anyId(Committee.class);
        return save(Mediator.class, map("name", "马调解", "sex", "1", "ethnic", "03", "birth_date", LocalDate.of(1980, 5, 5),
                "phone", "13909350001", "committee_id", committee.isEmpty() ? committee().id() : committee,
                "start_date", TODAY.minusYears(2)), pairs);
    }

    /** A draft without parties. */
    public Dispute dispute(@Nullable Object... pairs) {
        return save(Dispute.class, map("title", "张三与李四邻里纠纷", "stage", "01", "register_date", TODAY.minusDays(3), "area_code", VILLAGE,
                "source_code", "1", "type_sf", "02", "happen_date", TODAY.minusDays(5), "happen_address", "村东头水渠边",
                "summary", "因院墙滴水发生争执", "scale", "01", "people_count", 2L, "risk_level", "3"), pairs);
    }

    /** A draft with one applicant, {@code 张三}, and one respondent, {@code 李四}. */
    public Dispute disputeWithParties(@Nullable Object... pairs) {
        Dispute dispute = dispute(pairs);
        party(dispute, "1", "张三");
        party(dispute, "2", "李四");
        return dispute;
    }

    public DisputeParty party(Dispute dispute, String role, String name, @Nullable Object... pairs) {
        return save(DisputeParty.class, map("dispute_id", dispute.id(), "role", role, "kind", "1", "name", name, "id_type", "000",
                "no_id_reason", "证件未带", "phone", "13909350000", "address", "本村二组"), pairs);
    }

    /** The parties of a dispute in this role: 1 applicant, 2 respondent. */
    public List<DisputeParty> parties(Dispute dispute, String role) {
        return house.register(DisputeParty.class).list(Query.all().is("dispute_id", dispute.id()).is("role", role), 100);
    }

    /** A dispute led by the desk to one of the stages 02, 03, 04, 06 (a debt of 1000 yuan due in 20 days), 07, 20 or 30. */
    public Dispute disputeAt(String stage) {
        Dispute dispute = disputeWithParties();
        List<String> way = List.of("02", "03", "04", stage.equals("06") ? "06" : "07", "20", "30");
        for (String next : way.subList(0, way.indexOf(stage) + 1)) {
            dispute = lead(dispute, next);
        }
        return dispute;
    }

    private Dispute lead(Dispute dispute, String stage) {
        return switch (stage) {
            case "02" -> move(dispute, Step.REGISTER);
            case "03" -> move(dispute, Step.ACCEPT, acceptance());
            case "04" -> move(dispute, Step.RECORD, map("dispute_activity", session()));
            case "06" -> move(dispute, Step.AGREE, map("agreement", written(dispute, null)));
            case "07" -> move(dispute, Step.AGREE, map("agreement", oral()));
            case "20" -> move(dispute, Step.CLOSE, closing("1"));
            default -> {
                completeDossier(dispute);
                yield move(dispute, Step.ARCHIVE, map("retention_kind", "1"));
            }
        };
    }

    /** Every paper the dossier of a dispute still lacks is signed; it may go on the shelf then. */
    public void completeDossier(Dispute dispute) {
        var dossiers = house.wiring().dossiers();
        dossiers.mark(dispute.id(), dossiers.checklist().of(dispute).stream().filter(Checklist.Line::isMissing).map(Checklist.Line::kind).toList(),
                "2", null);
    }

    public Dispute move(Dispute dispute, Step step, Map<String, @Nullable Object> facts) {
        return house.wiring().mediation().move(dispute.id(), step, facts);
    }

    public Dispute move(Dispute dispute, Step step, @Nullable Object... facts) {
        return move(dispute, step, map(facts));
    }

    /** What {@link Step#ACCEPT} asks for. */
    public Map<String, @Nullable Object> acceptance() {
        String mediator = anyId(Mediator.class);
        String lead = mediator.isEmpty() ? mediator().id() : mediator;
        return map("consent_applicant", true, "consent_respondent", true, "lead_mediator_id", lead,
                "committee_id", house.register(Mediator.class).get(lead).post().committeeId());
    }

    /** A mediation session, as {@link Step#RECORD} asks for it. */
    public Map<String, @Nullable Object> session(@Nullable Object... pairs) {
        Map<String, @Nullable Object> session = map("kind", "2", "start_dt", TODAY + "T08:30", "place", "村委会",
                "host_mediator_id", anyId(Mediator.class), "recorder", "马调解", "told_rights", true, "content", "双方各述一遍", "outcome", "1");
        session.putAll(map(pairs));
        return session;
    }

    /** An agreement by word of mouth, kept on the spot. */
    public Map<String, @Nullable Object> oral(@Nullable Object... pairs) {
        Map<String, @Nullable Object> agreement = map("form", "2", "sign_date", TODAY.toString(), "facts", "院墙滴水", "content", "当场修好",
                "perform_mode", "当场", "perform_deadline", TODAY.toString(), "parties_signed", true, "mediator_signed", true);
        agreement.putAll(map(pairs));
        return agreement;
    }

    /** A written agreement: 1000 yuan within 20 days from respondent to applicant; {@code done} when paid already. */
    public Map<String, @Nullable Object> written(Dispute dispute, @Nullable LocalDate done) {
        Map<String, @Nullable Object> item = map("kind", "1", "amount_fen", "100000", "due_date", TODAY.plusDays(20).toString(),
                "debtor_party", parties(dispute, "2").get(0).id(), "creditor_party", parties(dispute, "1").get(0).id());
        if (done != null) {
            item.putAll(map("done_date", done.toString(), "done_amount_fen", "100000"));
        }
        return map("form", "1", "sign_date", TODAY.toString(), "facts", "欠款", "dispute_points", "何时还", "content", "二十日内还清",
                "perform_mode", "转账", "perform_deadline", TODAY.plusDays(20).toString(), "total_amount_fen", "100000", "parties_signed", true,
                "mediator_signed", true, "sealed", true, "copies", 3, "agreement_item", new ArrayList<>(List.of(item)));
    }

    /** What {@link Step#CLOSE} asks for after mediation. */
    public Map<String, @Nullable Object> closing(String result) {
        return map("close_result", result, "difficulty", "1", "resolve_mode", "01", "result_text", "双方和好");
    }

    public Village village(@Nullable Object... pairs) {
        return save(Village.class, map("village", VILLAGE, "village_type", "1", "households", 100L, "population", 400L), pairs);
    }

    /** Applied for, not yet held. */
    public VillageTitle title(Village village, @Nullable Object... pairs) {
        return save(VillageTitle.class, map("village_id", village.id(), "level", "4", "batch", "2024 年第一批", "status", "1"), pairs);
    }

    public Literate literate(String name, String idNumber, @Nullable Object... pairs) {
        return save(Literate.class, map("name", name, "ethnic", "04", "id_number", idNumber, "phone", "13909350002", "politics", "13",
                "education", "70", "area_code", VILLAGE, "categories", Set.of("01"), "nominate_way", "1", "status", "1"), pairs);
    }

    public ServicePoint point(@Nullable Object... pairs) {
        return save(ServicePoint.class, map("level", "2", "name", "华藏寺镇公共法律服务站", "area_code", TOWN, "status", "1"), pairs);
    }

    public ServiceVisit visit(ServicePoint point, @Nullable Object... pairs) {
        return save(ServiceVisit.class, map("point_id", point.id(), "visit_dt", LocalDateTime.of(TODAY, LocalTime.of(8, 0)),
                "channel", "1", "receiver", "赵接待", "status", "2", "service_kind", "1", "law_field", "1", "question", "怎么要回工钱", "answer", "先找劳动监察",
                "result", "1"), pairs);
    }

    public Adviser adviser(@Nullable Object... pairs) {
        return save(Adviser.class, map("name", "孙律师", "firm", "天祝某律师事务所", "licence_no", "16206201010000001", "phone", "13909350003",
                "contract_from", LocalDate.of(2026, 1, 1), "contract_to", LocalDate.of(2026, 12, 31), "status", "1"), pairs);
    }

    public Topic topic(@Nullable Object... pairs) {
        return save(Topic.class, map("title", "修通三组水渠", "category", "1", "status", "1", "date", TODAY.minusDays(10), "area_code", VILLAGE,
                "content", "三组水渠年久失修", "source", "3"), pairs);
    }

    public AnalysisMeeting meeting(@Nullable Object... pairs) {
        return save(AnalysisMeeting.class, map("date", TODAY.minusDays(3), "area_code", TOWN, "meeting_place", "综治中心二楼", "meeting_host", "祁书记",
                "participants", "才让·东智、马调解", "situation", "草场界线的纠纷比上月多了三件", "measures", "先把两村的界桩看一遍"), pairs);
    }
}
