package cn.anlan.security.key;

import cn.anlan.entry.Refused;
import cn.anlan.store.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file beside the store (小文件), written whole. */
public final class SmallFile {
    private SmallFile() {}

    /** A small file that stands there whole or as it was, on the disk when this returns. Throws {@link Refused}. */
    public static void replace(Path file, byte[] bytes) {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Path folder = Disk.folderOf(file);
        try {
            Disk.createFolders(folder);
            Files.write(part, bytes);
            Disk.replace(part, file);
        } catch (IOException notWritten) {
            throw Refused.of("security.refused.not_written", file.getFileName()).because(notWritten);
        }
    }
}
