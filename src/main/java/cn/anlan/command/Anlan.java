package cn.anlan.command;

import cn.anlan.entry.Text;
import java.io.InputStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code anlan} (命令行入口): names the subcommands and runs one. Exit codes: 0 done, 1 refused, 2 wrong usage. */
@Command(name = "anlan", resourceBundle = "text.command", mixinStandardHelpOptions = true, versionProvider = Anlan.Version.class,
        subcommands = {ListCommand.class, SaveCommand.class, ImportCommand.class, SheetCommand.class, MoveCommand.class, TodoCommand.class, ReportCommand.class,
                ExportCommand.class, VerifyCommand.class, PaperCommand.class, CheckCommand.class, DemoCommand.class,
                AttachCommand.class, InboxCommand.class})
public final class Anlan implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final InputStream in;

    private Anlan(InputStream in) {
        this.in = in;
    }

    /** Runs one command line; what it prints goes to the writers, what it reads from {@code -} comes from {@code in}. The exit code. */
    public static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
        var line = line(in);
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler(new Failures());
        line.setParameterExceptionHandler(new WrongUsage());
        line.setUsageHelpAutoWidth(true);
        line.setAbbreviatedOptionsAllowed(false);
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /** The command line as picocli knows it. */
    static CommandLine line(InputStream in) {
        return new CommandLine(new Anlan(in));
    }

    InputStream in() {
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
