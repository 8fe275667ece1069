package cn.anlan.kit.list;

import cn.anlan.kit.Memory;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The filters a clerk gave a name (常用筛选), kept in the settings: one line per name. */
final class Views {
    private final Memory memory;
    private final String key;

    Views(Memory memory, String register) {
        this.memory = memory;
        this.key = "views." + register;
    }

    /** Name to conditions, in order of naming. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        memory.get(key).orElse("").lines().forEach(line -> {
            int tab = line.indexOf('\t');
            all.put(URLDecoder.decode(line.substring(0, tab), StandardCharsets.UTF_8), line.substring(tab + 1));
        });
        return all;
    }

    void put(String name, String conditions) {
        Map<String, String> all = all();
        all.put(name, conditions);
        write(all);
    }

    void remove(String name) {
        Map<String, String> all = all();
        all.remove(name);
        write(all);
    }

    private void write(Map<String, String> all) {
        memory.put(key, all.entrySet().stream().map(view -> URLEncoder.encode(view.getKey(), StandardCharsets.UTF_8) + "\t" + view.getValue())
                .collect(Collectors.joining("\n")));
    }
}
