package cn.anlan.command.part;

import cn.anlan.entry.Refused;
import cn.anlan.security.Access;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * How somebody comes in by the command line (命令行登录): her name, and her password from a file or {@code ANLAN_PASSWORD}. Never asked for, never an
 * argument, which everybody at the PC could read.
 */
public final class Login {
    private static final String PASSWORD = "ANLAN_PASSWORD";

    @Option(names = "--user", paramLabel = "NAME")
    private @Nullable String user;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    /** Whoever comes in; nobody in particular where there are no keys. Throws {@link Refused} when she may not. */
    public Access access(Keys keys, Map<String, String> environment) {
        if (!keys.exist()) {
            return Access.PLAIN;
        }
        char[] password = password(environment);
        try {
            return Access.of(keys.open(name(keys), password));
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    /** Where there is one account only, its name goes without saying. */
    private String name(Keys keys) {
        List<String> names = keys.holders().stream().map(Holder::name).toList();
        if (user == null && names.size() != 1) {
            throw Refused.of("command.refused.no_user", String.join("、", names));
        }
        return user == null ? names.get(0) : user;
    }

    public char[] password(Map<String, String> environment) {
        String given = environment.get(PASSWORD);
        if (passwordFile != null) {
            return read(passwordFile);
        } else if (given == null || given.isEmpty()) {
            throw Refused.of("command.refused.no_password");
        }
        return given.toCharArray();
    }

    /** The first line of a file. */
    public static char[] read(Path file) {
        try (var lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            if (line == null || line.isEmpty()) {
                throw Refused.of("command.refused.empty_password", file);
            }
            return line.toCharArray();
        } catch (IOException unreadable) {
            throw Refused.of("command.refused.no_file", file);
        }
    }
}
