package cn.anlan.exchange;

import cn.anlan.entry.Text;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One thing found wrong before sealing or in a sealed file (问题), in one sentence for the clerk.
 *
 * @param part the register it lies in, or the part of the file; empty when the whole office or file is meant
 * @param entryId the entry to jump to; null when there is none
 */
public record Finding(Level level, String part, @Nullable String entryId, String sentence) {

    /** Whether the bundle is no good with it, or merely better without. */
    public enum Level {
        ERROR,
        WARNING
    }

    static Finding error(String part, String key, Object... args) {
        return new Finding(Level.ERROR, part, null, Text.of("exchange." + key, args));
    }

    static Finding warning(String part, String key, Object... args) {
        return new Finding(Level.WARNING, part, null, Text.of("exchange." + key, args));
    }

    public boolean isError() {
        return level == Level.ERROR;
    }

    /** A bundle cannot be read any further; the finding says where and why. */
    static final class Broken extends IOException {
        private final transient Finding finding;

        Broken(String part, String key, Object... args) {
            this(error(part, key, args));
        }

        private Broken(Finding finding) {
            super(finding.sentence);
            this.finding = finding;
        }

        Finding finding() {
            return finding;
        }
    }
}
