package cn.anlan.command;

import cn.anlan.command.part.StoreCommand;
import cn.anlan.entry.Text;
import cn.anlan.exchange.Finding;
import cn.anlan.exchange.Verifier;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anlan verify} (验包): whether a bundle is whole, signed and as it says; needs no store. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> found = Verifier.verify(file);
        found.forEach(finding -> (finding.isError() ? spec.commandLine().getErr() : out).println(finding.sentence()));
        if (found.stream().anyMatch(Finding::isError)) {
            return StoreCommand.REFUSED;
        }
        out.println(Text.of("command.verify.whole", file.getFileName()));
        return StoreCommand.DONE;
    }
}
