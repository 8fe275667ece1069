package cn.anlan.security;

import cn.anlan.entry.Refused;
import cn.anlan.security.key.KeyRing;
import cn.anlan.security.key.SmallFile;
import cn.anlan.store.EntryJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The half-filled forms of one person, sealed beside the store every few seconds (草稿): there again after a lock, a crash, a power cut. */
public final class Drafts {
    static final String USE = "draft";

    private final Path file;
    private final KeyRing ring;

    /** Of the person who came in; nobody else finds it. */
    public Drafts(Path folder, KeyRing ring, String person) {
        this.file = folder.resolve("draft").resolve(UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8)) + ".draft");
        this.ring = ring;
    }

    /** What was being filled in, on which page, each form by its place there, and when. */
    public record Draft(String page, Map<String, String> forms, OffsetDateTime at) {}

    /** On the disk when this returns. */
    public void keep(Draft draft) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("page", draft.page);
        object.put("forms", draft.forms);
        object.put("at", draft.at.toString());
        SmallFile.replace(file, ring.seal(USE, EntryJson.write(object).getBytes(StandardCharsets.UTF_8)));
    }

    /** What was laid by last; empty when all was stored, or the file is damaged or another's. */
    public Optional<Draft> find() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Map<String, Object> object = EntryJson.readAll(new String(ring.open(USE, Files.readAllBytes(file)), StandardCharsets.UTF_8)).get(0);
            Map<String, String> forms = new LinkedHashMap<>();
            ((Map<?, ?>) Objects.requireNonNullElse(object.get("forms"), Map.of())).forEach((place, form) -> forms.put(String.valueOf(place), String.valueOf(form)));
            return Optional.of(new Draft(String.valueOf(object.get("page")), forms, OffsetDateTime.parse(String.valueOf(object.get("at")))));
        } catch (IOException | Refused damaged) {
            return Optional.empty();
        }
    }

    /** All is stored, or given up. */
    public void drop() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException held) {
            throw Refused.of("security.refused.not_written", file.getFileName()).because(held);
        }
    }
}
