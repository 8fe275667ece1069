package cn.anlan.store.attachment;

import cn.anlan.entry.Refused;
import cn.anlan.store.disk.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The files of attachments (附件文件), each under the hash of its bytes: {@code attachments/ab/<sha256>.<ending>} in the store's folder. The same
 * bytes are kept once. A file reaches the disk before anybody writes its hash into a row, so a crash leaves at most a file nobody names.
 */
public final class Attachments {
    /** A file nobody names may belong to a row about to be written; after this long it does not. */
    public static final Duration GRACE = Duration.ofDays(1);

    private static final String UNFINISHED = ".part";
    private static final Pattern KEPT = Pattern.compile("[0-9a-f]{64}\\.[a-z]+");
    /** So many of a file's first bytes tell how it is sealed. */
    private static final int HEAD = 64;

    private final Path folder;
    private final Sealing sealing;

    /**
     * How bytes are changed on their way to the disk and back (封装): the one place where attachments are encrypted.
     *
     * @param seal the bytes as they stand on the disk
     * @param open the reverse; throws {@link Refused} when it cannot
     */
    public record Sealing(UnaryOperator<byte[]> seal, UnaryOperator<byte[]> open) {

        private static final Sealing NONE = new Sealing(UnaryOperator.identity(), UnaryOperator.identity());

        /** As they are. */
        public static Sealing none() {
            return NONE;
        }
    }

    /** {@code store} is the folder of the store. */
    public Attachments(Path store, Sealing sealing) {
        this.folder = store.resolve("attachments");
        this.sealing = sealing;
    }

    /** Keeps bytes and answers their SHA-256, 64 hex digits; they are on the disk then, and young enough not to be swept. Throws {@link Refused} when they cannot be written. */
    public String put(byte[] content, String ending) {
        String hash = hash(content);
        Path file = path(hash, ending);
        try {
            if (isWhole(file, hash)) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
                Disk.syncFolder(shelf(hash));
                return hash;
            }
            write(file, content);
            return hash;
        } catch (IOException notWritten) {
            throw Refused.of("store.refused.attachment_not_written", shelf(hash)).because(notWritten);
        }
    }

    private void write(Path file, byte[] content) throws IOException {
        Path shelf = Disk.folderOf(file);
        Disk.createFolders(shelf);
        // not a temporary file, which is its maker's alone: at a PC with one store for all, the others open it too
        Path part = shelf.resolve(UUID.randomUUID() + UNFINISHED);
        try {
            Files.write(part, sealing.seal.apply(content), StandardOpenOption.CREATE_NEW);
            Disk.replace(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The files whose first bytes look so; a file that goes meanwhile is none. */
    public List<Path> looking(Predicate<byte[]> so) {
        List<Path> found = new ArrayList<>();
        try {
            for (Path file : everything()) {
                try (InputStream in = Files.newInputStream(file)) {
                    if (KEPT.matcher(String.valueOf(file.getFileName())).matches() && so.test(in.readNBytes(HEAD))) {
                        found.add(file);
                    }
                } catch (NoSuchFileException gone) {
                    found.remove(file);
                }
            }
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
        return found;
    }

    /**
     * Seals one of the files anew: it stands there as it was or as it is to be, whenever the power goes. False when it cannot be opened, or is no
     * longer what was put there; it stays as it is then. Throws {@link Refused} when it cannot be written.
     */
    public boolean sealAnew(Path file) {
        try {
            byte[] content = read(file);
            boolean whole = String.valueOf(file.getFileName()).startsWith(hash(content));
            if (whole) {
                write(file, content);
            }
            return whole;
        } catch (Refused broken) {
            return false;
        } catch (IOException notWritten) {
            throw Refused.of("store.refused.attachment_not_written", String.valueOf(file.getParent())).because(notWritten);
        }
    }

    /** The bytes of a hash. Throws {@link Refused} when the file is gone, or is no longer what was put there. */
    public byte[] get(String sha256, String ending) {
        Path file = path(sha256, ending);
        if (!Files.isRegularFile(file)) {
            throw Refused.of("store.refused.attachment_missing", file.getFileName());
        }
        byte[] content = read(file);
        if (!hash(content).equals(sha256)) {
            throw Refused.of("store.refused.attachment_corrupt", file.getFileName());
        }
        return content;
    }

    /**
     * Passes the bytes of a hash on, as they were put there; a file that is not sealed never stands in memory. Throws {@link Refused} when the
     * file is gone, or is no longer what was put there: part of it may have been passed on by then.
     */
    public void copy(String sha256, String ending, OutputStream out) throws IOException {
        Path file = path(sha256, ending);
        if (!sealing.equals(Sealing.NONE) || !Files.isRegularFile(file)) {
            out.write(get(sha256, ending));
            return;
        }
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(out);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw Refused.of("store.refused.attachment_corrupt", file.getFileName());
        }
    }

    /** Whether a file of this hash stands there; its bytes are not read. */
    public boolean has(String sha256, String ending) {
        return sha256.matches("[0-9a-f]{64}") && Files.isRegularFile(path(sha256, ending));
    }

    private boolean isWhole(Path file, String hash) {
        try {
            return Files.isRegularFile(file) && hash(read(file)).equals(hash);
        } catch (Refused broken) {
            return false;
        }
    }

    private byte[] read(Path file) {
        try {
            return sealing.open.apply(Files.readAllBytes(file));
        } catch (IOException | Refused unreadable) {
            throw Refused.of("store.refused.attachment_corrupt", file.getFileName()).because(unreadable);
        }
    }

    /** What is wrong with the files that rows name, hash to ending; a sentence for each. Reads every one of them. */
    public List<String> faults(Map<String, String> named) {
        List<String> faults = new ArrayList<>();
        named.forEach((hash, ending) -> {
            try {
                get(hash, ending);
            } catch (Refused broken) {
                faults.add(String.valueOf(broken.getMessage()));
            }
        });
        return faults;
    }

    /** Takes away files no row names that are older than {@link #GRACE}; how many. What {@code named} knows stays, whatever its age. */
    public int sweep(Predicate<String> named, Instant now) {
        int swept = 0;
        try {
            for (Path file : everything()) {
                String name = String.valueOf(file.getFileName());
                boolean ours = name.endsWith(UNFINISHED) || KEPT.matcher(name).matches();
                boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(GRACE));
                if (ours && old && !named.test(name.substring(0, name.indexOf('.')))) {
                    swept += Files.deleteIfExists(file) ? 1 : 0;
                }
            }
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
        return swept;
    }

    private List<Path> everything() throws IOException {
        return Disk.files(folder, 2);
    }

    private Refused unreadable(IOException because) {
        return Refused.of("store.refused.attachments_unreadable", folder).because(because);
    }

    private Path path(String sha256, String ending) {
        return shelf(sha256).resolve(sha256 + "." + ending);
    }

    private Path shelf(String sha256) {
        return folder.resolve(sha256.substring(0, 2));
    }

    /** SHA-256 in 64 hex digits. */
    public static String hash(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
