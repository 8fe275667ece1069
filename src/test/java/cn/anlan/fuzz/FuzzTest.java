package cn.anlan.fuzz;

import cn.anlan.fuzz.Spoiled.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** A few hundred spoiled files of every kind the house opens: a sentence, or opened; never a crash, a hang, a stack trace. Thousands in the bench. */
class FuzzTest {
    private static final int OF_EACH = 20;
    /** Opening a whole store takes longer than a sheet. */
    private static final Map<String, Integer> DEAR = Map.of("locked store", 4, "plain store", 4, "backup", 4, "attachment", 4, "pdf", 8);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void spoiledFilesAreOpenedOrRefusedInASentence() throws Exception {
        var spoiled = new Spoiled(folder);
        try {
            assertThatCode(spoiled::openAllWhole).doesNotThrowAnyException();
            List<String> faults = new ArrayList<>();
            int refused = 0;
            for (String kind : spoiled.kinds()) {
                for (long seed = 0; seed < DEAR.getOrDefault(kind, OF_EACH); seed++) {
                    long begin = System.nanoTime();
                    try {
                        Outcome outcome = spoiled.run(kind, seed);
                        refused += outcome.opened() ? 0 : 1;
                    } catch (Exception | Error fault) {
                        faults.add(kind + " " + seed + ": " + fault);
                    }
                    if (System.nanoTime() - begin > LONGEST.toNanos()) {
                        faults.add(kind + " " + seed + " took too long");
                    }
                }
            }
            assertThat(faults).isEmpty();
            assertThat(refused).as("spoiled files that were refused").isGreaterThan(OF_EACH);
        } finally {
            spoiled.close();
        }
    }
}
