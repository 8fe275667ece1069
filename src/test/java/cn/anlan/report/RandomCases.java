package cn.anlan.report;

import cn.anlan.TestHouse;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.Screening;
import cn.anlan.reference.Code;
import cn.anlan.store.Register;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

import static cn.anlan.Samples.map;

/** Cases of all kinds and at all stages, made without the desk and consistent in themselves, over some months. */
final class RandomCases {
    private static final LocalDate FIRST = LocalDate.of(2024, 11, 1);
    private static final int DAYS = 120;
    private static final List<String> OPEN = List.of("03", "04", "05", "06", "07", "08", "11", "12", "13");

    private final TestHouse house;
    private final Random random;
    private final List<String> types;
    private final List<String> committees = new ArrayList<>();

    RandomCases(TestHouse house, long seed) {
        this.house = house;
        this.random = new Random(seed);
        this.types = house.wiring().codes().choices("dispute_type_sf", TestHouse.TODAY).stream().map(Code::code).toList();
        List.of("1", "1", "2", "3", "5", "6").forEach(kind -> committees.add(house.samples().committee("kind", kind, "name",
                "第" + committees.size() + "人民调解委员会").id()));
    }

    void make(int count) {
        house.wiring().registers().together(() -> {
            for (int i = 0; i < count; i++) {
                make();
                if (i % 5 == 0) {
                    screen();
                }
            }
            return count;
        });
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private LocalDate after(LocalDate day) {
        return day.plusDays(random.nextInt(40));
    }

    private void make() {
        boolean closed = chance(60);
        String stage = closed ? "20" : chance(10) ? any(List.of("01", "02", "10")) : any(OPEN);
        String result = closed ? any(List.of("1", "2", "3", "4", "5", "6")) : "";
        LocalDate accepted = FIRST.plusDays(random.nextInt(DAYS));
        LocalDate left = after(accepted);
        boolean moved = stage.equals("13") || result.equals("5");
        boolean success = List.of("05", "06", "07", "08").contains(stage) || List.of("1", "2").contains(result);
        boolean written = chance(60);
        Map<String, @Nullable Object> values = map("title", "随机纠纷", "stage", stage, "register_date", accepted, "accept_date", accepted,
                "area_code", any(List.of(TestHouse.TOWN, TestHouse.VILLAGE, "620623100001", "620623100200")), "committee_id", any(committees),
                "source_code", any(List.of("1", "2", "31", "33", "34", "39")), "referred_from_org", "某单位", "referred_from_doc_no", "1",
                "lead_source", any(List.of("1", "3")), "type_sf", any(types), "happen_date", accepted, "happen_address", "村东头", "summary", "争执",
                "people_count", 1L + random.nextInt(9), "amount_fen", chance(20) ? null : (long) random.nextInt(5_000_000), "scale", any(List.of("01", "02", "03")),
                "risk_level", any(List.of("2", "3", "4")), "leader", "包案领导", "resp_org", "综治中心", "resp_person", "责任人",
                "warn_level", chance(10) ? "03" : null, "supervise_level", any(List.of("0", "1", "2")), "is_success", success,
                "difficulty", any(List.of("1", "2", "3", "4")), "deadline", accepted.plusDays(30));
        if (closed) {
            values.putAll(map("close_result", result, "close_date", moved ? left.plusDays(random.nextInt(9)) : left,
                    "breach_outcome", result.equals("2") && chance(50) ? "1" : null));
        }
        if (moved) {
            values.put("refer_date", left);
        }
        if (stage.equals("11") || stage.equals("12") || List.of("3", "4").contains(result)) {
            values.put("end_date", left);
        }
        if (success && written) {
            String confirmed = any(List.of("0", "1", "2", "3", "4", "5", "6", "9"));
            values.put("jc_status", confirmed);
            values.put("jc_apply_date", List.of("0", "1", "9").contains(confirmed) ? null : left);
        }
        Register<Dispute> disputes = house.register(Dispute.class);
        Dispute dispute = disputes.save(disputes.create(values));
        if (success) {
            agree(dispute, written, accepted);
        }
        if (chance(5)) {
            disputes.annul(dispute.id(), "重复登记");
        } else if (closed && chance(40)) {
            disputes.change(dispute.id(), one -> disputes.shape().with(one, Map.of("stage", "30")));
        }
    }

    private void screen() {
        Register<Screening> screenings = house.register(Screening.class);
        boolean prevented = chance(50);
        Screening made = screenings.save(screenings.create(map("date", FIRST.plusDays(random.nextInt(DAYS)), "area_code",
                any(List.of(TestHouse.TOWN, TestHouse.VILLAGE)), "kind", "2", "screeners", "王网格", "found_count", (long) random.nextInt(4),
                "prevented_count", prevented ? 1L + random.nextInt(3) : 0L, "prevent_kind", prevented ? any(List.of("1", "2", "3", "4")) : null,
                "prevent_people", prevented ? (long) random.nextInt(30) : null)), "试");
        if (chance(10)) {
            screenings.annul(made.id(), "重复");
        }
    }

    private void agree(Dispute dispute, boolean written, LocalDate accepted) {
        Register<Agreement> agreements = house.register(Agreement.class);
        if (chance(20)) {
            Agreement mistaken = agreements.save(agreements.create(agreement(dispute, !written, accepted)));
            agreements.annul(mistaken.id(), "写错了");
        }
        agreements.save(agreements.create(agreement(dispute, written, accepted)));
    }

    private Map<String, @Nullable Object> agreement(Dispute dispute, boolean written, LocalDate day) {
        return map("dispute_id", dispute.id(), "form", written ? "1" : "2", "agreement_no", "协 1 号", "sign_date", day, "facts", "欠款",
                "dispute_points", "何时还", "content", "还清", "perform_mode", "转账", "perform_deadline", day, "total_amount_fen",
                chance(50) ? null : (long) random.nextInt(5_000_000), "parties_signed", true, "mediator_signed", true, "sealed", written);
    }
}
