package cn.anlan.kit;

import cn.anlan.store.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The settings as pages see them (设置): read once, at hand without asking the store, written through at once. */
public final class Memory {
    /** The code of the office's own place, or the prefix of all places it looks after. */
    public static final String HOME = "home";

    private final Settings settings;
    private final Background background;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** Not on the painting thread: reads all settings. */
    public Memory(Settings settings, Background background) {
        this.settings = settings;
        this.background = background;
        known.putAll(settings.all());
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(known.get(key));
    }

    /** Remembers for this session and, in the background, for good. */
    public void put(String key, String value) {
        if (!value.equals(known.put(key, value))) {
            background.run("kit.busy.saving", () -> {
                settings.put(key, value);
                return key;
            }, saved -> {});
        }
    }

    /** The office's own place; empty before the first run is over. */
    public String home() {
        return get(HOME).orElse("");
    }
}
