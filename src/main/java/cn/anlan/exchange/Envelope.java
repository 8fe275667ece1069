package cn.anlan.exchange;

import cn.anlan.exchange.Finding.Broken;
import cn.anlan.store.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is written on the outside of a bundle (信封): readable without a key, no personal data, signed as it stands. */
public record Envelope(String orgCode, String bundleId, Ledger.Number number, Payload payload, Signer signer) {
    static final String NAME = "envelope.json";
    static final String SIGNATURE = "envelope.sig";
    static final String FORMAT = "ZHB";
    static final String VERSION = "1.0";
    static final String PROFILE = "plain-1";
    static final String MODE = "full";

    private static final int CHUNK = 4 << 20;

    /** Who signed: the key's fingerprint and its open half as PEM. */
    public record Signer(String kid, String publicKey) {}

    /**
     * The inner file, measured.
     *
     * @param chunks the SHA-256 of each 4 MiB, hex, so that an interrupted copy can go on where it ended
     */
    public record Payload(String path, long bytes, String sha256, List<String> chunks) {
        static final String NAME = "payload.zip";

        static Payload measure(InputStream in) throws IOException {
            MessageDigest whole = Bag.sha256();
            List<String> chunks = new ArrayList<>();
            long bytes = 0;
            byte[] buffer = new byte[CHUNK];
            for (int length = in.readNBytes(buffer, 0, CHUNK); length > 0; length = in.readNBytes(buffer, 0, CHUNK)) {
                MessageDigest chunk = Bag.sha256();
                chunk.update(buffer, 0, length);
                whole.update(buffer, 0, length);
                chunks.add(HexFormat.of().formatHex(chunk.digest()));
                bytes += length;
            }
            return new Payload(NAME, bytes, HexFormat.of().formatHex(whole.digest()), List.copyOf(chunks));
        }
    }

    /** Everything a new envelope needs but the payload. */
    record Sealing(Sender sender, Manifest.Identity identity, TownKey key) {

        Envelope around(Payload payload) {
            return new Envelope(sender.orgCode(), identity.bundleId(), identity.number(), payload,
                    new Signer(key.fingerprint(), key.publicPem()));
        }
    }

    byte[] json() {
        ObjectNode json = Json.object().put("format", FORMAT).put("version", VERSION).put("profile", PROFILE);
        json.putObject("sender").put("orgCode", orgCode);
        json.put("bundleId", bundleId).put("epoch", number.epoch()).put("seq", number.seq()).put("mode", number.mode());
        ObjectNode inner = json.putObject("payload").put("path", payload.path).put("bytes", payload.bytes).put("sha256", payload.sha256)
                .put("chunkBytes", CHUNK);
        payload.chunks.forEach(inner.putArray("chunks")::add);
        json.putObject("inner").put("sha256", payload.sha256);
        json.putNull("enc");
        json.putObject("signer").put("kid", signer.kid).put("alg", TownKey.ALGORITHM).putNull("distid").put("publicKey", signer.publicKey);
        return Json.pretty(json);
    }

    /** Reads one of a profile this program knows; throws {@link Broken} for any other. */
    static Envelope read(byte[] bytes) throws Broken {
        JsonNode json = Json.read(NAME, bytes, bytes.length);
        expect(json, FORMAT, "format");
        if (!Json.text(NAME, json, "version").startsWith("1.")) {
            throw new Broken(NAME, "broken.version", Json.text(NAME, json, "version"));
        }
        expect(json, PROFILE, "profile");
        expect(json, TownKey.ALGORITHM, "signer", "alg");
        expect(json, Payload.NAME, "payload", "path");
        List<String> chunks = new ArrayList<>();
        json.path("payload").path("chunks").forEach(chunk -> chunks.add(chunk.asString("")));
        if (Json.number(NAME, json, "payload", "chunkBytes") != CHUNK) {
            throw new Broken(NAME, "broken.key", "payload.chunkBytes");
        }
        var payload = new Payload(Payload.NAME, Json.number(NAME, json, "payload", "bytes"), Json.text(NAME, json, "payload", "sha256"), chunks);
        expect(json, payload.sha256, "inner", "sha256");
        return new Envelope(Json.text(NAME, json, "sender", "orgCode"), Json.text(NAME, json, "bundleId"),
                new Ledger.Number(Json.text(NAME, json, "epoch"), Math.toIntExact(Math.min(Integer.MAX_VALUE, Json.number(NAME, json, "seq"))),
                        Json.text(NAME, json, "mode")),
                payload, new Signer(Json.text(NAME, json, "signer", "kid"), Json.text(NAME, json, "signer", "publicKey")));
    }

    private static void expect(JsonNode json, String value, String... path) throws Broken {
        String found = Json.text(NAME, json, path);
        if (!found.equals(value)) {
            throw new Broken(NAME, "broken.value", String.join(".", path), found, value);
        }
    }

    /** What stands on a bundle's outside, unchecked: to show whose it is. Throws {@link IOException} when it cannot be read. */
    public static Envelope of(Path bundle) throws IOException {
        try (StrictZip outer = StrictZip.open(bundle)) {
            return read(outer.bytes(NAME));
        }
    }
}
