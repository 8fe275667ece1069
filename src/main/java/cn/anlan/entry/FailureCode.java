package cn.anlan.entry;

import java.util.Arrays;
import java.util.Locale;

/** What a clerk reads out on the telephone when something failed that she cannot cure (故障代码). */
public final class FailureCode {
    private FailureCode() {}

    /** Short, and the same whenever the same kind of failure starts from the same place of ours. */
    public static String of(Throwable failed) {
        String place = Arrays.stream(failed.getStackTrace()).filter(frame -> frame.getClassName().startsWith("cn.anlan."))
                .findFirst().map(frame -> frame.getClassName() + "." + frame.getMethodName()).orElse("");
        int hash = (failed.getClass().getName() + "@" + place).hashCode();
        return "E" + String.format(Locale.ROOT, "%06X", hash & 0xFFFFFF);
    }
}
