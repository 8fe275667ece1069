package cn.anlan.bench.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Kills: a writer is killed (SIGKILL) at a random moment of a job, the office is opened again and looked over. {@code CrashBench FOLDER KILLS SEED};
 * ends with 1 when anything was lost. A fresh office after every {@value #ONE_OFFICE} kills.
 */
public final class CrashBench {
    private static final int ONE_OFFICE = 8;
    private static final long PATIENCE = 60;

    private final Random random;
    private final Program program;
    private final Map<Job, Double> usual = new EnumMap<>(Job.class);
    private final Map<Job, int[]> counted = new EnumMap<>(Job.class);
    private int lost;

    private CrashBench(Program program, long seed) {
        this.program = program;
        this.random = new Random(seed);
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
        Office office = template;
        Told told = begun;
        for (int kill = 0; kill < kills; kill++) {
            if (kill % ONE_OFFICE == 0) {
                office = template.copyTo(folder.resolve("office"));
                told = new Told(begun);
            }
            bench.kill(office, told, Job.values()[kill % Job.values().length], kill);
            if (kill % 50 == 49) {
                System.err.println(kill + 1);
            }
        }
        bench.print(kills);
        System.exit(bench.lost == 0 ? 0 : 1);
    }

    private void firstLook(Told told, Office office) throws IOException {
        List<String> faults = told.faults(office);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The office is broken before anything was killed: " + faults);
        }
    }

    private void kill(Office office, Told told, Job job, int number) throws IOException, InterruptedException {
        int before = told.acknowledged();
        Process writer = program.start(office, job, random.nextLong(), 1_000, Map.of()).start();
        int wanted = job == Job.OPEN ? 1 : 1 + random.nextInt(job == Job.TYPE || job == Job.ATTACH ? 60 : 3);
        var reached = new CountDownLatch(wanted);
        long started = System.nanoTime();
        try (var ear = Executors.newSingleThreadExecutor()) {
            Future<Integer> heard = ear.submit(() -> listen(writer, job, told, reached));
            if (job != Job.OPEN && !reached.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The writer does not come to " + job + ": " + Files.readString(office.root().resolveSibling("writer.err")));
            }
            long wait = (long) (random.nextDouble() * 1.1 * usual.get(job) * 1_000_000) - (job == Job.OPEN ? System.nanoTime() - started : 0);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, wait));
            writer.toHandle().destroyForcibly();
            writer.waitFor();
            heard.get();
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
        boolean during = told.isBegun(job) || job == Job.OPEN && told.acknowledged() == before;
        List<String> faults = told.faults(office);
        int[] counts = counted.get(job);
        counts[0]++;
        counts[1] += during ? 1 : 0;
        counts[2] += told.acknowledged() - before;
        if (!faults.isEmpty()) {
            lost++;
            System.out.println("kill " + number + " during " + job + ": " + faults);
            System.out.println(Files.readString(office.root().resolveSibling("writer.err")));
        }
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
                    double took = (System.nanoTime() - begin) / 1e6;
                    usual.merge(job, took, (old, now) -> 0.8 * old + 0.2 * now);
                }
            }
        }
        return lines;
    }

    private void print(int kills) {
        System.out.printf("%-8s %6s %13s %13s%n", "during", "kills", "in the midst", "acknowledged");
        int[] all = new int[2];
        counted.forEach((job, counts) -> {
            System.out.printf("%-8s %6d %13d %13d%n", job, counts[0], counts[1], counts[2]);
            all[0] += counts[1];
            all[1] += counts[2];
        });
        System.out.printf("%d kills, %d in the midst of the job, %d changes acknowledged; offices with something lost, half or broken: %d%n", kills, all[0],
                all[1], lost);
    }
}
