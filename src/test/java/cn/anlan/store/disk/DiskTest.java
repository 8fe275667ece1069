package cn.anlan.store.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DiskTest {
    @TempDir
    Path folder;

    @Test
    void foldersAreMadeOnceAndLeftAloneAfterwards() throws IOException {
        Path deep = folder.resolve("a").resolve("b").resolve("c");
        Disk.createFolders(deep);
        Files.writeString(deep.resolve("kept"), "1");
        Disk.createFolders(deep);
        assertThat(deep.resolve("kept")).hasContent("1");
    }

    @Test
    void aFileInTheWayOfAFolderIsNotRemoved() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "1");
        assertThatThrownBy(() -> Disk.createFolders(file.resolve("below"))).isInstanceOf(IOException.class);
        assertThat(file).hasContent("1");
    }

    @Test
    void filesAreFoundAsDeepAsAsked() throws IOException {
        assertThat(Disk.files(folder.resolve("none"), 2)).isEmpty();
        Files.writeString(folder.resolve("one"), "1");
        Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("two"), "2");
        Files.writeString(Files.createDirectory(folder.resolve("a").resolve("b")).resolve("three"), "3");
        assertThat(Disk.files(folder, 1)).containsExactly(folder.resolve("one"));
        assertThat(Disk.files(folder, 2)).containsExactlyInAnyOrder(folder.resolve("one"), folder.resolve("a").resolve("two"));
    }

    @Test
    void aFinishedFileTakesThePlaceOfTheOldOne() throws IOException {
        Path place = Files.writeString(folder.resolve("place"), "old");
        Path finished = Files.writeString(folder.resolve("finished"), "new");
        Disk.replace(finished, place);
        assertThat(place).hasContent("new");
        assertThat(finished).doesNotExist();
        assertThatThrownBy(() -> Disk.replace(finished, place)).isInstanceOf(NoSuchFileException.class);
        assertThat(place).hasContent("new");
    }

    @Test
    void onlyWhatIsOldAndHasSuchANameIsSwept() throws IOException {
        for (String name : new String[] {".anlan-old.part", ".anlan-young.part", "clerk.part"}) {
            Files.writeString(folder.resolve(name), name);
        }
        Path stage = Files.createDirectories(folder.resolve(".anlan-stage.part").resolve("below"));
        Files.writeString(stage.resolve("file"), "1");
        for (String name : new String[] {".anlan-old.part", "clerk.part", ".anlan-stage.part"}) {
            Files.setLastModifiedTime(folder.resolve(name), FileTime.from(Instant.now().minus(Disk.GRACE).minus(Duration.ofMinutes(1))));
        }
        Disk.sweep(folder, name -> name.startsWith(".anlan-"));
        assertThat(folder).isDirectoryNotContaining("glob:**old.part").isDirectoryNotContaining("glob:**stage.part")
                .isDirectoryContaining("glob:**young.part").isDirectoryContaining("glob:**clerk.part");
    }

    @Test
    void aNetworkShareIsToldByItsKindOrByItsName() throws IOException {
        for (String kind : List.of("nfs4", "cifs", "SMB3", "fuse.sshfs")) {
            assertThat(Disk.isShare(kind, "/")).as(kind).isTrue();
        }
        assertThat(Disk.isShare("NTFS", "\\\\server\\share\\")).isTrue();
        for (String kind : List.of("ext4", "xfs", "btrfs", "tmpfs", "overlay", "vfat", "exfat", "NTFS", "fuseblk")) {
            assertThat(Disk.isShare(kind, "C:\\")).as(kind).isFalse();
        }
        assertThat(Disk.isShared(folder)).isFalse();
    }

    @Test
    void aFolderThatIsNotThereHasNothingToSweep() {
        Path none = folder.resolve("none");
        Disk.sweep(none, name -> true);
        assertThat(none).doesNotExist();
    }
}
