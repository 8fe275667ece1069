package cn.anlan.app.page;

import cn.anlan.entry.Period;
import cn.anlan.reference.ReportMonth;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Who works at this PC and how (本机设置), as the settings keep it.
 *
 * @param home the code of the township
 * @param orgCode 12 digits, as the county knows the office
 * @param clerk whose name the journal writes
 * @param cutDay the day months close on for the county
 * @param fontPercent 100, 115 or 125
 */
public record Setup(String home, String orgCode, String orgName, String clerk, int cutDay, int fontPercent) {
    private static final String HOME = "home";
    private static final String ORG_CODE = "org_code";
    private static final String ORG_NAME = "org_name";
    private static final String CLERK = "clerk";
    private static final String CUT_DAY = "cut_day";
    private static final String FONT = "font_percent";
    private static final String INSTALL = "install_id";
    private static final int PLAIN = 100;
    private static final int SMALLEST = 50;
    private static final int LARGEST = 300;
    private static final int LONGEST_MONTH = 31;

    /** What the settings say; empty texts while nobody has said anything. */
    public static Setup read(Function<String, Optional<String>> settings) {
        return new Setup(settings.apply(HOME).orElse(""), settings.apply(ORG_CODE).orElse(""), settings.apply(ORG_NAME).orElse(""),
                settings.apply(CLERK).orElse(""), number(settings.apply(CUT_DAY), 1, LONGEST_MONTH, ReportMonth.USUAL_CUT),
                number(settings.apply(FONT), SMALLEST, LARGEST, PLAIN));
    }

    /** What no month and no eye could do with is the usual. */
    private static int number(Optional<String> written, int least, int most, int usual) {
        return written.filter(text -> text.matches("\\d{1,3}")).map(Integer::valueOf).filter(number -> number >= least && number <= most).orElse(usual);
    }

    /** Writes everything down. */
    public void write(BiConsumer<String, String> settings) {
        settings.accept(HOME, home);
        settings.accept(ORG_CODE, orgCode);
        settings.accept(ORG_NAME, orgName);
        settings.accept(CLERK, clerk);
        settings.accept(CUT_DAY, String.valueOf(cutDay));
        settings.accept(FONT, String.valueOf(fontPercent));
    }

    /** Writes everything down for the first time; by the install id the county tells two PCs apart. */
    public void begin(BiConsumer<String, String> settings, String installId) {
        write(settings);
        settings.accept(INSTALL, installId);
    }

    /** Whether the first-run questions have been answered. */
    public boolean isComplete() {
        return !home.isEmpty() && !orgName.isEmpty() && !clerk.isEmpty();
    }

    /** The reporting period of today. */
    public Period period(Clock clock) {
        return new ReportMonth(cutDay).of(LocalDate.now(clock));
    }
}
