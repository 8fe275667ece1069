package cn.anlan.security.key;

import cn.anlan.entry.Refused;
import cn.anlan.store.EntryJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The file of keys beside the store (钥匙文件), twice: {@code keys.json} and its copy, each written whole. Holds no key in the clear; what it says of
 * names and roles is sealed with the data key, so that whoever changes it outside the program is found out at the next login.
 */
final class KeyFile {
    static final String NAME = "keys.json";
    static final String COPY = "keys.copy.json";

    private static final int FORMAT = 1;
    private static final String CIPHER = "chacha20-poly1305/x25519/argon2id";
    private static final String SEAL = "seal";

    private final Path folder;

    KeyFile(Path folder) {
        this.folder = folder;
    }

    /**
     * What it says.
     *
     * @param generation of the key in the slots' mailboxes
     * @param older the keys before it, sealed with it
     * @param object as it was read, to prove the seal by
     */
    record Content(int generation, List<Slot> slots, NavigableMap<Integer, byte[]> older, Map<String, Object> object) {

        static Content of(KeyRing ring, List<Slot> slots) {
            NavigableMap<Integer, byte[]> older = new TreeMap<>();
            ring.keys().headMap(ring.generation()).forEach((number, key) -> older.put(number, Strongbox.seal(ring.newest(), "older " + number, key)));
            return new Content(ring.generation(), List.copyOf(slots), older, Map.of());
        }

        /** All keys, given the newest; empty when the file was changed by another hand. */
        Optional<KeyRing> ring(byte[] newest) {
            NavigableMap<Integer, byte[]> keys = new TreeMap<>(Map.of(generation, newest));
            for (Map.Entry<Integer, byte[]> each : older.entrySet()) {
                Optional<byte[]> key = Strongbox.open(newest, "older " + each.getKey(), each.getValue());
                if (key.isEmpty()) {
                    return Optional.empty();
                }
                keys.put(each.getKey(), key.get());
            }
            var ring = new KeyRing(keys);
            Map<String, Object> told = new LinkedHashMap<>(object);
            byte[] seal = Slot.bytes(told.remove(SEAL));
            return MessageDigest.isEqual(seal, seal(ring, told)) ? Optional.of(ring) : Optional.empty();
        }

        Optional<Slot> of(String name) {
            return slots.stream().filter(slot -> slot.isOf(name)).findFirst();
        }
    }

    boolean exists() {
        return Files.exists(folder.resolve(NAME)) || Files.exists(folder.resolve(COPY));
    }

    /** What the file says and then what its copy says, if anything else, those of the two that are whole. Throws {@link Refused} when none is. */
    List<Content> read() {
        List<Content> whole = new ArrayList<>();
        for (String name : List.of(NAME, COPY)) {
            read(name).filter(content -> whole.stream().noneMatch(other -> other.object.equals(content.object))).ifPresent(whole::add);
        }
        if (whole.isEmpty()) {
            throw Refused.of("security.refused.keys_damaged");
        }
        return whole;
    }

    private Optional<Content> read(String name) {
        Map<String, Object> object;
        try {
            object = EntryJson.readAll(Files.readString(folder.resolve(name))).get(0);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
        if (object.get("format") instanceof Integer format && format > FORMAT) {
            throw Refused.of("security.refused.keys_newer");
        }
        try {
            return Optional.of(content(object));
        } catch (RuntimeException noKeys) {
            return Optional.empty();
        }
    }

    /** Throws {@link RuntimeException} of any kind when the object is none. */
    private static Content content(Map<String, Object> object) {
        List<Slot> slots = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(object.get("slots"))).forEach(slot -> slots.add(Slot.of((Map<?, ?>) slot)));
        NavigableMap<Integer, byte[]> older = new TreeMap<>();
        ((Map<?, ?>) Objects.requireNonNull(object.get("older")))
                .forEach((number, key) -> older.put(Integer.valueOf(String.valueOf(number)), Slot.bytes(key)));
        Slot.bytes(object.get(SEAL));
        return new Content(Integer.parseInt(String.valueOf(object.get("generation"))), slots, older, object);
    }

    /** Writes file and copy, one after the other: whenever the power goes, one of the two is whole, and either opens. */
    void write(KeyRing ring, List<Slot> slots) {
        Map<String, Object> object = new LinkedHashMap<>();
        var content = Content.of(ring, slots);
        object.put("format", FORMAT);
        object.put("cipher", CIPHER);
        object.put("generation", content.generation);
        object.put("slots", slots.stream().map(Slot::toJson).toList());
        Map<String, Object> older = new LinkedHashMap<>();
        content.older.forEach((number, key) -> older.put(String.valueOf(number), Slot.text(key)));
        object.put("older", older);
        object.put(SEAL, Slot.text(seal(ring, object)));
        byte[] bytes = EntryJson.write(object).getBytes(StandardCharsets.UTF_8);
        SmallFile.replace(folder.resolve(NAME), bytes);
        SmallFile.replace(folder.resolve(COPY), bytes);
    }

    private static byte[] seal(KeyRing ring, Map<String, Object> object) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ring.derived("keys"), "HmacSHA256"));
            return mac.doFinal(EntryJson.write(object).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
