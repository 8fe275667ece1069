package cn.anlan.bench.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Kills: a writer is killed (SIGKILL) at a random moment of a job, the office is opened again and looked over. {@code CrashBench FOLDER KILLS SEED};
 * ends with 1 when anything was lost. A fresh office after every {@value #ONE_OFFICE} kills.
 */
public final class CrashBench {
    private static final int ONE_OFFICE = 8;
    private static final int AT_ONCE = 2;
    private static final long PATIENCE = 300;

    private final long seed;
    private final Program program;
    private final Map<Job, Double> usual = new EnumMap<>(Job.class);
    private final Map<Job, int[]> counted = new EnumMap<>(Job.class);
    private int lost;

    private CrashBench(Program program, long seed) {
        this.program = program;
        this.seed = seed;
        for (Job job : Job.values()) {
            usual.put(job, job == Job.OPEN ? 1_000.0 : 300.0);
            counted.put(job, new int[3]);
        }
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
        int kills = Integer.parseInt(args[1]);
        var template = new Office(folder.resolve("template"));
        Office.remove(template.root());
        template.make();
        Office.remove(folder.resolve("archive"));
        var bench = new CrashBench(Program.make(folder), Long.parseLong(args[2]));
        var begun = new Told();
        bench.firstLook(begun, template.copyTo(folder.resolve("office")));
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Office>> blocks = new ArrayList<>();
            for (int block = 0; block < (kills + ONE_OFFICE - 1) / ONE_OFFICE; block++) {
                int number = block;
                blocks.add(workers.submit(() -> bench.block(template.copyTo(folder.resolve("office" + number)), new Told(begun), number)));
            }
            for (Future<Office> block : blocks) {
                Office.remove(block.get().root());
            }
        }
        bench.print();
        System.exit(bench.lost == 0 ? 0 : 1);
    }

    private Office block(Office office, Told told, int number) throws IOException, InterruptedException {
        var random = new Random(seed * 1_000 + number);
        for (int i = 0; i < ONE_OFFICE; i++) {
            kill(office, told, Job.values()[i % Job.values().length], random);
        }
        if (number % 8 == 7) {
            print();
        }
        return office;
    }

    private void firstLook(Told told, Office office) throws IOException {
        List<String> faults = told.faults(office);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The office is broken before anything was killed: " + faults);
        }
    }

    private void kill(Office office, Told told, Job job, Random random) throws IOException, InterruptedException {
        int before = told.acknowledged();
        Process writer = program.start(office, job, random.nextLong(), 1_000, Map.of()).start();
        int wanted = job == Job.OPEN ? 1 : 1 + random.nextInt(job == Job.TYPE || job == Job.ATTACH ? 60 : 3);
        var reached = new CountDownLatch(wanted);
        long started = System.nanoTime();
        try (var ear = Executors.newSingleThreadExecutor()) {
            Future<Integer> heard = ear.submit(() -> listen(writer, job, told, reached));
            if (job != Job.OPEN && !reached.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The writer does not come to " + job + ": " + Files.readString(office.said()));
            }
            long wait = (long) (random.nextDouble() * 1.1 * usual(job) * 1_000_000) - (job == Job.OPEN ? System.nanoTime() - started : 0);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, wait));
            writer.toHandle().destroyForcibly();
            writer.waitFor();
            heard.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
        boolean during = told.isBegun(job) || job == Job.OPEN && told.acknowledged() == before;
        List<String> faults = told.faults(office);
        count(job, during, told.acknowledged() - before, faults);
        if (!faults.isEmpty()) {
            System.out.println(office.root().getFileName() + " killed during " + job + ": " + faults);
            System.out.println(Files.readString(office.said()));
        }
    }

    private synchronized void count(Job job, boolean during, int acknowledged, List<String> faults) {
        int[] counts = counted.get(job);
        counts[0]++;
        counts[1] += during ? 1 : 0;
        counts[2] += acknowledged;
        lost += faults.isEmpty() ? 0 : 1;
    }

    private synchronized double usual(Job job) {
        return usual.get(job);
    }

    private synchronized void took(Job job, double milliseconds) {
        usual.merge(job, milliseconds, (old, now) -> 0.8 * old + 0.2 * now);
    }

    /** Hears everything the writer says until it is dead; a torn last line was not said. */
    private int listen(Process writer, Job job, Told told, CountDownLatch reached) throws IOException {
        int lines = 0;
        long begin = System.nanoTime();
        try (var out = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            var line = new StringBuilder();
            for (int sign = out.read(); sign >= 0; sign = out.read()) {
                if (sign != '\n') {
                    line.append((char) sign);
                    continue;
                }
                String whole = line.toString();
                line.setLength(0);
                told.hear(whole);
                lines++;
                if (whole.startsWith("try\t" + job.name())) {
                    begin = job == Job.OPEN ? begin : System.nanoTime();
                    reached.countDown();
                } else if (whole.startsWith("ack\t" + job.name())) {
                    took(job, (System.nanoTime() - begin) / 1e6);
                }
            }
        }
        return lines;
    }

    private synchronized void print() {
        System.out.printf("%-8s %6s %13s %13s%n", "during", "kills", "in the midst", "acknowledged");
        int[] all = new int[3];
        counted.forEach((job, counts) -> {
            System.out.printf("%-8s %6d %13d %13d%n", job, counts[0], counts[1], counts[2]);
            all[0] += counts[0];
            all[1] += counts[1];
            all[2] += counts[2];
        });
        System.out.printf("%d kills, %d in the midst of the job, %d changes acknowledged; offices with something lost, half or broken: %d%n", all[0],
                all[1], all[2], lost);
    }
}
