package cn.anlan.update;

import cn.anlan.entry.Refused;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A good stick is installed after the store was laid by; any other is refused in a sentence, and nothing has changed. */
class UpdateTest {
    private static final String PACKAGE = "anlan_0.10.0_amd64.deb";
    private static final byte[] BYTES = "a newer program".getBytes(StandardCharsets.UTF_8);
    private static final Path LAID_BY = Path.of("/laid/by");

    @TempDir
    Path folder;

    private Path stick = Path.of("");
    private Path home = Path.of("");
    private Path workplace = Path.of("");
    private KeyPair pair = keys();
    private final List<List<String>> commands = new ArrayList<>();
    private final List<byte[]> ran = new ArrayList<>();
    private final List<String> backups = new ArrayList<>();
    private int code;

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @BeforeEach
    void lay() throws Exception {
        stick = Files.createDirectories(folder.resolve("U 盘"));
        home = Files.createDirectories(folder.resolve("opt/anlan"));
        workplace = Files.createDirectories(folder.resolve("tmp"));
        Files.createDirectories(home.resolve("lib"));
        Files.writeString(home.resolve("lib/release.pem"), "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n");
        Files.write(stick.resolve(PACKAGE), BYTES);
        sign(list("0.10.0", 13));
    }

    private static String list(String version, int schema) throws Exception {
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BYTES));
        return "anlan-update 1\nversion " + version + "\nschema " + schema + "\nfile " + PACKAGE + " " + BYTES.length + " " + hash + "\n";
    }

    private void sign(String list) throws Exception {
        Files.writeString(stick.resolve("anlan-update.txt"), list);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(list.getBytes(StandardCharsets.UTF_8));
        Files.write(stick.resolve("anlan-update.sig"), signature.sign());
    }

    private Installed installed(String version) {
        return new Installed(version, 13, home, "Linux", "amd64");
    }

    private Update update(Installed installed) {
        return new Update(installed, (command, waits) -> {
            commands.add(command);
            ran.add(Files.readAllBytes(Path.of(command.get(command.size() - 1))));
            return code;
        }, workplace);
    }

    private Update.Outcome install(Update.Offer offer) {
        return update(installed("0.9.0")).install(offer, before -> {
            backups.add(before);
            return LAID_BY;
        });
    }

    private void assertRefused(String sentence, Installed installed) {
        assertThatThrownBy(() -> update(installed).check(stick)).isInstanceOf(Refused.class).hasMessageContaining(sentence);
        assertNothingChanged();
    }

    private void assertNothingChanged() {
        assertThat(commands).isEmpty();
        assertThat(backups).isEmpty();
        assertThat(workplace).isEmptyDirectory();
    }

    @Test
    void aGoodStickIsInstalledAfterTheStoreWasLaidBy() {
        Update.Offer offer = update(installed("0.9.0")).check(stick);
        assertThat(offer.version()).isEqualTo("0.10.0");
        assertThat(install(offer)).isEqualTo(new Update.Outcome(true, LAID_BY));
        assertThat(backups).containsExactly("0.9.0");
        assertThat(commands).singleElement().satisfies(command -> {
            assertThat(command).contains("dpkg", "--refuse-downgrade").doesNotContain(stick.resolve(PACKAGE).toString());
            assertThat(Path.of(command.get(command.size() - 1))).hasFileName(PACKAGE).doesNotExist();
        });
        assertThat(ran).singleElement().isEqualTo(BYTES);
    }

    @Test
    void aPackageThatChangedIsRefusedByTheCheckAndByTheInstaller() throws IOException {
        Update.Offer offer = update(installed("0.9.0")).check(stick);
        Files.write(stick.resolve(PACKAGE), "A newer program".getBytes(StandardCharsets.UTF_8));
        assertRefused("与清单不符", installed("0.9.0"));
        assertThatThrownBy(() -> install(offer)).isInstanceOf(Refused.class).hasMessageContaining("与清单不符");
        assertNothingChanged();
        Files.write(stick.resolve(PACKAGE), "a newer program and more".getBytes(StandardCharsets.UTF_8));
        assertRefused("与清单不符", installed("0.9.0"));
        Files.delete(stick.resolve(PACKAGE));
        assertRefused("与清单不符", installed("0.9.0"));
    }

    @Test
    void aListThatChangedOrWasSignedByAnotherIsRefused() throws Exception {
        Files.writeString(stick.resolve("anlan-update.txt"), list("0.11.0", 13));
        assertRefused("签名不对", installed("0.9.0"));
        pair = keys();
        sign(list("0.10.0", 13));
        assertRefused("签名不对", installed("0.9.0"));
        Files.write(stick.resolve("anlan-update.sig"), new byte[3]);
        assertRefused("签名不对", installed("0.9.0"));
        Files.delete(stick.resolve("anlan-update.sig"));
        assertRefused("anlan-update.sig", installed("0.9.0"));
    }

    /** What copying stopped half-way leaves on a stick. */
    @ParameterizedTest
    @CsvSource({"anlan-update.txt, 签名不对", "anlan-update.sig, 签名不对", "anlan_0.10.0_amd64.deb, 与清单不符"})
    void aStickCutShortIsRefused(String name, String sentence) throws IOException {
        Path file = stick.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused(sentence, installed("0.9.0"));
        }
        Files.write(file, whole);
        assertThat(update(installed("0.9.0")).check(stick).version()).isEqualTo("0.10.0");
    }

    /** Even a link to the very file that was signed: what it leads to may be another one a moment later. */
    @ParameterizedTest
    @ValueSource(strings = {"anlan-update.txt", "anlan-update.sig", PACKAGE})
    void aLinkOrAFolderInAFilesPlaceIsRefused(String name) throws IOException {
        Path elsewhere = Files.move(stick.resolve(name), folder.resolve("elsewhere"));
        Files.createSymbolicLink(stick.resolve(name), elsewhere);
        assertRefused(name + " 不是普通文件", installed("0.9.0"));
        Files.delete(stick.resolve(name));
        Files.createDirectory(stick.resolve(name));
        assertRefused(name + " 不是普通文件", installed("0.9.0"));
    }

    @Test
    void aPackageThatBecameALinkSinceTheCheckIsRefused() throws IOException {
        Update.Offer offer = update(installed("0.9.0")).check(stick);
        Path elsewhere = Files.move(stick.resolve(PACKAGE), folder.resolve("elsewhere"));
        Files.createSymbolicLink(stick.resolve(PACKAGE), elsewhere);
        assertThatThrownBy(() -> install(offer)).isInstanceOf(Refused.class).hasMessageContaining("不是普通文件");
        assertNothingChanged();
    }

    /** The stick may say what it likes once its package was copied, and a copy that somebody changed meanwhile is not installed. */
    @Test
    void whatIsInstalledIsWhatWasVerifiedWhateverHappensWhileTheStoreIsLaidBy() throws IOException {
        Update.Offer offer = update(installed("0.9.0")).check(stick);
        update(installed("0.9.0")).install(offer, before -> {
            write(stick.resolve(PACKAGE), "another program");
            return LAID_BY;
        });
        assertThat(ran).singleElement().isEqualTo(BYTES);
        assertThat(workplace).isEmptyDirectory();
        Files.write(stick.resolve(PACKAGE), BYTES);
        assertThatThrownBy(() -> update(installed("0.9.0")).install(offer, before -> {
            assertThat(copy()).isReadable().hasBinaryContent(BYTES);
            write(copy(), "another program");
            return LAID_BY;
        })).isInstanceOf(Refused.class).hasMessageContaining("与清单不符");
        assertThat(ran).hasSize(1);
        assertThat(workplace).isEmptyDirectory();
    }

    private Path copy() {
        try (var found = Files.walk(workplace)) {
            return found.filter(file -> file.endsWith(PACKAGE)).findFirst().orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Test
    void aPcWithoutRoomForTheCopyIsNotTakenForADamagedStick() throws IOException {
        Update.Offer offer = update(installed("0.9.0")).check(stick);
        Files.delete(workplace);
        assertThatThrownBy(() -> install(offer)).isInstanceOf(Refused.class).hasMessageContaining("腾出磁盘空间");
        assertThat(commands).isEmpty();
        assertThat(backups).isEmpty();
    }

    @Test
    void aStoreThatCouldNotBeLaidByIsNotUpdated() {
        Update.Offer offer = update(installed("0.9.0")).check(stick);
        assertThatThrownBy(() -> update(installed("0.9.0")).install(offer, before -> {
            throw Refused.of("update.refused.no_backup", LAID_BY);
        })).isInstanceOf(Refused.class).hasMessageContaining(LAID_BY.toString());
        assertNothingChanged();
    }

    /** The setup goes on by itself when the program has ended; what it was started from must still be there. */
    @Test
    void theSetupOfWindowsKeepsItsCopy() throws Exception {
        String setup = "anlan-0.10.0-setup.exe";
        Files.move(stick.resolve(PACKAGE), stick.resolve(setup));
        sign(list("0.10.0", 13).replace(PACKAGE, setup));
        var windows = new Installed("0.9.0", 13, home, "Windows 11", "amd64");
        Update.Offer offer = update(windows).check(stick);
        assertThat(update(windows).install(offer, before -> LAID_BY)).isEqualTo(new Update.Outcome(false, LAID_BY));
        assertThat(commands).singleElement().satisfies(command -> {
            assertThat(command).hasSize(1);
            assertThat(Path.of(command.get(0))).hasFileName(setup).hasBinaryContent(BYTES);
        });
    }

    @ParameterizedTest
    @CsvSource({"0.10.0", "0.10", "0.11.0", "1.0.0", "0.10.0.1"})
    void whatIsNotNewerIsRefused(String present) {
        boolean longer = present.equals("0.10");
        assertRefused(longer ? "0.10" : present, installed(present));
    }

    @Test
    void aProgramThatCannotReadTheStoreIsRefused() throws Exception {
        sign(list("0.10.0", 12));
        assertRefused("读不了本机现在的数据", installed("0.9.0"));
    }

    @Test
    void aStickWithoutAPackageForThisPcIsRefused() {
        assertRefused("anlan_0.10.0_arm64.deb", new Installed("0.9.0", 13, home, "Linux", "aarch64"));
        assertRefused("anlan-0.10.0-setup.exe", new Installed("0.9.0", 13, home, "Windows 10", "amd64"));
        assertThat(new Installed("0.9.0", 13, Path.of("/opt/apps/cn.anlan.desktop/files"), "Linux", "amd64").packageOf("1.0"))
                .isEqualTo("cn.anlan.desktop_1.0_amd64.deb");
    }

    @Test
    void whatWasNotInstalledIsNotUpdated() throws IOException {
        assertRefused("不是用安装包装的", new Installed(null, 13, home, "Linux", "amd64"));
        assertRefused("不是用安装包装的", new Installed("0.9.0", 13, null, "Linux", "amd64"));
        Files.createFile(home.resolve("portable.flag"));
        assertRefused("便携", installed("0.9.0"));
        Files.delete(home.resolve("portable.flag"));
        Files.writeString(home.resolve("lib/release.pem"), "no key");
        assertRefused("发布公钥", installed("0.9.0"));
        Files.delete(home.resolve("lib/release.pem"));
        assertRefused("发布公钥", installed("0.9.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anlan-update 2\nversion 1\nschema 1\nfile a 1 00\n", "", "anlan-update 1\nversion x\nschema 1\nfile a 1 00\n",
            "anlan-update 1\nversion 1\nschema 1\nfile ../a 1 0000000000000000000000000000000000000000000000000000000000000000\n"})
    void aListOfAnotherFormIsRefused(String list) throws Exception {
        sign(list);
        assertRefused("清单不是安澜的格式", installed("0.9.0"));
    }

    @Test
    void anInstallerThatFailsIsToldWithItsCode() {
        code = 126;
        Update.Offer offer = update(installed("0.9.0")).check(stick);
        assertThatThrownBy(() -> install(offer)).isInstanceOf(Refused.class).hasMessageContaining("126");
        assertThat(backups).containsExactly("0.9.0");
    }

    @Test
    void anInstallerThatCannotStartIsTold() {
        var update = new Update(installed("0.9.0"), (command, waits) -> {
            throw new IOException("no pkexec");
        }, workplace);
        Update.Offer offer = update.check(stick);
        assertThatThrownBy(() -> update.install(offer, before -> LAID_BY)).isInstanceOf(Refused.class).hasMessageContaining("原来的版本没有动");
        assertThat(workplace).isEmptyDirectory();
    }

    /** Half a copy would fill the disk the office works on. */
    @Test
    void aStoreThatHasNoRoomBesideItselfIsNotLaidBy() throws IOException {
        Path store = Files.createDirectories(folder.resolve("store"));
        try (var huge = new RandomAccessFile(store.resolve("anlan.db").toFile(), "rw")) {
            huge.setLength(1L << 42);
        }
        assertThatThrownBy(() -> StoreCopy.lay(store, "0.9.0", Clock.systemUTC())).isInstanceOf(Refused.class).hasMessageContaining("腾出磁盘空间");
        assertThat(store.resolve("backup")).isEmptyDirectory();
    }

    @Test
    void theStoreIsLaidByAsItIsWithoutItsLockAndItsAttachments() throws IOException {
        Path store = Files.createDirectories(folder.resolve("store"));
        for (String name : List.of("anlan.db", "anlan.db-wal", "anlan.db-shm", "window.lock", "keys.json")) {
            Files.writeString(store.resolve(name), name);
        }
        Files.createDirectories(store.resolve("attachments"));
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T01:02:03Z"), ZoneId.of("Asia/Shanghai"));
        Path laidBy = StoreCopy.lay(store, "0.9.0", clock);
        assertThat(laidBy).isEqualTo(store.resolve("backup/before-update-20261124-090203-from-0.9.0"));
        assertThat(laidBy.resolve("anlan.db")).hasContent("anlan.db");
        try (var copied = Files.list(laidBy)) {
            assertThat(copied.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("anlan.db", "anlan.db-wal", "keys.json");
        }
        assertThatThrownBy(() -> StoreCopy.lay(store, "0.9.0", clock)).isInstanceOf(Refused.class).hasMessageContaining("before-update-20261124");
    }
}
