package cn.anlan.command;

import cn.anlan.store.EntryJson;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Types command lines into the program, in the same process, and keeps what it printed. */
public final class Terminal {
    private final Path store;

    public Terminal(Path store) {
        this.store = store;
    }

    /** What a command did. */
    public record Answer(int code, String out, String err) {
        public List<Map<String, Object>> objects() {
            return EntryJson.readAll(out);
        }
    }

    /** A command of somebody who comes in with a password. */
    public Answer as(String user, String password, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--store", store.toString(), "--user", user));
        return raw("", Map.of("ANLAN_PASSWORD", password), all.toArray(String[]::new));
    }

    public Answer type(String... words) {
        return answer("", words);
    }

    /** A command that reads {@code typed} from standard input. */
    public Answer answer(String typed, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--store");
        all.add(store.toString());
        return raw(typed, all.toArray(String[]::new));
    }

    public static Answer raw(String typed, String... words) {
        return raw(typed, Map.of(), words);
    }

    private static Answer raw(String typed, Map<String, String> environment, String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        int code = Anlan.run(in, new PrintWriter(out), new PrintWriter(err), environment, words);
        return new Answer(code, out.toString(), err.toString());
    }
}
