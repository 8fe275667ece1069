package cn.anlan.command.part;

import cn.anlan.entry.Period;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** The days a command is about (起止日期), the first and the last of them counted. */
public final class Days {
    @Option(names = "--from", paramLabel = "DATE", required = true)
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "DATE", required = true)
    private LocalDate to = LocalDate.EPOCH;

    public Period period() {
        return new Period(from, to);
    }
}
