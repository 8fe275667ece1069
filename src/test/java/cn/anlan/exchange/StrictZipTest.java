package cn.anlan.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A zip from anywhere is believed in nothing: each lie in it has a sentence, and nothing of it is unpacked. */
class StrictZipTest {
    @TempDir
    private Path folder;

    private StrictZip open(byte[] bytes) throws IOException {
        return StrictZip.open(Files.write(folder.resolve("made.zhb"), bytes));
    }

    private void refused(byte[] bytes, String word) {
        assertThatThrownBy(() -> open(bytes).close()).isInstanceOf(Finding.Broken.class).hasMessageContaining(word);
    }

    private void refused(RawZip zip, String word) {
        refused(zip.bytes(), word);
    }

    @Test
    void anHonestZipIsRead() throws IOException {
        var zip = new RawZip();
        zip.stored("a.json", "{}");
        zip.deflated("b/c.txt", "词语词语词语".getBytes(StandardCharsets.UTF_8));
        try (StrictZip open = open(zip.bytes())) {
            assertThat(open.names()).containsExactly("a.json", "b/c.txt");
            assertThat(open.bytes("a.json")).asString().isEqualTo("{}");
            assertThat(new String(open.bytes("b/c.txt"), StandardCharsets.UTF_8)).isEqualTo("词语词语词语");
            assertThat(open.size("a.json")).isEqualTo(2);
        }
    }

    @Test
    void anEmptyZipHasNoFiles() throws IOException {
        try (StrictZip open = open(new RawZip().bytes())) {
            assertThat(open.names()).isEmpty();
            assertThatThrownBy(() -> open.bytes("a.json")).isInstanceOf(Finding.Broken.class).hasMessageContaining("缺少文件 a.json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "..", ".", "a/..", "a/../b", "./a", "a/./b", "/a", "//a", "a//b", "a/", "a\\b", "..\\a", "C:a", "C:\\a", "a:b", "a b", " a", "a\t",
        "a\u0000b", "a\u007F", "é", "名册"})
    void aNameThatLeadsAstrayIsRefused(String name) {
        var zip = new RawZip();
        zip.stored(name, "x");
        refused(zip, "不允许的文件名");
    }

    @Test
    void anEmptyNameIsRefused() {
        var zip = new RawZip();
        zip.stored("", "x");
        refused(zip, "不允许的文件名");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "A.json", "a.JSON", "A.JSON"})
    void twoFilesOfOneNameAreRefusedEvenIfOnlyTheirCaseDiffers(String second) {
        var zip = new RawZip();
        zip.stored("a.json", "x");
        zip.stored(second, "y");
        refused(zip, "重名");
    }

    @Test
    void namesThatDifferInMoreThanCaseAreTwo() throws IOException {
        var zip = new RawZip();
        zip.stored("a/b", "x");
        zip.stored("a/c", "y");
        try (StrictZip open = open(zip.bytes())) {
            assertThat(open.names()).hasSize(2);
        }
    }

    @Test
    void aSymbolicLinkIsRefused() {
        var zip = new RawZip();
        zip.stored("link", "/etc/passwd").external = 0xA1FF << 16;
        refused(zip, "头信息");
    }

    @Test
    void anyAttributeAtAllIsRefused() {
        var zip = new RawZip();
        zip.stored("a", "x").external = 0x20;
        refused(zip, "头信息");
    }

    @Test
    void whatSwellsMoreThanTwoHundredfoldIsRefusedUnread() {
        var zip = new RawZip();
        zip.deflated("bomb.json", new byte[4 << 20]);
        refused(zip, "展开后过大");
    }

