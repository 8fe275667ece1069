package cn.anlan.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sealed bundle's inner bag, to be read in tests by the paths of its files. */
final class Opened implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final StrictZip outer;
    private final StrictZip payload;
    private final String top;

    Opened(Path bundle) throws IOException {
        this.outer = StrictZip.open(bundle);
        this.payload = outer.inside("payload.zip");
        String first = payload.names().iterator().next();
        this.top = first.substring(0, first.indexOf('/') + 1);
    }

    Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        payload.names().forEach(name -> paths.add(name.substring(top.length())));
        return paths;
    }

    String text(String path) throws IOException {
        return new String(payload.bytes(top + path), StandardCharsets.UTF_8);
    }

    JsonNode json(String path) throws IOException {
        return JSON.readTree(text(path));
    }

    List<JsonNode> lines(String path) throws IOException {
        return text(path).lines().map(JSON::readTree).map(JsonNode.class::cast).toList();
    }

    @Override
    public void close() throws IOException {
        outer.close();
    }
}
