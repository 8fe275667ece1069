package cn.anlan.app.sample;

import cn.anlan.app.Wiring;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.store.Query;
import cn.anlan.store.backup.Return;
import cn.anlan.store.file.StoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A sample township in place of an empty store (样例入库): made beside it and put there whole. Cancelled or cut short, the empty store stays. */
public final class FreshSample {
    private static final String BESIDE = "sample.new";

    private FreshSample() {}

    /** Fills a store with a sample township, telling how far it is; throws {@link Refused} when cancelled. Not on the painting thread. */
    @FunctionalInterface
    public interface Maker {
        void fill(Path folder, String home, Progress progress);
    }

    /** Makes the sample of this home beside an empty store. Throws {@link Refused} when anything is registered there, or when cancelled. */
    public static void make(Wiring empty, String home, Maker maker, Progress progress) {
        boolean used = empty.registers().all().stream().filter(register -> !register.shape().isTool())
                .anyMatch(register -> register.count(Query.all().lives(Query.Lives.BOTH), 1) > 0);
        if (used) {
            throw Refused.of("app.refused.not_empty");
        }
        Path beside = beside(empty.database().folder());
        discard(beside);
        boolean whole = false;
        try {
            maker.fill(beside, home, progress);
            whole = true;
        } finally {
            if (!whole) {
                discard(beside);
            }
        }
    }

    /** Puts what was made in the place of the empty store, which nobody has open. */
    public static void putInPlace(Path folder) {
        Path beside = beside(folder);
        try {
            Files.move(beside.resolve(StoreFile.NAME), folder.resolve(StoreFile.NAME), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notMoved) {
            throw Refused.of("app.refused.sample_not_put", folder).because(notMoved);
        }
        discard(beside);
    }

    private static Path beside(Path folder) {
        return folder.resolve(BESIDE);
    }

    private static void discard(Path beside) {
        if (Files.exists(beside)) {
            Return.discard(beside);
        }
    }
}
