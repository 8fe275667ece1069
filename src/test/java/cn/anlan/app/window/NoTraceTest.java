package cn.anlan.app.window;

import cn.anlan.OnScreen;
import cn.anlan.app.Backups;
import cn.anlan.app.Wiring;
import cn.anlan.command.Terminal;
import cn.anlan.entry.Progress;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.paper.form.Form;
import cn.anlan.paper.print.Facsimile;
import cn.anlan.paper.print.Press.Gaps;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import cn.anlan.store.Query;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A clerk's session over a locked store leaves no name, number or telephone where a thief would look: in store and log of the store, drafts, backups,
 * the folder for temporary files and the program's own log. What {@code strings} would show is looked for in every encoding.
 */
@OnScreen
class NoTraceTest {
    private static final String TYPED = "尕藏才让卓玛";
    private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030"));
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    @TempDir
    Path folder;

    @TempDir
    Path stick;

    private final Set<String> secrets = new LinkedHashSet<>();
    private Instant begin;
    private Dispute first;

    @BeforeEach
    void lock() {
        TestWindow.fill(folder, TestWindow.TOWN, Progress.none());
        var begun = LockedHouse.lock(folder, TestWindow.CLOCK);
        try (var house = new Wiring(folder, TestWindow.CLOCK, Access.of(begun.opened()))) {
            house.registers().of(DisputeParty.class).list(Query.all(), 60).forEach(party -> {
                secrets.add(party.who().name());
                secrets.add(String.valueOf(party.person().idNumber()));
                secrets.add(String.valueOf(party.person().contact().phone()));
            });
            first = house.registers().of(Dispute.class).list(Query.all(), 1).get(0);
        }
        secrets.add(TYPED);
        secrets.removeIf(secret -> secret.length() < 3 || secret.equals("null"));
        assertThat(secrets).hasSizeGreaterThan(60);
        begin = Instant.now().minusSeconds(2);
    }

    private static TestWindow comeIn(TestWindow window) {
        window.await("#page-login");
        window.until(() -> window.<ComboBox<String>>find("#login-name").orElseThrow().getValue() != null);
        window.type("#login-password", LockedHouse.PASSWORD);
        window.press("#login-go");
        return window;
    }

    @Test
    void aWholeSessionLeavesNothingToRead() throws IOException, InterruptedException {
        try (TestWindow window = comeIn(TestWindow.open(folder))) {
            window.await("#page-home");
            type(window);
            window.until(() -> window.house().doorkeeper().drafts().orElseThrow().find().isPresent());
            nothingIsReadable("while she types");
            print(window.house());
            Backups.Made made = window.house().backups().make(Backups.Kind.ASKED, stick, () -> false);
            assertThat(made.isGood()).isTrue();
            assertThat(folder.resolve("anlan.db-wal")).exists();
            nothingIsReadable("after a backup");
            window.key(KeyCode.L, true);
            window.await("#page-login");
            nothingIsReadable("while it is locked");
            comeIn(window);
            window.until(() -> window.<TextInputControl>find("#field-name").filter(field -> field.getText().equals(TYPED)).isPresent());
        }
        export();
        nothingIsReadable("after she left");
        noToolReadsIt();
    }

    private static void type(TestWindow window) {
        window.press("#nav-literate");
        window.await("#page-literate");
        window.key(KeyCode.N, true);
        TextInputControl name = window.await("#field-name");
        window.until(() -> !name.isDisabled() && name.isFocused());
        window.fx(() -> {
            name.setText(TYPED);
            return name;
        });
    }

    /** A form with names on it is made and drawn as for the printer; on paper it may show them, on the disk not. */
    private void print(Wiring house) {
        var documents = house.printing().documents();
        var chosen = documents.of(documents.open(first.id()), Form.RIGHTS);
        assertThat(documents.pdf(chosen, Gaps.LEAVE)).isNotEmpty();
        documents.printed(chosen);
        assertThat(new Facsimile(documents.pdf(chosen, Gaps.LEAVE)).draw(0, 1)).isNotNull();
    }

    /** A roster on a stick is masked: it shows neither numbers nor telephones. */
    private void export() throws IOException {
        Path sheet = stick.resolve("parties.xlsx");
        assertThat(new Terminal(folder).as(LockedHouse.DIRECTOR, LockedHouse.PASSWORD, "sheet", "dispute_party", "--out", sheet.toString()).err()).isEmpty();
        var inside = new StringBuilder();
        try (var zip = new ZipFile(sheet.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                inside.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        List<String> numbers = secrets.stream().filter(secret -> secret.matches("[0-9X]{11,18}")).toList();
        assertThat(numbers).hasSizeGreaterThan(20).noneMatch(number -> inside.indexOf(number) >= 0);
        assertThat(inside).contains("****");
    }

    private void nothingIsReadable(String when) throws IOException {
        List<Path> places = new ArrayList<>(files(folder));
        places.addAll(files(stick));
        for (Path file : files(TEMPORARY)) {
            if (isOurs(file)) {
                places.add(file);
            }
        }
        String log = System.getProperty("ANLAN_LOG");
        if (log != null) {
            places.addAll(files(Path.of(log)));
        }
        assertThat(places).hasSizeGreaterThan(4);
        for (Path file : places) {
            assertThat(found(bytes(file))).as("%s %s", file, when).isEmpty();
        }
    }

    /** Every secret in every encoding, by its first two bytes. */
    private Map<Integer, List<byte[]>> sought() {
        Map<Integer, List<byte[]>> sought = new HashMap<>();
        secrets.forEach(secret -> ENCODINGS.stream().map(secret::getBytes)
                .forEach(bytes -> sought.computeIfAbsent((bytes[0] & 255) << 8 | bytes[1] & 255, none -> new ArrayList<>()).add(bytes)));
        return sought;
    }

    private List<String> found(byte[] bytes) {
        Map<Integer, List<byte[]>> sought = sought();
        boolean[] begins = new boolean[1 << 16];
        sought.keySet().forEach(two -> begins[two] = true);
        List<String> found = new ArrayList<>();
        for (int i = 0; i + 1 < bytes.length; i++) {
            int two = (bytes[i] & 255) << 8 | bytes[i + 1] & 255;
            if (begins[two]) {
                for (byte[] secret : sought.get(two)) {
                    int end = i + secret.length;
                    if (end <= bytes.length && Arrays.equals(bytes, i, end, secret, 0, secret.length)) {
                        found.add(new String(secret, StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return found;
    }

    @Test
    void whatIsThereIsFound() {
        String one = secrets.iterator().next();
        assertThat(found(("…" + one + "…").getBytes(StandardCharsets.UTF_8))).containsExactly(one);
        ENCODINGS.forEach(encoding -> assertThat(found(("ab" + TYPED).getBytes(encoding))).isNotEmpty());
    }

    /** Other tests leave things in the common folder, in folders of their own. */
    private boolean isOurs(Path file) throws IOException {
        try {
            return file.getParent().equals(TEMPORARY) && Files.getLastModifiedTime(file).compareTo(FileTime.from(begin)) > 0;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, folder.equals(TEMPORARY) ? 1 : 6)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }

    private void noToolReadsIt() throws IOException, InterruptedException {
        Process sqlite;
        try {
            sqlite = new ProcessBuilder("sqlite3", folder.resolve("anlan.db").toString(), "SELECT count(*) FROM dispute_party").redirectErrorStream(true).start();
        } catch (IOException notInstalled) {
            assertThat(Boolean.getBoolean("tools.required")).isFalse();
            return;
        }
        String said = new String(sqlite.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(sqlite.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("not a database");
    }
}
