package cn.anlan.app;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The log of this PC (日志): warnings and failures only, nothing of what a record says, a new file when one is full, nothing printed. Found by logback
 * as a service; written here and not in XML, which takes as long to read as a page to draw.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class OfficeLog extends ContextAwareBase implements Configurator {
    /** The property that names the folder. */
    public static final String FOLDER = "ANLAN_LOG";

    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, Asia/Shanghai} %-5level [%thread] %logger - %msg%n%trace";
    private static final FileSize FULL = new FileSize(2 * FileSize.MB_COEFFICIENT);
    private static final FileSize ALL = new FileSize(20 * FileSize.MB_COEFFICIENT);
    private static final int MONTHS = 12;
    /** Fonts and broken PDFs make them talk of nothing else. */
    private static final List<String> TALKATIVE = List.of("org.apache.fontbox", "org.apache.pdfbox");

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        lay(context);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Lays the log out in the folder that {@link #FOLDER} names, a property of the context or else of the system. */
    public static void lay(LoggerContext context) {
        Path folder = Path.of(Optional.ofNullable(context.getProperty(FOLDER)).orElseGet(() ->
                System.getProperty(FOLDER, Path.of(System.getProperty("java.io.tmpdir"), "anlan-log").toString())));
        context.getStatusManager().add(new NopStatusListener());
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(file(context, folder));
        TALKATIVE.forEach(name -> context.getLogger(name).setLevel(Level.ERROR));
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext context, Path folder) {
        var file = new RollingFileAppender<ILoggingEvent>();
        file.setContext(context);
        file.setName("FILE");
        file.setFile(folder.resolve("anlan.log").toString());
        var rolling = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        rolling.setContext(context);
        rolling.setParent(file);
        rolling.setFileNamePattern(folder.resolve("anlan.%d{yyyy-MM}.%i.log").toString());
        rolling.setMaxFileSize(FULL);
        rolling.setMaxHistory(MONTHS);
        rolling.setTotalSizeCap(ALL);
        rolling.start();
        file.setRollingPolicy(rolling);
        file.setEncoder(encoder(context));
        file.start();
        return file;
    }

    private static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext context) {
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("trace", QuietTrace::new);
        layout.setPattern(LINE);
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }
}
