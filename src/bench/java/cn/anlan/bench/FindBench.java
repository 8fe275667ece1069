package cn.anlan.bench;

import cn.anlan.app.Wiring;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Finding (查找): the first 50 disputes that hold what was typed, against LIKE on the same file. {@code FindBench FOLDER} */
public final class FindBench {
    private static final int QUERIES = 200;
    private static final int LIKE_QUERIES = 20;
    private static final int FIRST = 50;
    private static final String LIKE = "SELECT id FROM dispute WHERE title LIKE ?1 OR summary LIKE ?1"
            + " UNION SELECT dispute_id FROM dispute_party WHERE name LIKE ?1 OR phone LIKE ?1 LIMIT " + FIRST;

    private FindBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (Wiring house = BenchStore.open(folder); Connection raw = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("anlan.db"))) {
            List<String> texts = texts(raw);
            for (Map.Entry<String, List<String>> kind : queries(texts).entrySet()) {
                List<String> queries = kind.getValue();
                find(house, queries.subList(0, 30));
                double[] ours = find(house, queries);
                boolean latin = kind.getKey().startsWith("initials") || kind.getKey().startsWith("pinyin");
                double[] like = latin ? new double[] {Double.NaN} : like(raw, queries.subList(0, LIKE_QUERIES));
                System.out.printf("%-22s p50 %7.2f ms  p95 %7.2f ms CPU   LIKE p50 %8.1f  p95 %8.1f   ratio of p95 %.4f%n", kind.getKey(),
                        Cpu.median(ours), Cpu.percentile(ours, 0.95), Cpu.median(like), Cpu.percentile(like, 0.95),
                        Cpu.percentile(ours, 0.95) / Cpu.percentile(like, 0.95));
            }
        }
    }

    private static List<String> texts(Connection raw) throws Exception {
        List<String> texts = new ArrayList<>();
        try (var rows = raw.createStatement().executeQuery("SELECT summary FROM dispute WHERE rowid % 997 = 0 LIMIT 1000")) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static Map<String, List<String>> queries(List<String> texts) {
        var random = new Random(7);
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        for (int length = 1; length <= 4; length++) {
            List<String> queries = new ArrayList<>();
            while (queries.size() < QUERIES) {
                String text = texts.get(random.nextInt(texts.size()));
                int start = random.nextInt(text.length() - length);
                queries.add(text.substring(start, start + length));
            }
            kinds.put("characters " + length, queries);
        }
        for (int length = 2; length <= 4; length++) {
            int letters = length;
            kinds.put("initials " + length, random.ints(QUERIES, 0, 1).mapToObj(i -> letters(random, letters)).toList());
        }
        List<String> syllables = List.of("wang", "li", "zhang", "liu", "chen", "yang", "zhao", "huang", "zhou", "wu", "xu", "sun", "ma", "zhu", "hu",
                "guo", "he", "gao", "lin", "luo", "wei", "fang", "xiu", "ying", "min", "jing", "qiang", "jun", "yong", "jie");
        for (int count = 1; count <= 3; count++) {
            int many = count;
            kinds.put("pinyin " + count + " syllables", random.ints(QUERIES, 0, 1).mapToObj(i -> random.ints(many, 0, syllables.size())
                    .mapToObj(syllables::get).reduce("", String::concat)).toList());
        }
        kinds.put("phone tail 4", random.ints(QUERIES, 0, 10_000).mapToObj(i -> String.format("%04d", i)).toList());
        return kinds;
    }

    private static String letters(Random random, int length) {
        String first = "wlzcyhxsmjgtfdb";
        var letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append(first.charAt(random.nextInt(first.length())));
        }
        return letters.toString();
    }

    private static double[] find(Wiring house, List<String> queries) {
        return queries.stream().mapToDouble(query -> cpu(() -> house.registers().search().find("dispute", query, FIRST))).toArray();
    }

    private static double[] like(Connection raw, List<String> queries) throws Exception {
        try (PreparedStatement statement = raw.prepareStatement(LIKE)) {
            double[] times = new double[queries.size()];
            for (int i = 0; i < times.length; i++) {
                statement.setString(1, "%" + queries.get(i) + "%");
                times[i] = cpu(() -> {
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            rows.getString(1);
                        }
                    } catch (java.sql.SQLException failed) {
                        throw new IllegalStateException(failed);
                    }
                });
            }
            return times;
        }
    }

    private static double cpu(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }
}
