package cn.anlan.command;

import cn.anlan.command.desk.MoveCommand;
import cn.anlan.command.desk.QuickCommand;
import cn.anlan.command.desk.TodoCommand;
import cn.anlan.command.part.Surroundings;
import cn.anlan.command.upkeep.BackupCommand;
import cn.anlan.command.upkeep.ManualCommand;
import cn.anlan.command.upkeep.RestoreCommand;
import cn.anlan.command.upkeep.UpdateCommand;
import cn.anlan.entry.Text;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code anlan} (命令行入口): names the subcommands and runs one. Exit codes: 0 done, 1 refused, 2 wrong usage. */
@Command(name = "anlan", resourceBundle = "text.command", mixinStandardHelpOptions = true, versionProvider = Anlan.Version.class,
        subcommands = {ListCommand.class, SaveCommand.class, ImportCommand.class, SheetCommand.class, QuickCommand.class, MoveCommand.class, TodoCommand.class,
                ReportCommand.class, ExportCommand.class, VerifyCommand.class, PaperCommand.class, BookCommand.class, CheckCommand.class, AccountCommand.class,
                DemoCommand.class, AttachCommand.class, InboxCommand.class, UpdateCommand.class, BackupCommand.class, RestoreCommand.class, ManualCommand.class})
public final class Anlan implements Runnable, Surroundings {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final InputStream in;
    private final Map<String, String> environment;

    private Anlan(InputStream in, Map<String, String> environment) {
        this.in = in;
        this.environment = environment;
    }

    /** Runs one command line; what it prints goes to the writers, what it reads from {@code -} comes from {@code in}. The exit code. */
    public static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
        return run(in, out, err, System.getenv(), args);
    }

    /** The same in an environment of one's own. */
    static int run(InputStream in, PrintWriter out, PrintWriter err, Map<String, String> environment, String... args) {
        var line = new CommandLine(new Anlan(in, environment));
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler(new Failures());
        line.setParameterExceptionHandler(new WrongUsage());
        line.setUsageHelpAutoWidth(true);
        line.setAbbreviatedOptionsAllowed(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /** The command line as picocli knows it. */
    static CommandLine line(InputStream in) {
        return new CommandLine(new Anlan(in, Map.of()));
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), Text.of("command.wrong.no_command"));
    }

    /** The version the program was built as. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String built = Anlan.class.getPackage().getImplementationVersion();
            return new String[] {"anlan " + (built == null ? "0" : built)};
        }
    }
}
