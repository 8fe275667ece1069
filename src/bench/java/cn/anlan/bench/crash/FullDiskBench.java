package cn.anlan.bench.crash;

import cn.anlan.entry.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * A full disk: an office on a small file system of its own ({@code tmpfs}, so root is needed) is filled up to a random rest, everything is tried and
 * refused in a sentence or done, room is made, everything works again, and nothing acknowledged is lost. {@code FullDiskBench FOLDER ROUNDS SEED}.
 */
public final class FullDiskBench {
    private static final int MEGABYTES = 48;
    private static final int[] RESTS = {0, 1, 16, 64, 256, 700, 1_500, 3_000, 6_000};

    private final Random random;
    private final Path disk;
    private final Map<Job, int[]> counted = new EnumMap<>(Job.class);
    private int faults;

    private FullDiskBench(Path disk, long seed) {
        this.disk = disk;
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws Exception {
        Path disk = Files.createDirectories(Path.of(args[0]).toAbsolutePath().resolve("disk"));
        if (new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", disk.toString()).inheritIO().start().waitFor() != 0) {
            System.out.println("NOT RUN: no file system may be mounted here; root and CAP_SYS_ADMIN are needed");
            System.exit(2);
        }
        var bench = new FullDiskBench(disk, Long.parseLong(args[2]));
        try {
            var template = new Office(disk.resolveSibling("template"));
            Office.remove(template.root());
            template.make();
            var begun = new Told();
            begun.faults(template.copyTo(disk.resolveSibling("office")));
            for (int round = 0; round < Integer.parseInt(args[1]); round++) {
                bench.round(template, new Told(begun), RESTS[round % RESTS.length] << 10);
            }
        } finally {
            new ProcessBuilder("umount", disk.toString()).inheritIO().start().waitFor();
        }
        bench.counted.forEach((job, counts) -> System.out.printf("%-8s tried %4d times on a full disk: %4d refused in a sentence, %4d done; %4d of %4d done once there was room%n",
                job, counts[0] + counts[1], counts[0], counts[1], counts[2], counts[3]));
        System.out.printf("%s rounds, %d faults%n", args[1], bench.faults);
        System.exit(bench.faults == 0 ? 0 : 1);
    }

    private void round(Office template, Told told, int rest) throws IOException {
        Office office = template.copyTo(disk.resolve("office"));
        try (var writer = new CrashWriter(office, random.nextLong(), told::hear)) {
            writer.work(Job.TYPE, 0);
            for (Job job : Job.values()) {
                fill(rest);
                int[] counts = counted.computeIfAbsent(job, any -> new int[4]);
                for (int i = 0; i < (job == Job.TYPE || job == Job.ATTACH ? 12 : 1); i++) {
                    counts[done(writer, job, i) ? 1 : 0]++;
                }
                Files.delete(disk.resolve("filler"));
                counts[2] += done(writer, job, 99) ? 1 : 0;
                counts[3]++;
            }
        }
        for (String fault : told.faults(office)) {
            faults++;
            System.out.println("rest " + rest + ": " + fault);
        }
    }

    private boolean done(CrashWriter writer, Job job, int time) {
        try {
            writer.reopen();
            writer.work(job, time);
            return true;
        } catch (Refused refused) {
            String sentence = String.valueOf(refused.getMessage());
            if (Boolean.getBoolean("sentences")) {
                System.out.println("    " + job + " " + sentence);
            }
            if (sentence.codePoints().anyMatch(Character::isIdeographic) && !sentence.contains("Exception")) {
                return false;
            }
            System.out.println(job + " refused without a sentence: " + sentence);
        } catch (IOException | RuntimeException fault) {
            System.out.println(job + " failed: " + fault);
            fault.printStackTrace(System.out);
        }
        faults++;
        return false;
    }

    /** Leaves so many bytes. */
    private void fill(int rest) throws IOException {
        Path filler = disk.resolve("filler");
        byte[] block = new byte[4_096];
        try (var out = Files.newOutputStream(filler)) {
            for (long room = disk.toFile().getUsableSpace() - rest; room > 0; room -= block.length) {
                out.write(block);
            }
        } catch (IOException full) {
            if (disk.toFile().getUsableSpace() > block.length + rest) {
                throw new UncheckedIOException(full);
            }
        }
    }
}
