package cn.anlan.command.upkeep;

import cn.anlan.app.DataFolder;
import cn.anlan.entry.Text;
import cn.anlan.manual.Manual;
import cn.anlan.manual.ManualPaper;
import cn.anlan.paper.print.Press;
import cn.anlan.paper.print.Typefaces;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anlan manual} (使用手册): the manual or the quick card as PDF; needs no store. */
@Command(name = "manual", mixinStandardHelpOptions = true)
public final class ManualCommand implements Callable<Integer> {
    private static final int DONE = 0;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private Path file = Path.of("");

    @Option(names = "--card")
    private boolean card;

    @Override
    public Integer call() {
        var press = new Press(new Typefaces(DataFolder.usual().resolve("fonts")));
        press.print(card ? ManualPaper.card() : ManualPaper.whole(Manual.read()), file);
        spec.commandLine().getOut().println(Text.of("manual.written", file));
        return DONE;
    }
}
