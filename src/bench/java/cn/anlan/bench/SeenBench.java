package cn.anlan.bench;

import cn.anlan.app.Wiring;
import cn.anlan.mediation.desk.SeenBefore;
import cn.anlan.mediation.desk.SeenBefore.Person;
import cn.anlan.mediation.desk.SeenBefore.Question;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Who came before (见过吗), asked at every pause in typing: {@code SeenBench FOLDER}, on a store of {@link BenchStore}. */
public final class SeenBench {
    private static final int QUESTIONS = 400;
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 31);

    private SeenBench() {}

    public static void main(String[] args) {
        var random = new Random(11);
        Map<String, Supplier<List<Person>>> kinds = new LinkedHashMap<>();
        kinds.put("one name", () -> List.of(person(random, "1", "")));
        kinds.put("two names, telephones", () -> List.of(person(random, "1", phone(random)), person(random, "2", phone(random))));
        kinds.put("one common name", () -> List.of(new Person("1", "王伟", phone(random), "")));
        kinds.put("two common names", () -> List.of(new Person("1", "王伟", "", ""), new Person("2", "李伟", "", "")));
        try (Wiring house = BenchStore.open(Path.of(args[0]))) {
            var seen = new SeenBefore(house.registers());
            kinds.forEach((kind, people) -> {
                IntStream.range(0, QUESTIONS / 4).forEach(i -> cpu(seen, people.get()));
                double[] times = IntStream.range(0, QUESTIONS).mapToDouble(i -> cpu(seen, people.get())).toArray();
                System.out.printf("%-22s p50 %6.2f ms  p95 %6.2f ms CPU%n", kind, Cpu.median(times), Cpu.percentile(times, 0.95));
            });
        }
    }

    private static Person person(Random random, String role, String phone) {
        return new Person(role, BenchStore.name(random), phone, "");
    }

    private static String phone(Random random) {
        return "13" + String.format("%09d", random.nextInt(1_000_000_000));
    }

    private static double cpu(SeenBefore seen, List<Person> people) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        seen.look(new Question(people, "620623100201", "02", null, TODAY));
        return (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }
}
