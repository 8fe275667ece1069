package cn.anlan.paper;

import cn.anlan.entry.Refused;
import cn.anlan.store.disk.Disk;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that stands there whole or not at all (完整写出): written beside its place and moved there at the end. */
public final class WholeFile {
    private static final String UNFINISHED = ".anlan-";
    private static final String PART = ".part";

    private WholeFile() {}

    /** Writes into a stream. */
    @FunctionalInterface
    public interface Body {
        void write(OutputStream out) throws IOException;
    }

    /** Puts a file in place of whatever stood there. Throws {@link Refused} when the folder or the old file cannot be written. */
    public static void write(Path file, Body body) {
        try {
            Path folder = Disk.folderOf(file);
            Files.createDirectories(folder);
            Disk.sweep(folder, name -> name.startsWith(UNFINISHED) && name.endsWith(PART));
            Path part = Files.createTempFile(folder, UNFINISHED, PART);
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                    body.write(out);
                }
                Disk.sync(part);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | UncheckedIOException notWritten) {
            throw Refused.of("paper.refused.not_written", file).because(notWritten);
        }
    }
}
