package cn.anlan.paper.blank;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One blank of a template (占位符): {@code {{dispute.case_no}}} writes a value, {@code {{dispute.source_code=1}}} a ticked or empty box,
 * {@code {{#party}}…{{/party}}} repeats what stands between, {@code {{^agent}}…{{/agent}}} keeps it only when there is none.
 *
 * @param name the first word of the path: what is spoken of
 * @param path the rest: a field, or a linked entry's field; empty when the whole list is meant
 * @param code what the value is compared with; null when it is not
 * @param ways how the value is written, e.g. {@code capital}
 */
public record Blank(Kind kind, String name, String path, @Nullable String code, List<String> ways) {
    /** Anything in double braces, so that what cannot be read is reported and not printed. */
    static final Pattern WRITTEN = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern PARTS = Pattern.compile("\\s*([#^/]?)\\s*([a-z_]+)((?:\\.[a-z_]+)*)(?:=([^|]+))?((?:\\|[a-z]+)*)\\s*");

    /** What a blank does. */
    public enum Kind {
        VALUE(""),
        OPEN("#"),
        OPEN_IF_NONE("^"),
        CLOSE("/");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        private static Kind of(String sign) {
            return switch (sign) {
                case "#" -> OPEN;
                case "^" -> OPEN_IF_NONE;
                case "/" -> CLOSE;
                default -> VALUE;
            };
        }

        boolean opens() {
            return this == OPEN || this == OPEN_IF_NONE;
        }
    }

    /** Reads what stands between the braces; empty when it is no blank. */
    static Optional<Blank> read(String inside) {
        Matcher matcher = PARTS.matcher(inside);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String path = matcher.group(3).isEmpty() ? "" : matcher.group(3).substring(1);
        String ways = matcher.group(5);
        return Optional.of(new Blank(Kind.of(matcher.group(1)), matcher.group(2), path, matcher.group(4),
                ways.isEmpty() ? List.of() : List.of(ways.substring(1).split("\\|", -1))));
    }

    /** Whether this blank ends what another began. */
    boolean closes(Blank open) {
        return kind == Kind.CLOSE && open.what().equals(what());
    }

    private String what() {
        return name + (path.isEmpty() ? "" : "." + path) + (code == null ? "" : "=" + code);
    }

    /** As it stands in a template. */
    public String written() {
        return "{{" + kind.sign + what() + (ways.isEmpty() ? "" : "|" + String.join("|", ways)) + "}}";
    }
}
