package cn.anlan.command.desk;

import cn.anlan.app.Wiring;
import cn.anlan.mediation.QuickCase;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Register;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code anlan quick} (简易纠纷登记): a quarrel settled at the doorstep, from a few answers to a whole case. */
@Command(name = "quick")
public final class QuickCommand extends DeskCommand {
    @Option(names = "--json", paramLabel = "FILE", required = true)
    private String json = "";

    @Option(names = "--reason", paramLabel = "TEXT")
    private @Nullable String reason;

    @Override
    protected int run(Wiring wiring) throws IOException {
        Register<QuickCase> sheet = wiring.registers().sheet(QuickCase.class);
        Map<String, @Nullable Object> values = new HashMap<>(wiring.initial().values(sheet.shape()));
        values.putAll(EntryJson.values(sheet.shape(), one(json)));
        return done(wiring, wiring.mediation().quick(sheet.create(values), Map.of(), reason));
    }
}
