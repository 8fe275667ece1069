package cn.anlan.bench;

import cn.anlan.app.Wiring;
import cn.anlan.entry.Period;
import cn.anlan.entry.Ulid;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.store.Register;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A store of many disputes with two parties each, made through the registers like any other: {@code BenchStore FOLDER DISPUTES [shelved]}. With the
 * last word those older than a year are laid on the shelf, as in an office of ten years; past the journal, so that it is over in a second.
 */
public final class BenchStore {
    private static final int AT_ONCE = 1_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 31);
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾夏";
    private static final String GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉力志永建国华玉春梅红生海龙德成福林才宝金山东云长贵发万世荣学银花翠香莲巧彩月淑珍延得胜占奎祥宗义礼智信仁孝廉";
    private static final String[] PLACES = {"岔口驿", "界牌", "野狐川", "中庄", "红大", "周家窑", "栗家庄", "南山", "石门", "安门", "塔窝", "深沟"};
    private static final String[] MATTERS = {"院墙外堆放柴草遮挡通道", "草场界线界桩缺失越界放牧", "收购牛羊余款未付", "牲畜进入青稞地啃食", "滴水檐宽度说法不一",
        "工资被拖欠三个月", "灌溉轮水顺序争执", "摩托车与农用车刮擦", "合伙账目和分红意见不一", "养殖场污水流入水渠"};
    private static final List<String> TYPES = List.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "1001", "13", "14", "99");

    private BenchStore() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int disputes = Integer.parseInt(args[1]);
        long cpu = Cpu.of(() -> fill(folder, disputes));
        if (args.length > 2) {
            shelve(folder);
        }
        System.out.printf("%d disputes, %.0f MB, %.0f s CPU%n", disputes, Files.size(folder.resolve("anlan.db")) / 1e6, cpu / 1e9);
    }

    private static void shelve(Path folder) throws SQLException {
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("anlan.db")); Statement statement = store.createStatement()) {
            statement.executeUpdate("UPDATE dispute SET stage = '30', close_date = date(register_date, '+20 days'), archive_date = date(register_date, '+40 days')"
                    + " WHERE archive_date IS NULL AND register_date < '" + TODAY.minusYears(1) + "'");
        }
    }

    static Wiring open(Path folder) {
        Clock clock = Clock.fixed(ZonedDateTime.of(TODAY, LocalTime.NOON, Period.ZONE).toInstant(), Period.ZONE);
        return new Wiring(folder, clock, new Ulid(clock, new Random(folder.hashCode() + System.nanoTime())));
    }

    private static Path fill(Path folder, int disputes) {
        var random = new Random(1);
        try (Wiring house = open(folder)) {
            for (int done = 0; done < disputes; done += AT_ONCE) {
                int batch = Math.min(AT_ONCE, disputes - done);
                house.registers().together(() -> {
                    for (int i = 0; i < batch; i++) {
                        dispute(house, random);
                    }
                    return batch;
                });
                if (done % 50_000 == 0) {
                    System.err.println(done);
                }
            }
        }
        return folder;
    }

    /** Stores one invented dispute; the stored entry. */
    public static Dispute dispute(Wiring house, Random random) {
        Register<Dispute> disputes = house.registers().of(Dispute.class);
        String first = name(random);
        String second = name(random);
        Dispute stored = disputes.save(disputes.create(values(random, first, second)));
        Register<DisputeParty> parties = house.registers().of(DisputeParty.class);
        for (String role : List.of("1", "2")) {
            parties.save(parties.create(Map.of("dispute_id", stored.id(), "role", role, "kind", "1", "name", role.equals("1") ? first : second,
                    "phone", "13" + String.format("%09d", random.nextInt(1_000_000_000)))));
        }
        return stored;
    }

    static Map<String, Object> values(Random random, String first, String second) {
        LocalDate day = TODAY.minusDays(random.nextInt(3_650));
        Map<String, Object> values = new HashMap<>();
        String place = PLACES[random.nextInt(PLACES.length)];
        values.put("title", first + "与" + second + "纠纷");
        values.put("stage", List.of("02", "04", "07", "20").get(random.nextInt(4)));
        values.put("register_date", day);
        values.put("area_code", "620623100");
        values.put("source_code", random.nextBoolean() ? "1" : "2");
        values.put("type_sf", TYPES.get(random.nextInt(TYPES.size())));
        values.put("happen_date", day);
        values.put("happen_address", place + (1 + random.nextInt(8)) + "组");
        values.put("summary", first + "与" + second + "在" + place + "因" + MATTERS[random.nextInt(MATTERS.length)] + "发生争执，金额" + random.nextInt(90_000) + "元。");
        values.put("scale", "01");
        values.put("people_count", 2L + random.nextInt(7));
        values.put("amount_fen", 100L * random.nextInt(1_000_000));
        values.put("risk_level", random.nextBoolean() ? "3" : "4");
        return values;
    }

    static String name(Random random) {
        String given = letter(GIVEN, random) + (random.nextInt(4) == 0 ? "" : letter(GIVEN, random));
        return letter(SURNAMES, random) + given;
    }

    private static String letter(String letters, Random random) {
        return String.valueOf(letters.charAt(random.nextInt(letters.length())));
    }
}
