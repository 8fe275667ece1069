package cn.anlan.security;

import cn.anlan.entry.Refused;
import cn.anlan.security.key.KeyRing;
import cn.anlan.security.key.SmallFile;
import cn.anlan.store.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far the journal had come when the store was last closed, sealed and kept outside it (链尾): an older copy put in the store's place
 * does not reach that far, and is noticed.
 */
public final class Tip {
    static final String NAME = "journal.tip";
    static final String USE = "tip";

    private final Path file;
    private final KeyRing ring;
    private final Journal journal;

    public Tip(Path folder, KeyRing ring, Journal journal) {
        this.file = folder.resolve(NAME);
        this.ring = ring;
        this.journal = journal;
    }

    /** Whether the journal still holds the line that was its last; true while none was ever noted. */
    public boolean holds() {
        if (!Files.exists(file)) {
            return true;
        }
        try {
            String[] noted = new String(ring.open(USE, Files.readAllBytes(file)), StandardCharsets.US_ASCII).split(" ", 2);
            return journal.isLine(Long.parseLong(noted[0]), noted[1]);
        } catch (IOException | Refused | NumberFormatException | ArrayIndexOutOfBoundsException changed) {
            return false;
        }
    }

    /** Notes where the journal ends now; while it does not hold what was noted before, that stays as the evidence it is. */
    public void note() {
        if (holds()) {
            journal.tip().ifPresent(this::write);
        }
    }

    /** Begins anew from where the journal ends now: after a backup was put back on purpose. */
    public void renew() {
        journal.tip().ifPresent(this::write);
    }

    private void write(String tip) {
        SmallFile.replace(file, ring.seal(USE, tip.getBytes(StandardCharsets.US_ASCII)));
    }
}