    @Test
    void whatSwellsALittleIsRead() throws IOException {
        byte[] content = new byte[20_000];
        var random = new Random(1);
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) ('a' + random.nextInt(4));
        }
        var zip = new RawZip();
        zip.deflated("fine.txt", content);
        try (StrictZip open = open(zip.bytes())) {
            assertThat(open.bytes("fine.txt")).isEqualTo(content);
        }
    }

    @Test
    void aHundredFilesThatClaimTooMuchTogetherAreRefused() {
        var zip = new RawZip();
        for (int i = 0; i < 3; i++) {
            zip.deflated("part" + i, noise(6 << 20)).said = 1L << 30;
        }
        refused(zip, "展开后过大");
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    @Test
    void tooManyFilesAreRefused() {
        var zip = new RawZip();
        for (int i = 0; i <= 20_000; i++) {
            zip.stored("f" + i, "");
        }
        refused(zip, "超过上限 20000");
    }

    @Test
    void bytesInFrontBetweenOrAsACommentAreRefused() {
        var zip = new RawZip();
        zip.stored("a", "x");
        byte[] none = {};
        byte[] some = "PK more".getBytes(StandardCharsets.US_ASCII);
        refused(zip.bytes(some, none, none), "多余的字节");
        assertThatThrownBy(() -> open(zip.bytes(none, some, none))).isInstanceOf(Finding.Broken.class);
        refused(zip.bytes(none, none, some), "不符合上报包规范");
    }

    @Test
    void anExtraFieldIsRefused() {
        var zip = new RawZip();
        zip.stored("a", "x").extra = new byte[] {1, 0, 0, 0};
        refused(zip, "头信息");
    }

    @Test
    void aFileCalledOtherwiseInItsOwnHeaderIsRefused() {
        var zip = new RawZip();
        zip.stored("a.json", "x").localName = "b.json".getBytes(StandardCharsets.US_ASCII);
        refused(zip, "头信息");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0001, 0x0040, 0x2000, 0x0008})
    void aLockedFileOrOneOfUnknownKindIsRefused(int flag) {
        var zip = new RawZip();
        zip.stored("a", "x").flags = flag;
        refused(zip, "头信息");
    }

    @Test
    void aNameMarkedAsUtf8IsFine() throws IOException {
        var zip = new RawZip();
        zip.stored("a", "x").flags = 0x0800;
        try (StrictZip open = open(zip.bytes())) {
            assertThat(open.names()).containsExactly("a");
        }
    }

    @Test
    void aStoredFileMustBeAsLongAsItSays() {
        var zip = new RawZip();
        zip.stored("a", "xyz").said = 2;
        refused(zip, "头信息");
    }

    @Test
    void contentThatIsNotWhatWasPromisedIsNoticedWhileReading() throws IOException {
        var sum = new RawZip();
        sum.stored("a", "xyz").crc++;
        assertUnreadable(sum);
        var longer = new RawZip();
        longer.deflated("a", "xyzxyzxyz".getBytes(StandardCharsets.US_ASCII)).said = 4;
        assertUnreadable(longer);
        var shorter = new RawZip();
        shorter.deflated("a", "xyzxyzxyz".getBytes(StandardCharsets.US_ASCII)).said = 40;
        assertUnreadable(shorter);
    }

    private void assertUnreadable(RawZip zip) throws IOException {
        try (StrictZip open = open(zip.bytes())) {
            assertThatThrownBy(() -> open.bytes("a")).isInstanceOf(Finding.Broken.class).hasMessageContaining("长度或校验和不符");
        }
    }

    @Test
    void aGarbledDeflateIsASentenceToo() throws IOException {
        var zip = new RawZip();
        zip.deflated("a", "xyzxyzxyzxyz".getBytes(StandardCharsets.US_ASCII));
        byte[] bytes = zip.bytes();
        bytes[31] = (byte) 0xFF;
        bytes[32] = (byte) 0xFF;
        try (StrictZip open = open(bytes)) {
            assertThatThrownBy(() -> open.bytes("a")).isInstanceOf(Finding.Broken.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 21, 22, 30, 60})
    void whatIsCutOffIsRefused(int length) {
        var zip = new RawZip();
        zip.stored("a", "x");
        zip.stored("b", "y");
        byte[] cut = Arrays.copyOf(zip.bytes(), length);
        assertThatThrownBy(() -> open(cut)).isInstanceOf(Finding.Broken.class);
    }

    @Test
    void everyCutOfAZipIsNoticed() {
        var zip = new RawZip();
        zip.stored("a", "x");
        zip.deflated("b", "yyyyyyyyyyyyyyy".getBytes(StandardCharsets.US_ASCII));
        byte[] whole = zip.bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> open(cut)).as("%d of %d", length, whole.length).isInstanceOf(Finding.Broken.class);
        }
    }

    @Test
    void aZipWithinIsReadInItsPlaceAndNamesItsFilesWithItsOwn() throws IOException {
        var inner = new RawZip();
        inner.stored("x.json", "{}");
        try (StrictZip open = open(outerOf(inner.bytes())); InputStream raw = open.raw("payload.zip")) {
            assertThat(open.inside("payload.zip").bytes("x.json")).asString().isEqualTo("{}");
            assertThat(raw.readAllBytes()).isEqualTo(inner.bytes());
        }
    }

    private static byte[] outerOf(byte[] inner) {
        var outer = new RawZip();
        outer.stored("first", "abc");
        outer.raw("payload.zip", inner);
        return outer.bytes();
    }

    @Test
    void aZipWithinThatLiesIsNamedByItsPart() throws IOException {
        var inner = new RawZip();
        inner.stored("../x", "{}");
        try (StrictZip open = open(outerOf(inner.bytes()))) {
            assertThatThrownBy(() -> open.inside("payload.zip")).isInstanceOfSatisfying(Finding.Broken.class,
                    broken -> assertThat(broken.finding().part()).isEqualTo("payload.zip"));
        }
    }

    @Test
    void aPackedZipWithinIsNotUnpackedTwice() throws IOException {
        var inner = new RawZip();
        inner.stored("x.json", "{}");
        var outer = new RawZip();
        outer.deflated("payload.zip", inner.bytes());
        try (StrictZip open = open(outer.bytes())) {
            assertThatThrownBy(() -> open.inside("payload.zip")).isInstanceOf(Finding.Broken.class);
        }
    }

    @Test
    void whatIsNoZipIsRefused() {
        refused("今天天气很好，适合下村走访，也适合整理台账。".getBytes(StandardCharsets.UTF_8), "不符合上报包规范");
    }
}
