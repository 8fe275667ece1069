package cn.anlan.command;

import cn.anlan.app.DataFolder;
import cn.anlan.app.Wiring;
import cn.anlan.app.sample.Sample;
import cn.anlan.app.sample.SampleScans;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Text;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anlan demo} (样例数据): fills an empty store with a sample township, or the whole sample county. */
@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String COUNTY = "620623";
    private static final String TOWN = "620623100";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--store", paramLabel = "DIR")
    private @Nullable Path store;

    @ArgGroup
    private Where where = new Where();

    @Option(names = "--cases", paramLabel = "N")
    private int cases = 300;

    @Option(names = "--scans", paramLabel = "N")
    private int scans;

    @Option(names = "--seed", paramLabel = "S")
    private long seed = 1;

    /** Either one township or all of them. */
    private static final class Where {
        @Option(names = "--town", paramLabel = "CODE")
        private String town = TOWN;

        @Option(names = "--county")
        private boolean county;
    }

    @Override
    public Integer call() {
        String place = where.county ? COUNTY : where.town;
        Path folder = store == null ? DataFolder.usual() : store;
        Sample.fill(folder, new Sample.Plan(place, cases, seed, Sample.LAST_DAY), Progress.none());
        if (scans > 0) {
            try (var house = new Wiring(folder, Wiring.officeClock())) {
                SampleScans.add(house, scans, seed);
            }
        }
        spec.commandLine().getOut().println(Text.of("command.demo.done", folder, cases));
        return StoreCommand.DONE;
    }
}
