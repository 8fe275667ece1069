package cn.anlan.command.part;

import cn.anlan.app.DataFolder;
import cn.anlan.app.Doorkeeper;
import cn.anlan.app.Wiring;
import cn.anlan.security.Access;
import cn.anlan.security.key.Keys;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which store a command is about, and who comes in (入口), for commands that open it themselves, or not at all. */
public final class Entrance {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--store", paramLabel = "DIR")
    private @Nullable Path store;

    @Mixin
    private Login login = new Login();

    public Path folder() {
        return store == null ? DataFolder.usual() : store;
    }

    /** Opens the house. Throws {@link cn.anlan.entry.Refused} as {@link Wiring} does, or when she may not come in. */
    public Wiring open(Clock clock) {
        return new Wiring(folder(), clock, access(Doorkeeper.keys(folder(), clock)));
    }

    /** Lets somebody in by these keys. */
    public Access access(Keys keys) {
        return login.access(keys, command != null && command.root().userObject() instanceof Surroundings around ? around.environment() : Map.of());
    }
}
