package cn.anlan.command;

import cn.anlan.app.Wiring;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.entry.Text;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Inspection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code anlan check} (体检): whether the store, the journal and the search index are whole. */
@Command(name = "check")
final class CheckCommand extends StoreCommand {
    @Option(names = "--json")
    private boolean json;

    @Override
    protected int run(Wiring wiring) {
        List<Inspection.Result> results = wiring.inspection().run();
        for (Inspection.Result result : results) {
            out().println(json ? EntryJson.write(object(result))
                    : Text.of(result.whole() ? "command.check.whole" : "command.check.broken", result.label(), result.detail()));
        }
        return results.stream().allMatch(Inspection.Result::whole) ? DONE : REFUSED;
    }

    private static Map<String, Object> object(Inspection.Result result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("check", result.name());
        object.put("whole", result.whole());
        object.put("detail", result.detail());
        return object;
    }
}
