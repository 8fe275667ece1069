package cn.anlan.fuzz;

import cn.anlan.fuzz.Spoiled.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Spoiled files: thousands of each kind the house opens, see {@link Spoiled}. {@code FuzzBench FOLDER CASES SEED}; ends with 1 when one was neither opened
 * nor refused in a sentence, or took longer than {@value #LONGEST} seconds.
 */
public final class FuzzBench {
    private static final int LONGEST = 5;

    private FuzzBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Spoiled.remove(folder);
        var spoiled = new Spoiled(Files.createDirectories(folder));
        spoiled.openAllWhole();
        int each = (Integer.parseInt(args[1]) + spoiled.kinds().size() - 1) / spoiled.kinds().size();
        long seed = Long.parseLong(args[2]) * 1_000_000;
        int cases = 0;
        int faults = 0;
        try (var runner = Executors.newSingleThreadExecutor()) {
            for (String kind : spoiled.kinds()) {
                int opened = 0;
                int wrong = 0;
                long slowest = 0;
                Map<String, Integer> sentences = new TreeMap<>();
                for (int i = 0; i < each; i++) {
                    long mine = seed + i;
                    long begin = System.nanoTime();
                    try {
                        Outcome outcome = runner.submit(() -> spoiled.run(kind, mine)).get(LONGEST, TimeUnit.SECONDS);
                        opened += outcome.opened() ? 1 : 0;
                        sentences.merge(outcome.sentence().lines().findFirst().orElse(""), 1, Integer::sum);
                    } catch (ExecutionException fault) {
                        wrong++;
                        System.out.println(kind + " " + mine + ": " + fault.getCause());
                        fault.getCause().printStackTrace(System.out);
                    } catch (TimeoutException hang) {
                        System.out.println(kind + " " + mine + " hangs");
                        System.exit(1);
                    }
                    slowest = Math.max(slowest, System.nanoTime() - begin);
                }
                cases += each;
                faults += wrong;
                System.out.printf("%-16s %5d files: %5d opened, %5d refused, %d neither; slowest %d ms%n", kind, each, opened, each - opened - wrong, wrong,
                        TimeUnit.NANOSECONDS.toMillis(slowest));
                if (Boolean.getBoolean("sentences")) {
                    sentences.forEach((sentence, times) -> System.out.println("    " + times + " " + sentence));
                }
            }
        }
        System.out.printf("%d spoiled files, %d neither opened nor refused in a sentence%n", cases, faults);
        System.exit(faults == 0 ? 0 : 1);
    }
}
