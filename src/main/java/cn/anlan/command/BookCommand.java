package cn.anlan.command;

import cn.anlan.app.Wiring;
import cn.anlan.command.part.Days;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.entry.Text;
import cn.anlan.paper.ledger.Filled;
import cn.anlan.paper.ledger.Ledger;
import cn.anlan.paper.ledger.Ledgers;
import cn.anlan.paper.ledger.Wanted;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan book} (打印台账): a running register of a period on A4, or as a workbook; masked unless it is said what the whole is for. */
@Command(name = "book")
final class BookCommand extends StoreCommand {
    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Mixin
    private Days days = new Days();

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private Path file = Path.of("");

    @Option(names = "--place", paramLabel = "CODE")
    private @Nullable String place;

    @Option(names = "--type", paramLabel = "CODE")
    private @Nullable String type;

    @Option(names = "--stage", paramLabel = "CODE")
    private @Nullable String stage;

    @Option(names = "--mediator", paramLabel = "ID")
    private @Nullable String mediator;

    @Option(names = "--a3")
    private boolean large;

    @Option(names = "--purpose", paramLabel = "TEXT")
    private @Nullable String purpose;

    @Override
    protected int run(Wiring wiring) {
        Ledgers ledgers = wiring.printing().ledgers();
        Filled filled = ledgers.fill(Ledger.of(name), new Wanted(days.period(), place, type, stage, mediator, purpose));
        ledgers.write(filled, large, file);
        out().println(Text.of("command.book.written", filled.lines().size(), file));
        return DONE;
    }
}
