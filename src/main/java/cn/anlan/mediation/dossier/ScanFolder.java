package cn.anlan.mediation.dossier;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder a scanner writes into (扫描文件夹). A file is taken when it no longer grows, and moved aside only after it is in the store; what
 * cannot be taken stays where it is, with a sentence.
 */
public final class ScanFolder {
    /** A file not touched for so long is finished. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Intake intake;
    private final boolean smaller;
    /** How each file stood when it was last looked at. */
    private final Map<Path, Standing> seen = new HashMap<>();

    /** {@code smaller} makes photos smaller on their way in. */
    public ScanFolder(Intake intake, boolean smaller) {
        this.intake = intake;
        this.smaller = smaller;
    }

    /** How large a file was and when it was last written; {@code told} once its refusal was said. */
    private record Standing(long size, FileTime written, boolean told) {
        boolean isOf(Standing other) {
            return size == other.size && written.equals(other.written);
        }
    }

    /** What became of one file (收件结果): in the store, refused, or still being written. */
    public record Taken(Path file, Fate fate, String sentence) {}

    /** How a file fared. */
    public enum Fate {
        TAKEN,
        REFUSED,
        GROWING
    }

    /** Takes what has not changed since the last look; a refusal is told once. */
    public List<Taken> poll(Path folder) {
        List<Taken> news = look(folder, (before, now) -> before != null && before.isOf(now));
        seen.keySet().removeIf(file -> !Files.exists(file));
        return news.stream().filter(taken -> taken.fate != Fate.GROWING).toList();
    }

    /** Takes what nobody has written to for a moment; says what is still being written. */
    public List<Taken> once(Path folder) {
        return look(folder, (before, now) -> now.written.toInstant().isBefore(Instant.now().minus(SETTLED)));
    }

    /** Whether a file is finished, from how it stood before, if it was there, and how it stands now. */
    @FunctionalInterface
    private interface Finished {
        boolean test(@Nullable Standing before, Standing now);
    }

    private List<Taken> look(Path folder, Finished finished) {
        List<Taken> all = new ArrayList<>();
        for (Path file : files(folder)) {
            Standing now = standing(file);
            Standing before = now == null ? null : seen.put(file, now);
            if (now != null && before != null && before.told && before.isOf(now)) {
                seen.put(file, before);
            } else if (now != null && finished.test(before, now)) {
                all.add(take(file, now));
            } else if (now != null) {
                all.add(new Taken(file, Fate.GROWING, Text.of("dossier.scan.growing", file.getFileName())));
            }
        }
        return all;
    }

    /** Files of the folder itself, in order of name; hidden ones and those a browser or a copy has not finished are left alone. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().matches("\\..*|.*\\.(part|tmp|crdownload)|~.*"))
                    .sorted().toList();
        } catch (IOException unreadable) {
            throw Refused.of("dossier.refused.no_folder", folder).because(unreadable);
        }
    }

    /** Null when it went away meanwhile. */
    private static @Nullable Standing standing(Path file) {
        try {
            return new Standing(Files.size(file), Files.getLastModifiedTime(file), false);
        } catch (IOException gone) {
            return null;
        }
    }

    private Taken take(Path file, Standing now) {
        String name = file.getFileName().toString();
        try {
            Intake.Outcome outcome = intake.take(intake.look(file, smaller));
            moveAside(file);
            return new Taken(file, Fate.TAKEN, Text.of("dossier.scan.taken", name, outcome.sentence()));
        } catch (Refused refused) {
            seen.put(file, new Standing(now.size, now.written, true));
            return new Taken(file, Fate.REFUSED, Text.of("dossier.scan.refused", name, String.valueOf(refused.getMessage())));
        } catch (IOException notNow) {
            return new Taken(file, Fate.GROWING, Text.of("dossier.scan.growing", name));
        }
    }

    /** Into a folder of what is in the store; an earlier file of the same name keeps its place. */
    private static void moveAside(Path file) throws IOException {
        Path done = Files.createDirectories(file.resolveSibling(Text.of("dossier.scan.done_folder")));
        String name = file.getFileName().toString();
        Path place = done.resolve(name);
        for (int i = 2; Files.exists(place); i++) {
            place = done.resolve(i + "-" + name);
        }
        Files.move(file, place);
    }
}
