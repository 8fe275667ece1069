package cn.anlan.fuzz;

import cn.anlan.fuzz.Spoiled.Outcome;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Spoiled files: thousands of each kind the house opens, see {@link Spoiled}. {@code FuzzBench FOLDER CASES SEED [KIND…]}; ends with 1 when one was neither opened
 * nor refused in a sentence, or took more than {@value #LONGEST} seconds of CPU.
 */
public final class FuzzBench {
    private static final int LONGEST = 5;

    /** On a shared machine a second of work may take many. */
    private static final int PATIENCE = 20;

    private FuzzBench() {}

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

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
            for (String kind : args.length < 4 ? spoiled.kinds() : List.of(args).subList(3, args.length)) {
                int opened = 0;
                int wrong = 0;
                long slowest = 0;
                Map<String, Integer> sentences = new TreeMap<>();
                for (int i = 0; i < each; i++) {
                    long mine = seed + i;
                    long begin = cpu();
                    try {
                        Outcome outcome = runner.submit(() -> spoiled.run(kind, mine)).get(LONGEST * PATIENCE, TimeUnit.SECONDS);
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
                    slowest = Math.max(slowest, cpu() - begin);
                }
                cases += each;
                faults += wrong + (slowest > LONGEST * 1_000_000_000L ? 1 : 0);
                System.out.printf("%-16s %5d files: %5d opened, %5d refused, %d neither; slowest %d ms CPU%n", kind, each, opened, each - opened - wrong, wrong,
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
