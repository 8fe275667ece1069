package cn.anlan.store.file;

import cn.anlan.entry.Refused;
import cn.anlan.store.Database;
import cn.anlan.store.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A store whose file only its key reads. */
class LockedStoreTest {
    /** As many at once as a test needs, however few processors there are. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private static final String SECRET = "张建国住在华藏寺镇";

    @TempDir
    Path folder;

    private static byte[] key(int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return key;
    }

    private static StoreKey keys(int... newestFirst) {
        return new StoreKey(Arrays.stream(newestFirst).mapToObj(LockedStoreTest::key).toList());
    }

    private void fill(StoreKey key) {
        try (var database = Database.open(folder, key)) {
            new Settings(database).put("secret", SECRET);
        }
    }

    private String told(StoreKey key) {
        try (var database = Database.open(folder, key)) {
            assertThat(database.isPlain()).isFalse();
            return new Settings(database).get("secret").orElse("");
        }
    }

    private Path file() {
        return folder.resolve("anlan.db");
    }

    private boolean holdsSecret(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .contains(new String(SECRET.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    @Test
    void neitherFileNorLogHoldWhatWasWritten() throws IOException {
        try (var database = Database.open(folder, keys(1))) {
            new Settings(database).put("secret", SECRET);
            try (var files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    assertThat(holdsSecret(each)).as(each.toString()).isFalse();
                }
            }
            assertThat(folder.resolve("anlan.db-wal")).exists();
        }
        assertThat(told(keys(1))).isEqualTo(SECRET);
        assertThat(holdsSecret(file())).isFalse();
    }

    @Test
    void ordinaryToolsCannotReadIt() throws IOException, InterruptedException {
        fill(keys(1));
        Process sqlite;
        try {
            sqlite = new ProcessBuilder("sqlite3", file().toString(), "SELECT value FROM setting").redirectErrorStream(true).start();
        } catch (IOException notInstalled) {
            assertThat(Boolean.getBoolean("tools.required")).isFalse();
            return;
        }
        String said = new String(sqlite.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(sqlite.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("not a database").doesNotContain(SECRET);
    }

    @Test
    void aWrongKeyIsASentenceAndNothingIsWritten() throws IOException {
        fill(keys(1));
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> Database.open(folder, keys(2))).isInstanceOf(Refused.class).hasMessageContaining("对不上");
        assertThatThrownBy(() -> Database.open(folder)).isInstanceOf(Refused.class).hasMessageContaining("已加密");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aTruncatedOrChangedFileIsASentenceAndNothingIsWritten() throws IOException {
        fill(keys(1));
        byte[] whole = Files.readAllBytes(file());
        for (int length : List.of(7, 1000, 5000, whole.length / 2)) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> told(keys(1))).as("%d bytes", length).isInstanceOf(Refused.class);
            assertThat(Files.size(file())).isEqualTo(length);
        }
        byte[] changed = whole.clone();
        changed[700] ^= 1;
        Files.write(file(), changed);
        assertThatThrownBy(() -> told(keys(1))).isInstanceOf(Refused.class);
        assertThat(Files.readAllBytes(file())).isEqualTo(changed);
    }

    @Test
    void aPlainStoreIsLockedOnceWithABackupThatOpens() throws IOException {
        fill(StoreKey.NONE);
        assertThat(holdsSecret(file())).isTrue();
        assertThat(told(keys(1))).isEqualTo(SECRET);
        assertThat(holdsSecret(file())).isFalse();
        Path backup = folder.resolve(NewKey.BACKUP);
        assertThat(holdsSecret(backup)).isFalse();
        Files.copy(backup, file(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(told(keys(1))).isEqualTo(SECRET);
    }

    @Test
    void anOlderKeyIsReplacedByTheNewest() {
        fill(keys(1));
        assertThat(told(keys(2, 1))).isEqualTo(SECRET);
        assertThat(told(keys(2))).isEqualTo(SECRET);
        assertThatThrownBy(() -> told(keys(1))).isInstanceOf(Refused.class);
    }

    @Test
    void theKeyIsChangedWhileTheStoreIsInUse() {
        fill(keys(1));
        try (var database = Database.open(folder, keys(1))) {
            var settings = new Settings(database);
            settings.put("before", "1");
            database.rekey(key(2));
            settings.put("after", "2");
            assertThat(settings.all()).containsEntry("before", "1").containsEntry("after", "2").containsEntry("secret", SECRET);
        }
        try (var database = Database.open(folder, keys(2))) {
            assertThat(new Settings(database).all()).containsEntry("before", "1").containsEntry("after", "2");
        }
    }

    @Test
    void anotherProgramAtWorkInTheStorePutsTheChangeOff() throws SQLException {
        fill(keys(1));
        try (var database = Database.open(folder, keys(1));
                var other = StoreFile.config(key(1), false).createConnection(StoreFile.address(file())); var statement = other.createStatement()) {
            statement.execute("BEGIN");
            statement.executeQuery("SELECT count(*) FROM setting").next();
            assertThatThrownBy(() -> database.rekey(key(2))).isInstanceOf(Refused.class);
            new Settings(database).put("still", "old");
        }
        assertThat(told(keys(1))).isEqualTo(SECRET);
    }

    /** What holds a change of keys up between the copy and the swap: somebody of the same program reads. */
    private static CompletableFuture<Void> reading(Database database, CountDownLatch readingNow, CountDownLatch done) {
        return CompletableFuture.runAsync(() -> database.snapshot(() -> {
            new Settings(database).get("secret");
            readingNow.countDown();
            done.await();
            return 0;
        }), THREADS);
    }

