package cn.anlan.security;

import cn.anlan.entry.Refused;
import cn.anlan.security.key.KeyRing;
import cn.anlan.security.key.SmallFile;
import cn.anlan.store.attachment.Attachments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Seals anew what an older key sealed, or nobody did (换封): after somebody was shown out, and when a store was locked that had been plain. File by
 * file, each whole or as it was, so that it may be cut short anywhere and goes on after the next login; when nothing is left, the older keys are forgotten.
 */
public final class Renewal {
    private final Path folder;
    private final Accounts accounts;
    private final Attachments attachments;
    private final Object oneAtATime = new Object();
    private volatile boolean over;
    private volatile State state = new State(0, 0, 0);

    /**
     * How far it has come.
     *
     * @param done sealed anew since it began
     * @param total to be sealed anew when it began
     * @param broken not to be opened: left as they are, and with them the older keys
     */
    public record State(int done, int total, int broken) {
        public boolean isUnderWay() {
            return done + broken < total;
        }
    }

    /** Of the store in a folder. */
    public Renewal(Path folder, Accounts accounts, Attachments attachments) {
        this.folder = folder;
        this.accounts = accounts;
        this.attachments = attachments;
    }

    public State state() {
        return state;
    }

    /** How many attachments still have an older key, or none; reads their heads. */
    public int outdated() {
        return accounts.access().ring().map(ring -> attachments.looking(ring::isOutdated).size()).orElse(0);
    }

    /** Seals the small files of people anew, before anybody writes them: half-filled forms, and how far the journal had come. */
    public void sealSmall() {
        accounts.access().ring().filter(KeyRing::hasOlder).ifPresent(ring -> {
            small(folder.resolve("draft")).forEach(file -> sealSmall(ring, Drafts.USE, file));
            sealSmall(ring, Tip.USE, folder.resolve(Tip.NAME));
        });
    }

    private static List<Path> small(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** What cannot be opened stays as it is: whoever reads it will say so. */
    private static void sealSmall(KeyRing ring, String use, Path file) {
        try {
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            if (bytes.length > 0 && ring.isOutdated(bytes)) {
                SmallFile.replace(file, ring.seal(use, ring.open(use, bytes)));
            }
        } catch (IOException | Refused unreadable) {
            return;
        }
    }

    /** Seals every attachment anew that needs it; how it ended. Takes as long as copying them does. Throws {@link Refused} when one cannot be written. */
    public State run() {
        synchronized (oneAtATime) {
            List<Path> files = over ? List.of() : accounts.access().ring().map(ring -> attachments.looking(ring::isOutdated)).orElse(List.of());
            state = new State(0, files.size(), 0);
            for (Path file : files) {
                if (over) {
                    return state;
                }
                boolean sealed = attachments.sealAnew(file);
                state = new State(state.done + (sealed ? 1 : 0), state.total, state.broken + (sealed ? 0 : 1));
            }
            if (!over && accounts.access().ring().filter(KeyRing::hasOlder).isPresent()) {
                accounts.settle(() -> outdated() == 0);
            }
            return state;
        }
    }

    /** Gives way: the file at hand is finished, no other begun. Before the keys are forgotten. */
    public void stop() {
        over = true;
        synchronized (oneAtATime) {
            over = true;
        }
    }
}
