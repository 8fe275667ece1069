package cn.anlan.exchange;

import cn.anlan.entry.Text;
import cn.anlan.exchange.Finding.Broken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens any bundle and says what is wrong with it (验包), from the outside in: zip, envelope and its signature, payload, bag, head, lines.
 * Nothing is unpacked, nothing is parsed before its hash was found right, no part is held in memory.
 */
public final class Verifier {
    private static final Set<String> OUTER = Set.of(Envelope.NAME, Envelope.SIGNATURE, Envelope.Payload.NAME);

    private final StrictZip outer;
    private final @Nullable PublicKey trusted;
    private final List<Finding> found = new ArrayList<>();

    private Verifier(StrictZip outer, @Nullable PublicKey trusted) {
        this.outer = outer;
        this.trusted = trusted;
    }

    /** What is wrong with a file, one finding each; nothing when it is whole. The key it is signed with is taken at its word. */
    public static List<Finding> verify(Path bundle) {
        return verify(bundle, null);
    }

    /** Like {@link #verify(Path)}; a bundle signed by any other key than the trusted one is wrong. */
    public static List<Finding> verify(Path bundle, @Nullable PublicKey trusted) {
        try (StrictZip outer = StrictZip.open(bundle)) {
            return new Verifier(outer, trusted).run();
        } catch (Broken broken) {
            return List.of(broken.finding());
        } catch (IOException unreadable) {
            return List.of(Finding.error("", "broken.unreadable", bundle.getFileName()));
        }
    }

    private List<Finding> run() throws IOException {
        for (String name : outer.names()) {
            if (!OUTER.contains(name)) {
                found.add(Finding.error(name, "broken.stranger", name));
            }
        }
        byte[] json = outer.bytes(Envelope.NAME);
        Envelope envelope = Envelope.read(json);
        PublicKey key = key(envelope);
        checkSignature(envelope, key, json);
        if (checkPayload(envelope.payload())) {
            StrictZip payload = outer.inside(Envelope.Payload.NAME);
            new BagCheck(payload, envelope, found).run(key);
        }
        return found;
    }

    private static PublicKey key(Envelope envelope) throws Broken {
        try {
            return TownKey.readPem(envelope.signer().publicKey());
        } catch (IllegalArgumentException noKey) {
            throw new Broken(Envelope.NAME, "broken.key", "signer.publicKey");
        }
    }

    private void checkSignature(Envelope envelope, PublicKey key, byte[] json) throws IOException {
        if (!TownKey.verifies(key, json, outer.bytes(Envelope.SIGNATURE))) {
            found.add(Finding.error(Envelope.SIGNATURE, "broken.signature", Envelope.NAME, Envelope.SIGNATURE));
        }
        String fingerprint = TownKey.fingerprint(key);
        if (!envelope.signer().kid().equals(fingerprint)) {
            found.add(Finding.error(Envelope.NAME, "broken.value", "signer.kid", envelope.signer().kid(), fingerprint));
        }
        if (trusted != null && !trusted.equals(key)) {
            found.add(Finding.error(Envelope.NAME, "broken.untrusted", fingerprint, TownKey.fingerprint(trusted)));
        }
    }

    /** Whether the inner file is the one the envelope speaks of; if not, says which 4 MiB differ. */
    private boolean checkPayload(Envelope.Payload told) throws IOException {
        Envelope.Payload measured;
        try (InputStream raw = outer.raw(Envelope.Payload.NAME)) {
            measured = Envelope.Payload.measure(raw);
        }
        if (!measured.equals(told)) {
            List<String> differing = new ArrayList<>();
            for (int i = 0; i < Math.max(measured.chunks().size(), told.chunks().size()); i++) {
                if (i >= measured.chunks().size() || i >= told.chunks().size() || !measured.chunks().get(i).equals(told.chunks().get(i))) {
                    differing.add(Integer.toString(i + 1));
                }
            }
            found.add(Finding.error(Envelope.Payload.NAME, "broken.payload", Envelope.Payload.NAME, String.join(Text.of("exchange.comma"), differing)));
            return false;
        }
        try (InputStream checked = outer.stream(Envelope.Payload.NAME)) {
            checked.transferTo(OutputStream.nullOutputStream());
        }
        return found.isEmpty();
    }
}
