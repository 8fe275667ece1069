package cn.anlan.command.desk;

import cn.anlan.app.Wiring;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.command.part.Unmasking;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.QuickCase;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Register;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anlan quick} (简易纠纷登记): a quarrel settled at the doorstep, from a few answers to a whole case. */
@Command(name = "quick")
public final class QuickCommand extends StoreCommand {
    @Option(names = "--json", paramLabel = "FILE", required = true)
    private String json = "";

    @Option(names = "--reason", paramLabel = "TEXT")
    private @Nullable String reason;

    @Mixin
    private Unmasking unmasking = new Unmasking();

    @Override
    protected int run(Wiring wiring) throws IOException {
        List<Map<String, Object>> written = EntryJson.readAll(read(json));
        if (written.size() != 1) {
            throw Refused.of("command.refused.one_object", written.size());
        }
        Register<QuickCase> sheet = wiring.registers().sheet(QuickCase.class);
        Map<String, @Nullable Object> values = new HashMap<>(wiring.initial().values(sheet.shape()));
        values.putAll(EntryJson.values(sheet.shape(), written.get(0)));
        Dispute entered = wiring.mediation().quick(sheet.create(values), Map.of(), reason);
        Register<Dispute> disputes = wiring.registers().of(Dispute.class);
        out().println(EntryJson.write(disputes.shape(), unmasking.over(wiring, disputes).apply(entered)));
        return DONE;
    }
}
