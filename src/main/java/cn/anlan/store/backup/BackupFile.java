package cn.anlan.store.backup;

import cn.anlan.entry.Refused;
import cn.anlan.store.EntryJson;
import cn.anlan.store.disk.Disk;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One backup (备份文件): a store's file, its keys and its attachments as they stand on the disk, locked as they are, in one zip that stores without
 * packing; {@code manifest.json} in front says what is inside, with the SHA-256 of each. Any unzip program takes it apart.
 */
public final class BackupFile {
    public static final String ENDING = ".anb";

    private static final String UNFINISHED = ".anlan-";
    private static final String PART = ".part";
    private static final String MANIFEST = "manifest.json";
    private static final String FORMAT = "anlan-backup";
    private static final int VERSION = 1;
    private static final int MOST_MANIFEST = 64 << 20;
    private static final Pattern NAMES = Pattern.compile("anlan\\.db|keys(\\.copy)?\\.json|attachments/[0-9a-f]{2}/[0-9a-f]{64}\\.[a-z]{1,8}");

    private final Path file;
    private final About about;
    private final List<Part> parts;

    private BackupFile(Path file, About about, List<Part> parts) {
        this.file = file;
        this.about = about;
        this.parts = parts;
    }

    /**
     * What a backup says of itself. No personal data.
     *
     * @param tip the last line of the journal, number and hash
     * @param rows every table with its number of rows, and the end of the journal
     */
    public record About(OffsetDateTime at, String office, String tip, List<String> rows) {}

    /** A file inside, at its place in the store's folder. */
    record Part(String path, Content content) {
        long bytes() {
            return content.bytes();
        }
    }

