package cn.anlan.command;

import cn.anlan.app.Wiring;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.QuickCase;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Register;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code anlan quick} (简易登记): quarrels settled at the doorstep, each a whole case in one write, as on the screen. */
@Command(name = "quick")
final class QuickCommand extends StoreCommand {
    @Option(names = "--json", paramLabel = "FILE", required = true)
    private String json = "";

    @Option(names = "--reason", paramLabel = "TEXT")
    private @Nullable String reason;

    @Override
    int run(Wiring wiring) throws IOException {
        Register<QuickCase> sheet = wiring.registers().sheet(QuickCase.class);
        for (Map<String, Object> object : EntryJson.readAll(read(json))) {
            Map<String, @Nullable Object> values = new HashMap<>(wiring.initial().values(sheet.shape()));
            values.putAll(EntryJson.values(sheet.shape(), object));
            Dispute stored = wiring.mediation().quick(sheet.create(values), Map.of(), reason);
            out().println(EntryJson.write(wiring.registers().of(Dispute.class).shape(), stored));
        }
        return DONE;
    }
}
