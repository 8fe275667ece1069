package cn.anlan.command;

import cn.anlan.app.Wiring;
import cn.anlan.command.part.Days;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Text;
import cn.anlan.exchange.Bundles;
import cn.anlan.exchange.Finding;
import cn.anlan.store.EntryJson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anlan export} (上报): looks the books over and seals them into one bundle for the county; books with errors are not sealed. */
@Command(name = "export")
final class ExportCommand extends StoreCommand {
    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path folder = Path.of("");

    @Mixin
    private Days days = new Days();

    @Option(names = "--single-json")
    private boolean singleJson;

    @Option(names = "--attachments", paramLabel = "new|all")
    private Bundles.@Nullable Enclosing attachments;

    @Option(names = "--json")
    private boolean json;

    /** Every bundle is a full one; the word is taken and changes nothing. */
    @Option(names = "--full")
    void full(boolean asked) {
        // nothing to choose
    }

    @Override
    protected int run(Wiring wiring) {
        var period = days.period();
        Bundles bundles = wiring.bundles();
        List<Finding> found = bundles.preflight(period, Progress.none());
        found.forEach(finding -> err().println(finding.sentence()));
        if (found.stream().anyMatch(Finding::isError)) {
            err().println(Text.of("command.export.not_sealed"));
            return REFUSED;
        }
        Bundles.Sealed sealed = bundles.seal(period, folder, attachments == null ? Bundles.Enclosing.NONE : attachments, Progress.none());
        Map<String, Object> files = new LinkedHashMap<>();
        files.put("file", sealed.file().toString());
        if (singleJson) {
            files.put("single_json", bundles.singleJson(sealed.file()).toString());
        }
        if (json) {
            files.put("bundle_id", sealed.line().bundleId());
            files.put("seq", sealed.line().number().seq());
            files.put("mode", sealed.line().number().mode());
            files.put("attachments", sealed.enclosed());
            out().println(EntryJson.write(files));
        } else {
            files.values().forEach(out()::println);
        }
        return DONE;
    }
}
