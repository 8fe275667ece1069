package cn.anlan.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every word and sentence a person reads (界面文字), one properties file per room: {@code Text.of("kit.save")} is {@code save} of kit. */
public final class Text {
    private static final Map<String, Properties> ROOMS = new ConcurrentHashMap<>();
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private Text() {}

    /** The sentence under {@code room.key} with {0}, {1}… filled in; a missing one shows its key in brackets. */
    public static String of(String key, Object... args) {
        return find(key).map(text -> fill(text, args)).orElse("⟦" + key + "⟧");
    }

    /** The sentence if there is one. */
    public static Optional<String> find(String key) {
        int dot = key.indexOf('.');
        String room = key.substring(0, dot);
        return Optional.ofNullable(ROOMS.computeIfAbsent(room, Text::load).getProperty(key.substring(dot + 1)));
    }

    private static String fill(String text, Object... args) {
        return PLACE.matcher(text).replaceAll(place -> {
            int index = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(index < args.length ? String.valueOf(args[index]) : place.group());
        });
    }

    private static Properties load(String room) {
        var properties = new Properties();
        try (InputStream in = Text.class.getResourceAsStream("/text/" + room + ".properties")) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
