package cn.anlan.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Power cuts: everything a writer does to its files is written down, and what a disk would hold after a cut at a random moment, without what was not
 * synced, is opened and looked over. {@code PowerBench FOLDER CUTS SEED [JOB…]}; ends with 1 when anything was lost. Needs {@code cc}, Linux.
 */
public final class PowerBench {
    private static final int PATIENCE = 900;
    private static final List<Disk.Rest> RESTS = List.of(Disk.Rest.NONE, Disk.Rest.SOME, Disk.Rest.SOME, Disk.Rest.SOME, Disk.Rest.ALL);

    private final Path folder;
    private final Program program;
    private final Random random;
    private final Map<Job, int[]> counted = new EnumMap<>(Job.class);
    private final Told begun;
    private int lost;

    private PowerBench(Path folder, Program program, Told begun, long seed) {
        this.begun = begun;
        this.folder = folder;
        this.program = program;
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]).toAbsolutePath()).toRealPath();
        Path recorder = folder.resolve("recorder.so");
        int code = new ProcessBuilder("cc", "-O2", "-shared", "-fPIC", "-o", recorder.toString(), "src/bench/recorder.c", "-ldl", "-lpthread").inheritIO()
                .start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("No recorder without a C compiler");
        }
        var template = new Office(folder.resolve("template"));
        Office.remove(template.root());
        template.make();
        Office.remove(folder.resolve("archive"));
        var begun = new Told();
        begun.faults(template.copyTo(folder.resolve("office")));
        var bench = new PowerBench(folder, Program.make(folder), begun, Long.parseLong(args[2]));
        int cuts = Integer.parseInt(args[1]);
        List<Job> jobs = args.length < 4 ? List.of(Job.values()) : Stream.of(args).skip(3).map(Job::valueOf).toList();
        for (Job job : jobs) {
            bench.cut(template.copyTo(folder.resolve("office")), job, (cuts + jobs.size() - 1) / jobs.size());
            System.err.println(job);
        }
        bench.counted.forEach((job, counts) -> System.out.printf("%-8s %4d cuts of %6d things done to files, %4d syncs, %5d acknowledged before the cuts%n",
                job, counts[0], counts[1], counts[2], counts[3]));
        System.out.printf("%d cuts; offices with something lost, half or broken: %d%n", bench.counted.values().stream().mapToInt(counts -> counts[0]).sum(),
                bench.lost);
        System.exit(bench.lost == 0 ? 0 : 1);
    }

    private static int times(Job job) {
        return switch (job) {
            case OPEN, TYPE -> 150;
            case ATTACH -> 40;
            case IMPORT -> 4;
            case EXPORT, BACKUP, REKEY, RESTORE -> 3;
        };
    }

    private void cut(Office office, Job job, int cuts) throws IOException, InterruptedException {
        Map<Disk.Names, Disk> disks = new EnumMap<>(Disk.Names.class);
        for (Disk.Names names : Disk.Names.values()) {
            disks.put(names, new Disk(names, office.root()));
        }
        Path record = folder.resolve("record");
        Files.deleteIfExists(record);
        Process writer = program.start(office, job, random.nextLong(), times(job), Map.of("LD_PRELOAD", folder.resolve("recorder.so").toString(),
                "ANLAN_ROOT", office.root().toString(), "ANLAN_RECORD", record.toString())).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        boolean ended = writer.waitFor(PATIENCE, TimeUnit.SECONDS);
        if (!ended || writer.exitValue() != 0) {
            writer.toHandle().destroyForcibly();
            throw new IllegalStateException("The writer failed: " + Files.readString(office.said()));
        }
        List<Recorded.Line> lines = Recorded.read(record);
        int[] counts = counted.computeIfAbsent(job, any -> new int[4]);
        counts[1] = lines.size();
        counts[2] = (int) lines.stream().filter(line -> line.kind() == 'S' || line.kind() == 'D').count();
        int from = job == Job.OPEN ? 0 : firstLine(lines, "try\t" + job);
        int until = job == Job.OPEN ? firstLine(lines, "ack\tTYPE") : lines.size();
        var told = new StringBuilder();
        int done = 0;
        for (int moment : random.ints(cuts, from, until).sorted().toArray()) {
            for (; done <= moment; done++) {
                Recorded.Line line = lines.get(done);
                disks.values().forEach(disk -> disk.apply(line));
                told.append(line.kind() == 'A' ? line.first() : "");
            }
            counts[0]++;
            counts[3] += look(disks.get(Disk.Names.values()[counts[0] % 2]), told.toString(), job + " after " + moment + ": " + lines.get(moment));
        }
    }

    private static int firstLine(List<Recorded.Line> lines, String said) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).kind() == 'A' && lines.get(i).first().startsWith(said)) {
                return i;
            }
        }
        throw new IllegalStateException("The writer never said " + said);
    }

    private int look(Disk disk, String said, String moment) throws IOException {
        var office = new Office(folder.resolve("cut"));
        Office.remove(office.root());
        Disk.Rest rest = RESTS.get(random.nextInt(RESTS.size()));
        long seed = random.nextLong();
        disk.cut(office.root(), rest, new Random(seed));
        var told = new Told(begun);
        said.lines().forEach(told::hear);
        List<String> faults = told.faults(office);
        if (!faults.isEmpty()) {
            lost++;
            System.out.println(moment + ", " + rest + ": " + faults);
        }
        return told.acknowledged();
    }
}
