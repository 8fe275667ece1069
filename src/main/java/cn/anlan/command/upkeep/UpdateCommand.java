package cn.anlan.command.upkeep;

import cn.anlan.app.DataFolder;
import cn.anlan.app.Updating;
import cn.anlan.app.Wiring;
import cn.anlan.app.window.SingleWindow;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.update.Update;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anlan update} (更新): brings a newer program from a stick, or only says whether the stick is good; the store stays closed. */
@Command(name = "update", mixinStandardHelpOptions = true)
public final class UpdateCommand implements Callable<Integer> {
    private static final int DONE = 0;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FOLDER")
    private Path stick = Path.of("");

    @Option(names = "--check")
    private boolean check;

    @Option(names = "--store", paramLabel = "DIR")
    private @Nullable Path store;

    @Override
    public Integer call() {
        Path folder = store == null ? DataFolder.usual() : store;
        Updating updating = Updating.of(folder, Wiring.officeClock());
        Update.Offer offer = updating.check(stick);
        PrintWriter out = spec.commandLine().getOut();
        if (check) {
            out.println(Text.of("update.found", offer.version()));
            return DONE;
        }
        SingleWindow alone = SingleWindow.claim(folder).orElseThrow(() -> Refused.of("update.refused.open"));
        try (alone) {
            Update.Outcome outcome = updating.install(offer);
            out.println(Text.of(outcome.finished() ? "update.done" : "update.begun", offer.version(), outcome.backup()));
        }
        return DONE;
    }
}
