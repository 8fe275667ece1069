package cn.anlan.command.desk;

import cn.anlan.app.Wiring;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.desk.Step;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan move} (办理): takes a dispute one step further, or says why not. */
@Command(name = "move")
public final class MoveCommand extends DeskCommand {
    private static final String DISPUTE = "dispute";

    @Parameters(index = "0", paramLabel = "REGISTER")
    private String register = "";

    @Parameters(index = "1", paramLabel = "ID")
    private String id = "";

    @Parameters(index = "2", paramLabel = "STEP")
    private String step = "";

    @Option(names = "--json", paramLabel = "FILE")
    private @Nullable String json;

    @Override
    protected int run(Wiring wiring) throws IOException {
        if (!wiring.registers().named(register).name().equals(DISPUTE)) {
            throw Refused.of("command.refused.not_moved", register);
        }
        return done(wiring, wiring.mediation().move(id, Step.of(step), json == null ? Map.of() : one(json)));
    }
}
