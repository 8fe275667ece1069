package cn.anlan.store.attachment;

import cn.anlan.entry.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class AttachmentsTest {
    private static final byte[] BYTES = "一张收条".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path store;

    private Attachments files() {
        return new Attachments(store, Attachments.Sealing.none());
    }

    private Path fileOf(String hash) {
        return store.resolve("attachments").resolve(hash.substring(0, 2)).resolve(hash + ".jpg");
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatIsPutIsGottenUnderItsHash() throws IOException {
        String hash = files().put(BYTES, "jpg");
        assertThat(hash).hasSize(64).isEqualTo(Attachments.hash(BYTES));
        assertThat(files().get(hash, "jpg")).isEqualTo(BYTES);
        assertThat(files().has(hash, "jpg")).isTrue();
        assertThat(all()).containsExactly(fileOf(hash));
    }

    /** One store for all at a PC: what one clerk puts there the others open, if that is how her files are made. */
    @Test
    void aFileIsAsOpenToOthersAsAnyFileOfThisPerson() throws IOException {
        assumeTrue(store.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path any = Files.writeString(store.resolve("any"), "");
        String hash = files().put(BYTES, "jpg");
        assertThat(Files.getPosixFilePermissions(fileOf(hash))).isEqualTo(Files.getPosixFilePermissions(any));
    }

    @Test
    void theSameBytesAreKeptOnce() throws IOException {
        String hash = files().put(BYTES, "jpg");
        assertThat(files().put(BYTES, "jpg")).isEqualTo(hash);
        assertThat(all()).hasSize(1);
    }

    /** A disk that gives an error where a file stands; the kernel has such a file. */
    @Test
    void aFolderThatCannotBeReadIsASentence() throws IOException {
        Path broken = Path.of("/proc/self/mem");
        assumeTrue(Files.isRegularFile(broken));
        String hash = files().put(BYTES, "jpg");
        Files.delete(fileOf(hash));
        Files.createSymbolicLink(fileOf(hash), broken);
        assertThatThrownBy(() -> files().looking(bytes -> true)).isInstanceOf(Refused.class).hasMessageContaining("读不出来");
    }

    @Test
    void whatWasChangedOnTheDiskIsNotHandedOut() throws IOException {
        String hash = files().put(BYTES, "jpg");
        Files.writeString(fileOf(hash), "另一张");
        assertThatThrownBy(() -> files().get(hash, "jpg")).isInstanceOf(Refused.class).hasMessageContaining(hash).hasMessageContaining("损坏");
        assertThat(files().faults(Map.of(hash, "jpg"))).singleElement().asString().contains("损坏");
        assertThat(files().put(BYTES, "jpg")).as("put again, it is mended").isEqualTo(hash);
        assertThat(files().faults(Map.of(hash, "jpg"))).isEmpty();
    }

    @Test
    void whatIsGoneIsMissed() throws IOException {
        String hash = files().put(BYTES, "jpg");
        Files.delete(fileOf(hash));
        assertThatThrownBy(() -> files().get(hash, "jpg")).isInstanceOf(Refused.class).hasMessageContaining("不见了");
        assertThat(files().faults(Map.of(hash, "jpg"))).hasSize(1);
        assertThat(files().has(hash, "jpg")).isFalse();
    }

    @Test
    void aNameThatIsNoHashIsNoFile() {
        assertThat(files().has("../../etc/passwd", "jpg")).isFalse();
    }

    /** The machine stopped between file and row: nobody names the file. Young it may still be named; old it is swept. */
    @Test
    void aFileNobodyNamesIsSweptOnlyWhenItIsOld() throws IOException {
        String named = files().put(BYTES, "jpg");
        String orphan = files().put("没有登记".getBytes(StandardCharsets.UTF_8), "jpg");
        Path half = Files.writeString(fileOf(orphan).resolveSibling("123.part"), "半个");
        Path foreign = Files.writeString(fileOf(orphan).resolveSibling("读我.txt"), "别人的");
        assertThat(files().sweep(named::equals, Instant.now())).as("all are young").isZero();
        age(named, orphan);
        FileTime longAgo = FileTime.from(Instant.now().minus(Attachments.GRACE).minusSeconds(60));
        Files.setLastModifiedTime(half, longAgo);
        Files.setLastModifiedTime(foreign, longAgo);
        assertThat(files().sweep(named::equals, Instant.now())).isEqualTo(2);
        assertThat(all()).containsExactlyInAnyOrder(fileOf(named), foreign);
    }

    @Test
    void whatIsPutAgainIsYoungAgain() throws IOException {
        String hash = files().put(BYTES, "jpg");
        age(hash);
        files().put(BYTES, "jpg");
        assertThat(files().sweep(any -> false, Instant.now())).isZero();
    }

    private void age(String... hashes) throws IOException {
        for (String hash : hashes) {
            Files.setLastModifiedTime(fileOf(hash), FileTime.from(Instant.now().minus(Attachments.GRACE).minusSeconds(60)));
        }
    }

    @Test
    void aStoreWithoutAttachmentsHasNothingToSweep() {
        assertThat(files().sweep(any -> false, Instant.now())).isZero();
    }

    @Test
    void whatStandsOnTheDiskIsSealed() throws IOException {
        var sealed = new Attachments(store, new Attachments.Sealing(AttachmentsTest::turned, AttachmentsTest::turned));
        String hash = sealed.put(BYTES, "jpg");
        assertThat(Files.readAllBytes(fileOf(hash))).isNotEqualTo(BYTES);
        assertThat(sealed.get(hash, "jpg")).isEqualTo(BYTES);
        assertThat(sealed.faults(Map.of(hash, "jpg"))).isEmpty();
        assertThatThrownBy(() -> files().get(hash, "jpg")).as("opened without the key").isInstanceOf(Refused.class);
    }

    private static byte[] turned(byte[] bytes) {
        byte[] turned = bytes.clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] ^= 0x5A;
        }
        return turned;
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Files.writeString(store.resolve("attachments"), "a file where the folder should be");
        assertThatThrownBy(() -> files().put(BYTES, "jpg")).isInstanceOf(Refused.class).hasMessageContaining("没有存下来");
    }
}
