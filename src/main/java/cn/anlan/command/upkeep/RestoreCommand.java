package cn.anlan.command.upkeep;

import cn.anlan.app.Restore;
import cn.anlan.app.Wiring;
import cn.anlan.app.window.SingleWindow;
import cn.anlan.command.part.Entrance;
import cn.anlan.command.part.Login;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.security.Access;
import cn.anlan.security.Role;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.KeyRing;
import cn.anlan.security.key.Keys;
import cn.anlan.security.key.RecoveryCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anlan restore} (恢复): brings an office back from a backup, by password or by recovery code; what is there is put aside. */
@Command(name = "restore", mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {
    private static final int DONE = 0;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Entrance entrance = new Entrance();

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--code-file", paramLabel = "FILE")
    private @Nullable Path codeFile;

    @Option(names = "--skip", paramLabel = "N")
    private int skip = Restore.USUAL_SKIP;

    @Override
    public Integer call() {
        if (skip < 0) {
            throw Refused.of("backup.refused.skip", skip);
        }
        SingleWindow alone = SingleWindow.claim(entrance.folder()).orElseThrow(() -> Refused.of("backup.refused.open"));
        try (alone) {
            Restore.Done done = new Restore(entrance.folder(), Wiring.officeClock()).run(file, codeFile == null ? entrance::access : this::byCode, skip);
            PrintWriter out = spec.commandLine().getOut();
            out.println(Text.of("backup.restored", done.about().at(), skip));
            if (done.aside() != null) {
                out.println(Text.of("backup.aside", done.aside()));
            }
        }
        return DONE;
    }

    /** Whoever has the sheet from the safe. */
    private Access byCode(Keys keys) {
        KeyRing ring = keys.open(RecoveryCode.read(new String(Login.read(codeFile == null ? file : codeFile))));
        return Access.of(new Keys.Opened(new Holder(Text.of("backup.by_code"), Role.DIRECTOR.word(), null), ring));
    }
}
