package cn.anlan.store.file;

import cn.anlan.entry.Refused;
import java.sql.SQLException;
import java.util.Map;

/** Turns what SQLite says into a sentence the clerk can act on (存储故障), or into a failure with its cause where she cannot. */
public final class StoreFailure extends RuntimeException {
    /** SQLite's primary result codes, see its documentation "Result and Error Codes". */
    private static final Map<Integer, String> CURABLE = Map.of(
            5, "busy", 6, "busy", 8, "read_only", 9, "stopped", 10, "io", 11, "damaged", 13, "disk_full", 14, "cannot_open", 26, "foreign_file");

    private StoreFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** The sentence, as a {@link Refused}, or the failure. */
    public static RuntimeException of(SQLException failed) {
        String key = CURABLE.get(failed.getErrorCode() & 0xFF);
        if (key == null) {
            return new StoreFailure(failed);
        }
        return Refused.of("store.refused." + key).because(failed);
    }

    /** A value stands in the file that nobody can have written there. */
    public static Refused damaged(RuntimeException unreadable) {
        return Refused.of("store.refused.damaged").because(unreadable);
    }
}