    /**
     * Writes all that stands in {@code work} into one file beside its place, reads it again, has {@code proof} open what is in {@code work}, and
     * moves it there. Asks {@code stopped} now and then; throws {@link Refused} then, when the proof throws, or when the place cannot be written;
     * nothing is left there.
     */
    public static BackupFile write(Path file, Path work, About about, BooleanSupplier stopped, Runnable proof) {
        Path folder = Disk.folderOf(file);
        Path part = null;
        try {
            Disk.createFolders(folder);
            Disk.sweep(folder, name -> name.startsWith(UNFINISHED) && name.endsWith(PART));
            part = Files.createTempFile(folder, UNFINISHED, PART);
            List<Part> parts = parts(work, stopped);
            try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16))) {
                zip.setMethod(ZipOutputStream.STORED);
                byte[] manifest = EntryJson.write(json(about, parts)).getBytes(StandardCharsets.UTF_8);
                put(zip, MANIFEST, Content.of(manifest), out -> out.write(manifest));
                for (Part each : parts) {
                    refuseStopped(stopped);
                    put(zip, each.path, each.content, out -> Files.copy(work.resolve(each.path), out));
                }
            }
            Disk.sync(part);
            readAgain(part, folder, stopped);
            proof.run();
            refuseStopped(stopped);
            Disk.replace(part, file);
            return new BackupFile(file, about, parts);
        } catch (IOException notWritten) {
            throw Refused.of("backup.refused.not_written", folder).because(notWritten);
        } finally {
            discard(part);
        }
    }

    /** What cannot be read back was never written: the stick was pulled, or does not hold what it is given. */
    private static void readAgain(Path part, Path folder, BooleanSupplier stopped) {
        try {
            read(part).verify(stopped);
        } catch (Refused unreadable) {
            refuseStopped(stopped);
            throw Refused.of("backup.refused.not_written", folder).because(unreadable);
        }
    }

    private static void discard(@Nullable Path part) {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException goneWithItsDisk) {
            throw Refused.of("backup.refused.not_written", part).because(goneWithItsDisk);
        }
    }

    private static List<Part> parts(Path work, BooleanSupplier stopped) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(work)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        var parts = new ArrayList<Part>();
        for (Path each : files) {
            refuseStopped(stopped);
            String path = work.relativize(each).toString().replace('\\', '/');
            if (NAMES.matcher(path).matches()) {
                try (InputStream in = Files.newInputStream(each)) {
                    parts.add(new Part(path, Content.of(in)));
                }
            }
        }
        return parts;
    }

    /** Writes the bytes of one entry. */
    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    private static void put(ZipOutputStream zip, String name, Content content, Body body) throws IOException {
        var entry = new ZipEntry(name);
        entry.setSize(content.bytes());
        entry.setCompressedSize(content.bytes());
        entry.setCrc(content.crc());
        entry.setTime(0);
        zip.putNextEntry(entry);
        body.write(zip);
        zip.closeEntry();
    }

    private static Map<String, Object> json(About about, List<Part> parts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("version", VERSION);
        json.put("at", about.at.toString());
        json.put("office", about.office);
        json.put("tip", about.tip);
        json.put("rows", about.rows);
        json.put("parts", parts.stream().map(part -> Map.of("path", part.path, "bytes", part.bytes(), "sha256", part.content.sha256())).toList());
        return json;
    }

    /** Reads what a file says of itself. Throws {@link Refused} when it is no backup, is damaged, or is of a newer program. */
    public static BackupFile read(Path file) {
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8); InputStream in = stream(zip, MANIFEST)) {
            Map<String, Object> json = manifest(in);
            if (!FORMAT.equals(json.get("format"))) {
                throw Refused.of("backup.refused.foreign", file.getFileName());
            } else if (!(json.get("version") instanceof Number version) || version.intValue() > VERSION) {
                throw Refused.of("backup.refused.newer", file.getFileName());
            }
            List<Part> parts = items(json, "parts").map(item -> (Map<?, ?>) item).map(BackupFile::part).toList();
            return new BackupFile(file, new About(OffsetDateTime.parse(text(json, "at")), text(json, "office"), text(json, "tip"),
                    items(json, "rows").map(String::valueOf).toList()), parts);
        } catch (Refused told) {
            throw told;
        } catch (IOException | RuntimeException unreadable) {
            throw Refused.of("backup.refused.foreign", file.getFileName()).because(unreadable);
        }
    }

    private static Map<String, Object> manifest(InputStream in) throws IOException {
        try {
            return EntryJson.readAll(new String(in.readNBytes(MOST_MANIFEST), StandardCharsets.UTF_8)).get(0);
        } catch (Refused noJson) {
            throw new IOException(noJson);
        }
    }

    private static Stream<?> items(Map<?, ?> json, String key) {
        return ((List<?>) Objects.requireNonNull(json.get(key), key)).stream();
    }

    private static String text(Map<?, ?> json, String key) {
        return (String) Objects.requireNonNull(json.get(key), key);
    }

    private static Part part(Map<?, ?> json) {
        String path = text(json, "path");
        if (!NAMES.matcher(path).matches()) {
            throw new IllegalArgumentException("A part no store has");
        }
        return new Part(path, new Content(((Number) Objects.requireNonNull(json.get("bytes"))).longValue(), 0, text(json, "sha256")));
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.getMethod() != ZipEntry.STORED) {
            throw new IOException("No " + name);
        }
        return zip.getInputStream(entry);
    }

    public About about() {
        return about;
    }

    /** Bytes of all that is inside. */
    public long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    /** Reads every part; throws {@link Refused} naming the first that is missing or not what the manifest says. */
    public void verify(BooleanSupplier stopped) {
        each(stopped, (part, in) -> Content.of(in));
    }

    /** Takes everything out into an empty folder, each part read and compared. Throws {@link Refused} as {@link #verify}, or when the disk is full. */
    public void extract(Path folder) {
        if (folder.toFile().getUsableSpace() < bytes()) {
            throw Refused.of("backup.refused.no_room", folder, bytes() >> 20);
        }
        each(() -> false, (part, in) -> {
            Path target = folder.resolve(part.path);
            Path shelf = Disk.folderOf(target);
            Disk.createFolders(shelf);
            Files.copy(in, target);
            Disk.sync(target);
            Disk.syncFolder(shelf);
            try (InputStream again = Files.newInputStream(target)) {
                return Content.of(again);
            }
        });
    }

    /** Does something with the bytes of a part; what they were. */
    private interface Taker {
        Content take(Part part, InputStream in) throws IOException;
    }

    private void each(BooleanSupplier stopped, Taker taker) {
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            for (Part part : parts) {
                refuseStopped(stopped);
                Content found;
                try (InputStream in = stream(zip, part.path)) {
                    found = taker.take(part, in);
                }
                if (found.bytes() != part.bytes() || !found.sha256().equals(part.content.sha256())) {
                    throw Refused.of("backup.refused.damaged", file.getFileName(), part.path);
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw Refused.of("backup.refused.damaged", file.getFileName(), MANIFEST).because(unreadable);
        }
    }

    private static void refuseStopped(BooleanSupplier stopped) {
        if (stopped.getAsBoolean()) {
            throw Refused.of("backup.refused.stopped");
        }
    }
}
