package cn.anlan.app;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/** Writes failures into the log without their words (日志不留个人信息): which classes threw, and where; never what a record said. */
public final class QuietTrace extends ThrowableHandlingConverter {
    private static final int DEEPEST = 5;
    private static final int LINES = 60;

    @Override
    public String convert(ILoggingEvent event) {
        var trace = new StringBuilder();
        IThrowableProxy failed = event.getThrowableProxy();
        for (int depth = 0; failed != null && depth < DEEPEST; depth++) {
            trace.append(depth == 0 ? "" : "because of ").append(failed.getClassName()).append(System.lineSeparator());
            StackTraceElementProxy[] lines = failed.getStackTraceElementProxyArray();
            for (int i = 0; i < Math.min(LINES, lines.length - failed.getCommonFrames()); i++) {
                trace.append("    ").append(lines[i].getSTEAsString()).append(System.lineSeparator());
            }
            failed = failed.getCause();
        }
        return trace.toString();
    }
}
