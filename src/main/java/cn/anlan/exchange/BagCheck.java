package cn.anlan.exchange;

import cn.anlan.exchange.Finding.Broken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Holds the inner bag against its manifests, its signature and its head (验内包). */
final class BagCheck {
    private static final Pattern TOP = Pattern.compile("(ZHB_[0-9]{12}_[0-9A-Z]{26}_[0-9]{6}_(?:full|delta)_[0-9]{8}/).+");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    private final StrictZip payload;
    private final Envelope envelope;
    private final List<Finding> found;
    private final Map<String, String> hashes = new TreeMap<>();
    private String top = "";

    BagCheck(StrictZip payload, Envelope envelope, List<Finding> found) {
        this.payload = payload;
        this.envelope = envelope;
        this.found = found;
    }

    /** The lines are looked at only when every hash was right. */
    void run(PublicKey key) throws IOException {
        hashAll();
        byte[] tags = bytes(Bag.TAG_MANIFEST);
        if (!TownKey.verifies(key, tags, bytes(Bag.SIGNATURE))) {
            found.add(Finding.error(Bag.SIGNATURE, "broken.signature", Bag.TAG_MANIFEST, Bag.SIGNATURE));
        }
        compare(Bag.TAG_MANIFEST, path -> !path.startsWith(Bag.DATA) && !path.equals(Bag.TAG_MANIFEST) && !path.equals(Bag.SIGNATURE));
        compare(Bag.MANIFEST, path -> path.startsWith(Bag.DATA));
        byte[] head = bytes(Manifest.NAME);
        JsonNode bundle = Json.read(Manifest.NAME, head, head.length);
        checkIdentity(bundle);
        checkParts(bundle);
        if (found.isEmpty()) {
            new LineCheck(payload, top, found).run(bundle);
        }
    }

    private byte[] bytes(String path) throws IOException {
        if (!hashes.containsKey(path)) {
            throw new Broken(path, "broken.missing", path);
        }
        return payload.bytes(top + path);
    }

    private void hashAll() throws IOException {
        for (String name : payload.names()) {
            Matcher folder = TOP.matcher(name);
            if (!folder.matches() || !top.isEmpty() && !top.equals(folder.group(1))) {
                throw new Broken(name, "broken.folder", name);
            }
            top = folder.group(1);
            MessageDigest digest = Bag.sha256();
            byte[] buffer = new byte[1 << 15];
            try (InputStream in = payload.stream(name)) {
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    digest.update(buffer, 0, length);
                }
            }
            hashes.put(name.substring(top.length()), HexFormat.of().formatHex(digest.digest()));
        }
    }

    /** A manifest names exactly the files it is for, each with its hash. */
    private void compare(String manifest, Predicate<String> isListed) throws IOException {
        Map<String, String> listed = new HashMap<>();
        for (String line : new String(bytes(manifest), StandardCharsets.UTF_8).split("\n", -1)) {
            Matcher entry = LINE.matcher(line);
            if (entry.matches()) {
                listed.put(entry.group(2), entry.group(1));
            } else if (!line.isEmpty()) {
                found.add(Finding.error(manifest, "broken.line", manifest, line));
            }
        }
        hashes.forEach((path, hash) -> {
            if (isListed.test(path)) {
                String told = listed.remove(path);
                if (!hash.equals(told)) {
                    found.add(Finding.error(path, told == null ? "broken.unlisted" : "broken.hash", path, manifest));
                }
            }
        });
        listed.keySet().forEach(path -> found.add(Finding.error(path, "broken.missing", path)));
    }

    private void checkIdentity(JsonNode bundle) throws Broken {
        expect(bundle, Envelope.FORMAT, "format");
        expect(bundle, envelope.bundleId(), "bundleId");
        expect(bundle, envelope.orgCode(), "sender", "orgCode");
        expect(bundle, envelope.number().epoch(), "epoch");
        expect(bundle, envelope.number().mode(), "mode");
        if (Json.number(Manifest.NAME, bundle, "seq") != envelope.number().seq()) {
            found.add(Finding.error(Manifest.NAME, "broken.value", "seq", bundle.get("seq"), envelope.number().seq()));
        }
        String folder = String.format("ZHB_%s_%s_%06d_%s_", envelope.orgCode(), envelope.number().epoch(), envelope.number().seq(),
                envelope.number().mode());
        if (!top.startsWith(folder)) {
            found.add(Finding.error(top, "broken.folder", top));
        }
    }

    private void expect(JsonNode bundle, String value, String... path) throws Broken {
        String told = Json.text(Manifest.NAME, bundle, path);
        if (!told.equals(value)) {
            found.add(Finding.error(Manifest.NAME, "broken.value", String.join(".", path), told, value));
        }
    }

    /** A file bears its own hash as its name; a part of a kind we do not know may be there, unless the sender says it must be understood. */
    private void checkKind(JsonNode part, String path) throws Broken {
        String kind = Json.text(Manifest.NAME, part, "kind");
        boolean isFile = kind.equals(Manifest.Kind.ATTACHMENT.word());
        if (isFile && !path.matches(Pattern.quote(Bag.FILES + hashes.get(path)) + "\\.[a-z0-9]{1,8}")) {
            found.add(Finding.error(path, "broken.file_name", path));
        } else if (part.path("required").asBoolean(false) && Arrays.stream(Manifest.Kind.values()).noneMatch(known -> known.word().equals(kind))) {
            found.add(Finding.error(path, "broken.unknown", path, kind));
        }
    }

    private void checkParts(JsonNode bundle) throws IOException {
        Set<String> data = new HashSet<>(hashes.keySet());
        data.removeIf(path -> !path.startsWith(Bag.DATA));
        for (JsonNode part : bundle.path("parts")) {
            String path = Json.text(Manifest.NAME, part, "path");
            data.remove(path);
            if (!hashes.containsKey(path)) {
                found.add(Finding.error(path, "broken.missing", path));
            } else if (!Objects.equals(hashes.get(path), Json.text(Manifest.NAME, part, "sha256"))
                    || payload.size(top + path) != Json.number(Manifest.NAME, part, "bytes")) {
                found.add(Finding.error(path, "broken.hash", path, Manifest.NAME));
            }
            checkKind(part, path);
        }
        data.forEach(path -> found.add(Finding.error(path, "broken.unlisted", path, Manifest.NAME)));
    }
}