    /** Work on a thread of its own that can be watched. */
    private static final class Watched {
        private final AtomicReference<Thread> thread = new AtomicReference<>();
        private final CompletableFuture<Void> work;

        Watched(Runnable what) {
            work = CompletableFuture.runAsync(() -> {
                thread.set(Thread.currentThread());
                what.run();
            }, THREADS);
        }

        /** Whether it came to wait so, before it was done. */
        boolean waits(Thread.State so) {
            while (!work.isDone()) {
                Thread here = thread.get();
                if (here != null && here.getState() == so) {
                    return true;
                }
                Thread.onSpinWait();
            }
            return false;
        }
    }

    /** Who comes in while the keys are changed waits at the door; what she then writes is in the store everybody has. */
    @Test
    void whoOpensTheStoreDuringAChangeOfKeysLosesNothing() throws InterruptedException {
        fill(keys(1));
        var readingNow = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var database = Database.open(folder, keys(1))) {
            CompletableFuture<Void> reader = reading(database, readingNow, done);
            readingNow.await();
            var change = new Watched(() -> database.rekey(key(2)));
            assertThat(change.waits(Thread.State.WAITING)).as("for the reader").isTrue();
            var other = new Watched(() -> {
                try (var theirs = Database.open(folder, keys(2, 1))) {
                    new Settings(theirs).put("theirs", "kept");
                }
            });
            assertThat(other.waits(Thread.State.TIMED_WAITING)).as("held up at the door").isTrue();
            done.countDown();
            CompletableFuture.allOf(reader, change.work, other.work).join();
            assertThat(new Settings(database).get("theirs")).contains("kept");
        }
        try (var database = Database.open(folder, keys(2))) {
            assertThat(new Settings(database).get("theirs")).contains("kept");
        }
    }

    /** Who was in already may write and go while the copy is made: nobody would find it in the copy, so the change is put off before there is one. */
    @Test
    void whoIsInTheStoreAlreadyPutsTheChangeOffBeforeAnythingIsCopied() {
        fill(keys(1));
        try (var database = Database.open(folder, keys(1))) {
            try (var theirs = Database.open(folder, keys(1))) {
                assertThatThrownBy(() -> database.rekey(key(2))).isInstanceOf(Refused.class).hasMessageContaining("占用");
                assertThat(folder.resolve("anlan.db.new")).doesNotExist();
                new Settings(theirs).put("theirs", "kept");
                new Settings(database).put("ours", "kept");
            }
            database.rekey(key(2));
            new Settings(database).put("after", "kept");
        }
        try (var database = Database.open(folder, keys(2))) {
            assertThat(new Settings(database).all()).containsEntry("theirs", "kept").containsEntry("ours", "kept").containsEntry("after", "kept");
        }
    }

    /** A change that fails in the middle leaves the store as busy as it was: its log is back, others come in. */
    @Test
    void afterAChangeThatFailedTheWorkGoesOnAsBefore() throws IOException {
        fill(keys(1));
        Path inTheWay = folder.resolve("anlan.db.new");
        try (var database = Database.open(folder, keys(1))) {
            Files.createDirectory(inTheWay);
            Files.writeString(inTheWay.resolve("x"), "x");
            assertThatThrownBy(() -> database.rekey(key(2))).isInstanceOf(Refused.class);
            Files.delete(inTheWay.resolve("x"));
            Files.delete(inTheWay);
            new Settings(database).put("ours", "kept");
            assertThat(folder.resolve("anlan.db-wal")).exists();
            try (var theirs = Database.open(folder, keys(1))) {
                new Settings(theirs).put("theirs", "kept");
            }
            assertThat(new Settings(database).get("theirs")).contains("kept");
        }
    }

    /** The change is cut short after each of its steps: with both keys in hand the store opens whole. */
    @Test
    void cutShortAnywhereTheOldOrTheNewStoreIsThere() throws SQLException, IOException {
        fill(keys(1));
        Path copy = folder.resolve("anlan.db.new");
        byte[] old = Files.readAllBytes(file());
        Files.write(copy, new byte[] {1, 2, 3});
        assertThat(told(keys(2, 1))).as("cut short while copying").isEqualTo(SECRET);
        Files.write(file(), old);
        var store = new StoreFile(folder, keys(1));
        store.prepare();
        try (Session session = store.connect(false)) {
            new NewKey(store).copy(session, key(2));
        }
        byte[] written = Files.readAllBytes(copy);
        assertThat(told(keys(2, 1))).as("cut short before the move").isEqualTo(SECRET);
        assertThat(copy).doesNotExist();
        Files.write(file(), written);
        assertThat(told(keys(2, 1))).as("cut short after the move").isEqualTo(SECRET);
    }

    /** Killed after pages were written and before the commit, in the mode without a log, which a change of keys passes through. */
    @Test
    void aChangeLeftHalfInTheFileIsTakenBackWhicheverKeyIsTriedFirst() throws SQLException, IOException {
        fill(keys(1));
        Path killed = Files.createDirectory(folder.resolve("killed"));
        try (var raw = StoreFile.config(key(1), false).createConnection(StoreFile.address(file())); var statement = raw.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute("PRAGMA cache_size = 1");
            statement.execute("BEGIN");
            statement.execute("UPDATE setting SET value = 'half'");
            statement.execute("CREATE TABLE spilling AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT i, randomblob(200) FROM n");
            Files.copy(file(), killed.resolve("anlan.db"));
            Files.copy(folder.resolve("anlan.db-journal"), killed.resolve("anlan.db-journal"));
        }
        assertThat(Files.readAllBytes(killed.resolve("anlan.db"))).as("written already").isNotEqualTo(Files.readAllBytes(file()));
        try (var database = Database.open(killed, keys(3, 2, 1))) {
            assertThat(new Settings(database).get("secret")).contains(SECRET);
        }
    }

    @Test
    void theKeyIsNeverTold() {
        StoreKey key = keys(7);
        assertThat(key.toString()).doesNotContain("0707").doesNotContain("[7, 7");
        fill(keys(1));
        Path copy = folder.resolve("anlan.db.new");
        try (var database = Database.open(folder, keys(1))) {
            Files.createDirectory(copy);
            Files.writeString(copy.resolve("in the way"), "x");
            assertThatThrownBy(() -> database.rekey(key(7))).satisfies(failed -> {
                for (Throwable each = failed; each != null; each = each.getCause()) {
                    assertThat(String.valueOf(each.getMessage())).doesNotContain("0707");
                }
            });
        } catch (IOException notMade) {
            throw new UncheckedIOException(notMade);
        }
    }
}
