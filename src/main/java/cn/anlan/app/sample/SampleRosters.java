package cn.anlan.app.sample;

import cn.anlan.app.Wiring;
import cn.anlan.community.AnalysisMeeting;
import cn.anlan.community.Topic;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Text;
import cn.anlan.reference.Place;
import cn.anlan.roster.Literate;
import cn.anlan.roster.LiterateActivity;
import cn.anlan.station.Adviser;
import cn.anlan.station.AdviserDuty;
import cn.anlan.station.ServicePoint;
import cn.anlan.station.ServiceVisit;
import cn.anlan.store.Register;
import cn.anlan.village.Village;
import cn.anlan.village.VillageTitle;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sample's rosters (样例名册). For the whole county the totals are those published for it: 640 literates, 85 villages with a title, 198
 * service points (one centre, a station for each of 19 townships, a room for each of 178 villages).
 */
final class SampleRosters {
    private static final int LITERATES = 640;
    private static final int TITLED = 85;
    private static final int VILLAGES = 178;

    private final Wiring house;
    private final Words words;
    private final Sample.Plan plan;
    private final LocalDate today;
    private final Set<String> used = new HashSet<>();

    SampleRosters(Wiring house, Words words, Sample.Plan plan) {
        this.house = house;
        this.words = words;
        this.plan = plan;
        this.today = plan.lastDay();
    }

    void fill() {
        List<Place> villages = house.places().below(plan.place(), List.of("village"));
        List<Place> towns = house.places().below(plan.place(), List.of("town"));
        if (plan.place().length() == 6) {
            point("1", words.text("centre", house.places().name(plan.place()), ""), plan.place());
        }
        String adviserId = "";
        for (Place town : towns) {
            String station = point("2", words.text("station", town.name(), ""), town.code()).id();
            adviserId = adviser(town).id();
            visits(station);
            topics(town);
            meetings(town);
        }
        for (int i = 0; i < villages.size(); i++) {
            village(villages.get(i), i, adviserId);
        }
    }

    /** Spreads a county-wide total evenly: how many of it fall to the village at this place in the list. */
    private static int share(int total, int index) {
        return total * (index + 1) / VILLAGES - total * index / VILLAGES;
    }

    private void village(Place place, int index, String adviserId) {
        String full = house.places().path(place.code()).replace(" · ", "");
        point("3", words.text("room", full, ""), place.code());
        int households = words.number(90, 420);
        Village village = save(Village.class, values(
                "village", place.code(), "village_type", Sample.isCommunity(place) ? "2" : "1", "households", (long) households,
                "population", (long) households * 4, "party_members", (long) words.number(20, 60), "groups", (long) words.number(3, 9),
                "secretary", words.person(today).name(), "director", words.person(today).name(), "phone", words.phone(), "adviser_id", adviserId));
        if (share(TITLED, index) > 0) {
            title(village);
        }
        for (int i = 0; i < share(LITERATES, index); i++) {
            literate(place, adviserId);
        }
        if (words.chance(40)) {
            duty(place, adviserId);
        }
    }

    private void title(Village village) {
        int year = today.getYear() - words.number(1, 4);
        LocalDate named = LocalDate.of(year, 6, 1).plusDays(words.number(0, 120));
        Map<String, @Nullable Object> title = values("village_id", village.id(), "level", words.chance(15) ? "2" : words.chance(40) ? "3" : "4",
                "batch", words.text("batch", year, 1), "status", "3", "doc_no", words.text("series_doc", year, words.number(1, 90)),
                "name_date", named, "plaque", true);
        if (named.plusYears(2).isBefore(today)) {
            title.put("status", "4");
            title.put("last_review", named.plusYears(2));
        }
        save(VillageTitle.class, title);
    }

    private void literate(Place village, String adviserId) {
        Words.Person person = words.person(today);
        while (!used.add(person.idNumber())) {
            person = words.person(today);
        }
        LocalDate approved = today.minusDays(words.number(60, 900));
        Literate literate = save(Literate.class, values(
                "name", person.name(), "ethnic", person.ethnic(), "id_number", person.idNumber(), "phone", person.phone(),
                "politics", words.chance(40) ? "01" : "13", "education", words.oneOf(List.of("70", "60", "40", "30")),
                "area_code", village.code(), "group_name", words.text("group", words.number(1, 6), ""),
                "categories", Set.of(words.oneOf(List.of("01", "03", "05", "06", "07", "10"))), "nominate_way", "2", "adviser_id", adviserId,
                "train_date", approved.minusDays(30), "exam_date", approved.minusDays(20), "exam_score", (long) words.number(70, 99),
                "exam_pass", true, "cert_no", village.code().substring(0, 9) + String.format("%05d", used.size()), "cert_date", approved,
                "badge_issued", true, "approve_date", approved, "approve_org", Text.of("app.sample_approver"), "status", "4"));
        if (words.chance(35)) {
            save(LiterateActivity.class, values("literate_id", literate.id(), "date", today.minusDays(words.number(1, 50)),
                    "kind", words.oneOf(List.of("1", "2", "3", "4", "5")), "place", village.name(), "people_served", (long) words.number(1, 40),
                    "summary", words.one("lessons")));
        }
    }

