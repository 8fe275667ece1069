package cn.anlan.command.part;

import cn.anlan.app.DataFolder;
import cn.anlan.app.Doorkeeper;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Refused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that needs the store (对数据库的命令): opens the house, does its work, closes it again. */
@Command(mixinStandardHelpOptions = true)
public abstract class StoreCommand implements Callable<Integer> {
    public static final int DONE = 0;
    public static final int REFUSED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ParentCommand
    private @Nullable Surroundings around;

    @Option(names = "--store", paramLabel = "DIR")
    private @Nullable Path store;

    @Mixin
    private Login login = new Login();

    @Override
    public Integer call() throws IOException {
        Clock clock = Wiring.officeClock();
        try (var wiring = new Wiring(folder(), clock, login.access(Doorkeeper.keys(folder(), clock), environment()))) {
            return run(wiring);
        }
    }

    protected final Path folder() {
        return store == null ? DataFolder.usual() : store;
    }

    /** The password of whoever runs the command. */
    protected final char[] password() {
        return login.password(environment());
    }

    private Map<String, String> environment() {
        return Objects.requireNonNull(around).environment();
    }

    /** The work itself; the exit code. */
    protected abstract int run(Wiring wiring) throws IOException;

    protected final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    protected final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    protected final ParameterException wrongUsage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** The text of a file, or of standard input for {@code -}. */
    protected final String read(String file) throws IOException {
        byte[] bytes = file.equals("-") ? Objects.requireNonNull(around).in().readAllBytes() : fileBytes(Path.of(file));
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw Refused.of("command.refused.not_utf8", file);
        }
    }

    private static byte[] fileBytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw Refused.of("command.refused.no_file", file);
        }
    }
}
