package cn.anlan.exchange;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The inner bag (包内文件袋, BagIt 1.0, RFC 8493) while it is filled: files pass into the zip one by one and are hashed as they pass. */
final class Bag implements AutoCloseable {
    static final String DATA = "data/";
    /** Where files stand that entries speak of, each under its own hash. */
    static final String FILES = DATA + "att/";
    static final String MANIFEST = "manifest-sha256.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    static final String SIGNATURE = "signature.ed25519";
    /** No clock stands in a bundle's zip: the same change set is the same file. */
    static final LocalDateTime ZIP_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final int BUFFER = 1 << 16;
    private static final int LEVEL = 6;

    private final ZipOutputStream zip;
    private final String folder;
    private final List<Filed> filed = new ArrayList<>();

    /** A bag in one top folder; closing it ends the zip and the stream. */
    Bag(OutputStream payload, String folder) {
        this.zip = new ZipOutputStream(new BufferedOutputStream(payload, BUFFER), StandardCharsets.UTF_8);
        zip.setLevel(LEVEL);
        this.folder = folder;
    }

    /** A file in the bag; the hash is hex. */
    record Filed(String path, long bytes, String sha256) {}

    /** Writes the content of a file. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    Filed put(String path, Body body) throws IOException {
        var entry = new ZipEntry(folder + "/" + path);
        entry.setTimeLocal(ZIP_TIME);
        return put(entry, path, body);
    }

    private Filed put(ZipEntry entry, String path, Body body) throws IOException {
        zip.putNextEntry(entry);
        var hashing = new Hashing(zip);
        body.write(hashing);
        zip.closeEntry();
        var done = new Filed(path, hashing.bytes, HexFormat.of().formatHex(hashing.digest.digest()));
        filed.add(done);
        return done;
    }

    /** Puts a file in as it is, for what is packed already; its body is written twice, for a zip wants to know sum and size beforehand. */
    Filed store(String path, Body body) throws IOException {
        var sum = new CRC32();
        var measured = new Hashing(new CheckedOutputStream(OutputStream.nullOutputStream(), sum));
        body.write(measured);
        var entry = new ZipEntry(folder + "/" + path);
        entry.setTimeLocal(ZIP_TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(measured.bytes);
        entry.setCrc(sum.getValue());
        return put(entry, path, body);
    }

    Filed put(String path, byte[] content) throws IOException {
        return put(path, out -> out.write(content));
    }

    /** Closes the list of files and signs it: declaration, description, the two manifests, the signature over the second. */
    void seal(TownKey key, Sender sender, String day) throws IOException {
        List<Filed> payload = filed.stream().filter(Bag::isPayload).toList();
        put("bagit.txt", text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
        put("bag-info.txt", text("Source-Organization: " + sender.orgName().replaceAll("\\s+", " ") + "\nExternal-Identifier: " + folder + "\nBagging-Date: " + day
                + "\nPayload-Oxum: " + payload.stream().mapToLong(Filed::bytes).sum() + "." + payload.size()
                + "\nBag-Software-Agent: Anlan " + Sender.version() + "\n"));
        put(MANIFEST, text(manifest(Bag::isPayload)));
        byte[] tags = text(manifest(file -> !isPayload(file)));
        put(TAG_MANIFEST, tags);
        put(SIGNATURE, key.sign(tags));
    }

    private static boolean isPayload(Filed file) {
        return file.path.startsWith(DATA);
    }

    private String manifest(Predicate<Filed> which) {
        return filed.stream().filter(which).map(file -> file.sha256 + "  " + file.path + "\n").collect(Collectors.joining());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** In hex. */
    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts and hashes what passes; closing it does not close the bag. */
    private static final class Hashing extends FilterOutputStream {
        private final MessageDigest digest = sha256();
        private long bytes;

        Hashing(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int from, int length) throws IOException {
            digest.update(buffer, from, length);
            bytes += length;
            out.write(buffer, from, length);
        }

        @Override
        public void close() {
            // the next file of the bag follows
        }
    }
}
