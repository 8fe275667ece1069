package cn.anlan.store.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** What can be told of bytes read once (内容摘要): how many, and their sums. */
record Content(long bytes, long crc, String sha256) {
    private static final int PIECE = 1 << 16;

    static Content of(InputStream in) throws IOException {
        var crc = new CRC32();
        MessageDigest sha = sha();
        byte[] piece = new byte[PIECE];
        long bytes = 0;
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            crc.update(piece, 0, read);
            sha.update(piece, 0, read);
            bytes += read;
        }
        return new Content(bytes, crc.getValue(), HexFormat.of().formatHex(sha.digest()));
    }

    static Content of(byte[] bytes) {
        try {
            return of(new ByteArrayInputStream(bytes));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
