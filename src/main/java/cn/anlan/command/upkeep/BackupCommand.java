package cn.anlan.command.upkeep;

import cn.anlan.app.Backups;
import cn.anlan.app.Wiring;
import cn.anlan.command.part.Entrance;
import cn.anlan.entry.Text;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code anlan backup} (备份): {@code --out} makes one there now, {@code --due} those that are due, {@code --drill} exercises the return of one, the
 * newest beside the store unless a file is named. A window may be open meanwhile.
 */
@Command(name = "backup", mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int DOUBTFUL = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Entrance entrance = new Entrance();

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Option(names = "--due")
    private boolean due;

    @Option(names = "--drill", paramLabel = "FILE", arity = "0..1", fallbackValue = "")
    private @Nullable String drill;

    @Override
    public Integer call() {
        if (out == null && !due && drill == null) {
            throw new ParameterException(spec.commandLine(), Text.of("command.wrong.missing", "--out"));
        }
        try (Wiring house = entrance.open(Wiring.officeClock())) {
            Backups backups = house.backups();
            boolean good = out == null || told(backups.make(Backups.Kind.ASKED, out, () -> false));
            if (due) {
                for (Backups.Made made : backups.makeDue(() -> false)) {
                    good &= told(made);
                }
            }
            return (drill == null || drilled(backups, drill)) && good ? DONE : DOUBTFUL;
        }
    }

    private boolean told(Backups.Made made) {
        PrintWriter writer = made.isGood() ? spec.commandLine().getOut() : spec.commandLine().getErr();
        writer.println(made.sentence());
        return made.isGood();
    }

    private boolean drilled(Backups backups, String named) {
        Backups.Drill shown = named.isEmpty() ? backups.drill() : backups.drill(Path.of(named));
        PrintWriter writer = shown.backup().isGood() ? spec.commandLine().getOut() : spec.commandLine().getErr();
        writer.println(shown.sentence());
        return shown.backup().isGood();
    }
}
