package cn.anlan.security.key;

import cn.anlan.entry.Refused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** A small file beside the store (小文件), written whole. */
public final class SmallFile {
    private SmallFile() {}

    /** A small file that stands there whole or as it was, on the disk when this returns. Throws {@link Refused}. */
    public static void replace(Path file, byte[] bytes) {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        try {
            Files.createDirectories(folder);
            Files.write(part, bytes);
            try (FileChannel open = FileChannel.open(part, StandardOpenOption.WRITE)) {
                open.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (!System.getProperty("os.name", "").startsWith("Windows")) {
                try (FileChannel named = FileChannel.open(folder, StandardOpenOption.READ)) {
                    named.force(true);
                }
            }
        } catch (IOException notWritten) {
            Refused refused = Refused.of("security.refused.not_written", file.getFileName());
            refused.initCause(notWritten);
            throw refused;
        }
    }
}
