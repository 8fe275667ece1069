package cn.anlan.store;

import cn.anlan.TestHouse;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.schema.SchemaVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatabaseTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("anlan.db");
    }

    private Connection plain() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = plain(); var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Runnable put(Database database, String key, String value) {
        return () -> new Settings(database).put(key, value);
    }

    /** Done before anybody has come in, in no folder of hers. */
    @Test
    void whatIsLoadedAheadLeavesNothingAndTheStoreOpensAsEver() throws IOException {
        Database.warmUp(Shape.of(Dispute.class));
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        try (var store = Database.open(folder)) {
            assertThat(store.folder()).isEqualTo(folder);
        }
    }

    @Test
    void aStoreIsMadeAndFoundAgain() {
        try (var database = Database.open(folder.resolve("deep/er"))) {
            assertThat(database.path()).exists();
            put(database, "a", "1").run();
        }
        try (var database = Database.open(folder.resolve("deep/er"))) {
            assertThat(new Settings(database).get("a")).hasValue("1");
            assertThat(database.commits()).isZero();
        }
    }

    @Test
    void aStoreOfANewerProgramIsLeftAlone() throws Exception {
        Database.open(folder).close();
        execute("PRAGMA user_version = " + (SchemaVersion.CURRENT + 1));
        refusedAndUnchanged(String.valueOf(SchemaVersion.CURRENT + 1));
    }

    @Test
    void anotherProgramsDatabaseIsLeftAlone() throws Exception {
        execute("CREATE TABLE invoice (no INTEGER)", "PRAGMA user_version = 3");
        refusedAndUnchanged("不是安澜的数据文件");
    }

    @Test
    void aTableWithoutAVersionIsSomebodyElsesToo() throws Exception {
        execute("CREATE TABLE invoice (no INTEGER)");
        refusedAndUnchanged("不是安澜的数据文件");
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAlone() throws Exception {
        Files.writeString(file(), "名册".repeat(1000));
        refusedAndUnchanged("不是安澜的数据文件");
    }

    @Test
    void aTornFileIsLeftAlone() throws Exception {
        Database.open(folder).close();
        byte[] whole = Files.readAllBytes(file());
        Arrays.fill(whole, 100, 4096, (byte) 7);
        Files.write(file(), whole);
        refusedAndUnchanged("没有任何改动");
    }

    private void refusedAndUnchanged(String sentence) throws IOException {
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> Database.open(folder)).isInstanceOf(Refused.class).hasMessageContaining(sentence);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        try (var left = Files.list(folder)) {
            assertThat(left).filteredOn(each -> !each.endsWith(".store.lock")).containsExactly(file());
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsSaid() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("here"), "x");
        assertThatThrownBy(() -> Database.open(inTheWay)).isInstanceOf(Refused.class).hasMessageContaining("无法建立数据文件夹");
        assertThat(inTheWay).hasContent("x");
    }

    @Test
    void aWriteThatThrowsLeavesNoTrace() {
        try (var database = Database.open(folder)) {
            assertThatThrownBy(() -> database.write(() -> {
                put(database, "a", "1").run();
                throw new IllegalStateException("stop");
            })).isInstanceOf(IllegalStateException.class).hasMessage("stop");
            assertThat(new Settings(database).get("a")).isEmpty();
            put(database, "b", "2").run();
            assertThat(database.commits()).isEqualTo(1);
        }
    }

    @Test
    void aWriteInAWriteJoinsIt() {
        try (var database = Database.open(folder)) {
            List<String> seen = new ArrayList<>();
            database.write(() -> {
                put(database, "a", "1").run();
                seen.add(new Settings(database).get("a").orElse("nothing"));
                return 0;
            });
            assertThat(seen).containsExactly("1");
            assertThat(database.commits()).isEqualTo(1);
        }
    }

    @Test
    void theThreadThatPaintsIsTurnedAway() throws InterruptedException {
        try (var database = Database.open(folder)) {
            List<Throwable> thrown = new ArrayList<>();
            Thread painter = Thread.ofPlatform().name("JavaFX Application Thread").uncaughtExceptionHandler((t, why) -> thrown.add(why))
                    .start(() -> new Settings(database).get("a"));
            painter.join();
            assertThat(thrown).singleElement().isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void readersSeeOnlyWhatIsCommitted() throws InterruptedException {
        try (var database = Database.open(folder)) {
            var written = new CountDownLatch(1);
            var looked = new CountDownLatch(1);
            Thread writer = Thread.ofPlatform().start(() -> database.write(() -> {
                put(database, "a", "1").run();
                written.countDown();
                looked.await();
                return 0;
            }));
            written.await();
            assertThat(new Settings(database).get("a")).isEmpty();
            looked.countDown();
            writer.join();
            assertThat(new Settings(database).get("a")).hasValue("1");
        }
    }

    @Test
    void aStoreHeldByAnotherProgramIsSaidInASentence() throws SQLException {
        try (var database = Database.open(folder); var other = plain(); var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(put(database, "a", "1")::run).isInstanceOf(Refused.class).hasMessageContaining("正被另一个程序占用");
            statement.execute("ROLLBACK");
            put(database, "a", "2").run();
            assertThat(new Settings(database).get("a")).hasValue("2");
        }
    }

    @Test
    void aFullDiskIsSaidInASentenceAndNothingIsLost() {
        try (var database = Database.open(folder)) {
            put(database, "a", "1").run();
            database.write(() -> database.inWrite(session -> {
                session.execute("PRAGMA max_page_count = " + session.one(row -> row.getInt(1), "PRAGMA page_count").orElseThrow());
                return 0;
            }));
            assertThatThrownBy(put(database, "b", "x".repeat(1_000_000))::run).isInstanceOf(Refused.class).hasMessageContaining("磁盘已满");
            assertThat(new Settings(database).get("a")).hasValue("1");
            assertThat(new Settings(database).get("b")).isEmpty();
        }
    }

    /** Wanted until it has been asked so often. */
    private static Progress wantedFor(int questions) {
        var asked = new AtomicInteger();
        return new Progress() {
            @Override
            public void at(long done, long total) {
                throw new AssertionError("one statement cannot tell how far it is");
            }

            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() > questions;
            }
        };
    }

    private static final String ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    @Test
    void aStatementNobodyWantsAnyMoreEndsInTheMiddleAndTheStoreIsWell() {
        try (var database = Database.open(folder)) {
            new Settings(database).put("a", "1");
            assertThatThrownBy(() -> database.whileWanted(wantedFor(5), () -> database.read(session -> session.one(row -> row.getLong(1), ENDLESS))))
                    .isInstanceOf(Refused.class).hasMessageContaining("取消");
            assertThatThrownBy(() -> database.whileWanted(wantedFor(5), () -> database.snapshot(() -> database.read(
                    session -> session.one(row -> row.getLong(1), ENDLESS))))).isInstanceOf(Refused.class).hasMessageContaining("取消");
            assertThat(new Settings(database).get("a")).hasValue("1");
            new Settings(database).put("b", "2");
            assertThat(database.<Map<String, String>>whileWanted(wantedFor(Integer.MAX_VALUE), () -> new Settings(database).all())).containsEntry("b", "2");
        }
    }

    /** The reader that was told to give up goes to the next who reads, and she is not meant. */
    @Test
    void whoReadsNextIsNotGivenUp() {
        try (var database = Database.open(folder)) {
            var wanted = wantedFor(0);
            assertThat(database.<Map<String, String>>whileWanted(wanted, () -> new Settings(database).all())).as("too short to be asked").isNotNull();
            String counted = ENDLESS.replace("FROM n)", "FROM n WHERE i < 400000)");
            assertThat(database.<Long>read(session -> session.one(row -> row.getLong(1), counted).orElseThrow())).isEqualTo(400_000);
            assertThatThrownBy(() -> database.whileWanted(wanted, () -> database.read(session -> session.one(row -> row.getLong(1), counted))))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void whatWaitsForTheCommitHappensOnceAndNotAfterAFailure() {
        try (var database = Database.open(folder)) {
            List<String> done = new ArrayList<>();
            database.write(() -> {
                database.afterCommit("news", () -> done.add("once"));
                database.afterCommit("news", () -> done.add("again"));
                return 0;
            });
            assertThat(done).containsExactly("again");
            assertThatThrownBy(() -> database.write(() -> {
                database.afterCommit("news", () -> done.add("never"));
                throw new IllegalStateException();
            })).isInstanceOf(IllegalStateException.class);
            database.write(() -> 0);
            assertThat(done).containsExactly("again");
        }
    }

    @Test
    void aHouseOpensItsOwnStoreAgain() {
        try (var house = TestHouse.opened()) {
            house.samples().topic();
            house.reopen();
            assertThat(house.wiring().registers().named("topic").count(Query.all(), 10)).isEqualTo(1);
            assertThat(house.wiring().journal().firstBrokenLink()).isEmpty();
        }
    }
}
