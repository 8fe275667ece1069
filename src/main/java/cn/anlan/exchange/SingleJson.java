package cn.anlan.exchange;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Violation;
import cn.anlan.store.disk.Disk;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The same content as one JSON document (单一 JSON): the sealed bundle's own bytes laid one after the other, a record a line, so that it
 * cannot say anything else than the bundle does. Keys: envelope, bundle, codes, data, tombstones, summary.
 */
final class SingleJson {
    private static final String SUFFIX = ".json";

    private final StrictZip payload;
    private final String top;
    private final OutputStream out;

    private SingleJson(StrictZip payload, OutputStream out) {
        this.payload = payload;
        String first = payload.names().iterator().next();
        this.top = first.substring(0, first.indexOf('/') + 1);
        this.out = out;
    }

    /** Writes it beside the bundle; throws {@link Refused} when the bundle is not whole. */
    static Path write(Path bundle) throws IOException {
        List<Violation> wrong = Verifier.verify(bundle).stream().map(finding -> Violation.hard(null, finding.sentence())).toList();
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        String name = bundle.getFileName().toString();
        String stem = name.endsWith(Sealer.SUFFIX) ? name.substring(0, name.length() - Sealer.SUFFIX.length()) : name;
        Path target = bundle.resolveSibling(stem + SUFFIX);
        Path file = Files.createTempFile(target.toAbsolutePath().getParent(), Sealer.SINGLE, Sealer.UNFINISHED);
        try {
            try (StrictZip outer = StrictZip.open(bundle); var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                new SingleJson(outer.inside(Envelope.Payload.NAME), out).write(outer.bytes(Envelope.NAME));
            }
            Disk.replace(file, target);
            return target;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void write(byte[] envelope) throws IOException {
        byte[] head = payload.bytes(top + Manifest.NAME);
        List<JsonNode> parts = new ArrayList<>();
        Json.read(Manifest.NAME, head, head.length).path("parts").forEach(parts::add);
        text("{\n\"envelope\": ");
        out.write(envelope);
        text(",\n\"bundle\": ");
        out.write(head);
        text(",\n\"codes\": ");
        write(parts, Manifest.Kind.CODES);
        text(",\n\"data\": ");
        write(parts, Manifest.Kind.DATA);
        text(",\n\"tombstones\": ");
        write(parts, Manifest.Kind.TOMBSTONE);
        text(",\n\"summary\": ");
        out.write(payload.bytes(top + Manifest.SUMMARY));
        text("}\n");
    }

    private void write(List<JsonNode> parts, Manifest.Kind kind) throws IOException {
        String separator = "{\n";
        for (JsonNode part : parts) {
            if (Json.text(Manifest.NAME, part, "kind").equals(kind.word())) {
                text(separator + "\"" + Json.text(Manifest.NAME, part, "entity") + "\": ");
                try (InputStream in = payload.stream(top + Json.text(Manifest.NAME, part, "path"))) {
                    if (kind == Manifest.Kind.CODES) {
                        in.transferTo(out);
                    } else {
                        array(in);
                    }
                }
                separator = ",\n";
            }
        }
        text(separator.equals("{\n") ? "{}" : "}");
    }

    /** Lines become the elements of an array: a comma instead of each LF but the last. */
    private void array(InputStream lines) throws IOException {
        text("[");
        boolean isBetween = false;
        byte[] chunk = new byte[1 << 15];
        for (int length = lines.read(chunk); length >= 0; length = lines.read(chunk)) {
            int from = 0;
            for (int i = 0; i < length; i++) {
                if (isBetween) {
                    text(",\n");
                    isBetween = false;
                }
                if (chunk[i] == '\n') {
                    out.write(chunk, from, i - from);
                    from = i + 1;
                    isBetween = true;
                }
            }
            out.write(chunk, from, length - from);
        }
        text("]");
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
