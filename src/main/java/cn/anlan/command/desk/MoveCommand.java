package cn.anlan.command.desk;

import cn.anlan.app.Wiring;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.command.part.Unmasking;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.desk.Step;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Register;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan move} (办理): takes a dispute one step further, or says why not. */
@Command(name = "move")
public final class MoveCommand extends StoreCommand {
    private static final String DISPUTE = "dispute";

    @Parameters(index = "0", paramLabel = "REGISTER")
    private String register = "";

    @Parameters(index = "1", paramLabel = "ID")
    private String id = "";

    @Parameters(index = "2", paramLabel = "STEP")
    private String step = "";

    @Option(names = "--json", paramLabel = "FILE")
    private @Nullable String json;

    @Mixin
    private Unmasking unmasking = new Unmasking();

    @Override
    protected int run(Wiring wiring) throws IOException {
        if (!wiring.registers().named(register).name().equals(DISPUTE)) {
            throw Refused.of("command.refused.not_moved", register);
        }
        List<Map<String, Object>> facts = json == null ? List.of(Map.of()) : EntryJson.readAll(read(json));
        if (facts.size() != 1) {
            throw Refused.of("command.refused.one_object", facts.size());
        }
        Dispute moved = wiring.mediation().move(id, Step.of(step), facts.get(0));
        Register<Dispute> disputes = wiring.registers().of(Dispute.class);
        out().println(EntryJson.write(disputes.shape(), unmasking.over(wiring, disputes).apply(moved)));
        return DONE;
    }
}
