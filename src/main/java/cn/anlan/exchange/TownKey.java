package cn.anlan.exchange;

import cn.anlan.store.Database;
import cn.anlan.store.Settings;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** The township's signing key (乡镇签名密钥), Ed25519 (RFC 8032), made once and kept in the store; the county knows its open half. */
public final class TownKey {
    /** As it stands in envelopes. */
    static final String ALGORITHM = "Ed25519";

    private static final String SECRET = "town_key";
    private static final String OPEN = "town_public_key";
    private static final int FINGERPRINT_DIGITS = 24;
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final PrivateKey secret;
    private final PublicKey open;

    private TownKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /** The key of this store, made now when it has none. */
    public static TownKey of(Database database, Settings settings) {
        return database.write(() -> {
            if (settings.get(SECRET).isEmpty()) {
                KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
                settings.put(SECRET, wrap(pair.getPrivate()));
                settings.put(OPEN, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
            }
            var keys = KeyFactory.getInstance(ALGORITHM);
            return new TownKey(keys.generatePrivate(new PKCS8EncodedKeySpec(unwrap(settings.get(SECRET).orElseThrow()))),
                    keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(settings.get(OPEN).orElseThrow()))));
        });
    }

    /** How the secret half is laid down in the store; the one place to change when it is wrapped by a clerk's password. */
    private static String wrap(PrivateKey secret) {
        return Base64.getEncoder().encodeToString(secret.getEncoded());
    }

    private static byte[] unwrap(String kept) {
        return Base64.getDecoder().decode(kept);
    }

    /** The raw signature, 64 bytes. */
    byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** Whether a raw signature over some bytes was made with the secret half of this key. */
    public static boolean verifies(PublicKey key, byte[] bytes, byte[] raw) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(bytes);
            return signature.verify(raw);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** The open half, for the county to keep: PEM of the X.509 SubjectPublicKeyInfo, as {@code openssl pkeyutl -pubin} takes it. */
    public String publicPem() {
        return "-----BEGIN PUBLIC KEY-----\n" + PEM.encodeToString(open.getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    /** The open half's fingerprint in groups of four digits, to be compared by telephone. */
    public String fingerprint() {
        return fingerprint(open);
    }

    /** A fingerprint: the last 24 decimal digits of the SHA-256 of the key's DER form, in groups of four. */
    public static String fingerprint(PublicKey key) {
        var digest = new BigInteger(1, HexFormat.of().parseHex(Bag.sha256(key.getEncoded())));
        String digits = String.format("%0" + FINGERPRINT_DIGITS + "d", digest.mod(BigInteger.TEN.pow(FINGERPRINT_DIGITS)));
        return digits.replaceAll("(\\d{4})(?=\\d)", "$1-");
    }

    /** Reads a PEM as {@link #publicPem} writes it; throws {@link IllegalArgumentException} when it is none. */
    public static PublicKey readPem(String pem) {
        try {
            String body = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
            byte[] der = Base64.getDecoder().decode(body.getBytes(StandardCharsets.US_ASCII));
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException foreign) {
            throw new IllegalArgumentException(foreign);
        }
    }
}
