package cn.anlan.security.key;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/**
 * A pair of keys by which anybody can leave something for one person and only she can take it out (信箱): X25519 (RFC 7748) with a fresh pair
 * for every letter. So a new data key reaches everyone without anyone's password.
 */
final class Mailbox {
    private static final String ALGORITHM = "X25519";
    private static final String LABEL = "mailbox";
    /** Of an X25519 public key in its X.509 form. */
    private static final int OPEN_BYTES = 44;

    private Mailbox() {}

    static KeyPair make() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** A letter for whoever holds the secret half; {@code open} is the open half in its X.509 form. */
    static byte[] drop(byte[] open, byte[] plain) {
        try {
            KeyPair fresh = make();
            byte[] head = fresh.getPublic().getEncoded();
            byte[] letter = Strongbox.seal(shared(fresh.getPrivate(), readOpen(open), head, open), LABEL, plain);
            return ByteBuffer.allocate(head.length + letter.length).put(head).put(letter).array();
        } catch (GeneralSecurityException noKey) {
            throw new IllegalArgumentException(noKey);
        }
    }

    /** What was left; empty when it was left for another, or changed. {@code secret} is in PKCS#8 form. */
    static Optional<byte[]> take(byte[] secret, byte[] open, byte[] letter) {
        try {
            byte[] head = Arrays.copyOf(letter, OPEN_BYTES);
            PrivateKey own = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret));
            return Strongbox.open(shared(own, readOpen(head), head, open), LABEL, Arrays.copyOfRange(letter, OPEN_BYTES, Math.max(OPEN_BYTES, letter.length)));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private static PublicKey readOpen(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static byte[] shared(PrivateKey own, PublicKey other, byte[] head, byte[] open) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("XDH");
        agreement.init(own);
        agreement.doPhase(other, true);
        byte[] secret = agreement.generateSecret();
        return Strongbox.derive(ByteBuffer.allocate(secret.length + head.length + open.length).put(secret).put(head).put(open).array(), LABEL);
    }
}
