package cn.anlan.command;

import cn.anlan.app.Wiring;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.entry.Text;
import cn.anlan.mediation.dossier.ScanFolder;
import cn.anlan.mediation.dossier.ScanFolder.Fate;
import cn.anlan.mediation.dossier.ScanFolder.Taken;
import cn.anlan.store.EntryJson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan inbox} (收件): reads the scans of a folder once; those with our code go to their paper, the others into the inbox. */
@Command(name = "inbox")
final class InboxCommand extends StoreCommand {
    @Parameters(index = "0", paramLabel = "FOLDER")
    private Path folder = Path.of("");

    @Option(names = "--smaller")
    private boolean smaller;

    @Option(names = "--json")
    private boolean json;

    @Override
    protected int run(Wiring wiring) {
        List<Taken> all = new ScanFolder(wiring.intake(), smaller).once(folder);
        for (Taken taken : all) {
            (taken.fate() == Fate.REFUSED ? err() : out()).println(json ? EntryJson.write(object(taken)) : taken.sentence());
        }
        if (!json) {
            out().println(Text.of("command.inbox.done", all.stream().filter(taken -> taken.fate() == Fate.TAKEN).count(), wiring.intake().waiting().size()));
        }
        return all.stream().anyMatch(taken -> taken.fate() == Fate.REFUSED) ? REFUSED : DONE;
    }

    private static Map<String, Object> object(Taken taken) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", taken.file().toString());
        object.put("fate", taken.fate().name().toLowerCase(Locale.ROOT));
        object.put("sentence", taken.sentence());
        return object;
    }
}