    private ServicePoint point(String level, String name, String area) {
        return save(ServicePoint.class, values("level", level, "name", name, "area_code", area, "phone", words.phone(),
                "area_m2", (long) words.number(20, 150), "facilities", Set.of("01", "02", "03", "04", "10", "11"), "status", "1"));
    }

    private Adviser adviser(Place town) {
        return save(Adviser.class, values("name", words.person(today).name(), "firm", words.one("firms"),
                "licence_no", "16206" + town.code() + words.number(100, 999), "phone", words.phone(),
                "contract_from", today.withDayOfYear(1), "contract_to", today.withDayOfYear(1).plusYears(1).minusDays(1), "villages", town.name(),
                "status", "1"));
    }

    private void duty(Place village, String adviserId) {
        LocalDate day = today.minusDays(words.number(1, 28));
        save(AdviserDuty.class, values("adviser_id", adviserId, "village", village.code(), "start_dt", day.atTime(9, 0), "end_dt", day.atTime(12, 0),
                "hours", 3L, "way", "1", "consult_count", (long) words.number(1, 8), "summary", words.text("duty")));
    }

    private void visits(String stationId) {
        for (int i = 0; i < 12; i++) {
            LocalDate day = today.minusDays(words.number(0, 40));
            boolean open = i % 6 == 0;
            Words.Person person = words.person(today);
            Map<String, @Nullable Object> visit = values("point_id", stationId, "visit_dt", day.atTime(words.number(9, 16), 30), "channel", words.chance(70) ? "1" : "2",
                    "receiver", words.person(today).name(), "visitor_name", person.name(), "sex", person.sex(), "age_band", "3", "phone", person.phone(),
                    "service_kind", open ? "3" : "1", "law_field", words.oneOf(List.of("1", "2", "3", "4", "5")), "question", words.one("questions"),
                    "answer", words.text("answer"), "result", open ? "6" : "1", "status", open ? "2" : "4");
            if (!open) {
                visit.put("done_date", day);
                visit.put("satisfaction", words.chance(80) ? "1" : "2");
            }
            save(ServiceVisit.class, visit);
        }
    }

    private void topics(Place town) {
        for (int i = 0; i < 4; i++) {
            LocalDate raised = today.minusDays(words.number(30, 200));
            String subject = words.one("topics");
            Map<String, @Nullable Object> topic = values("title", subject, "category", words.oneOf(List.of("1", "2", "4", "5")), "date", raised,
                    "area_code", town.code(), "content", subject, "source", words.oneOf(List.of("1", "2", "3", "5")), "status", "1");
            if (words.chance(70)) {
                topic.putAll(values("review", "1", "review_date", raised.plusDays(5), "form", "1", "meeting_date", raised.plusDays(12),
                        "attendees", (long) words.number(9, 30), "result", "1", "done_date", raised.plusDays(28), "status", "8"));
            }
            save(Topic.class, topic);
        }
    }

    /** The township's meetings of the last three months; nothing of them is drawn, so that all else stays as it was. */
    private void meetings(Place town) {
        for (int month = 1; month <= 3; month++) {
            save(AnalysisMeeting.class, values("date", today.minusMonths(month).withDayOfMonth(25), "area_code", town.code(),
                    "meeting_place", words.text("meeting_place", town.name(), ""), "meeting_host", words.text("meeting_host"),
                    "participants", words.text("meeting_people"), "situation", words.text("meeting_situation"),
                    "key_matters", words.text("meeting_matters"), "measures", words.text("meeting_measures")));
        }
    }

    /** Names and values, one after the other. */
    static Map<String, @Nullable Object> values(Object... namesAndValues) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    private <E extends Entry> E save(Class<E> type, Map<String, ? extends @Nullable Object> values) {
        Register<E> register = house.registers().of(type);
        return register.save(register.create(values));
    }
}
