package cn.anlan.command;

import cn.anlan.TestHouse;
import cn.anlan.command.Terminal.Answer;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import cn.anlan.security.key.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code anlan backup} and {@code anlan restore}. */
class BackupCommandTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    @TempDir
    Path out;

    private Terminal here() {
        return new Terminal(house.folder());
    }

    private Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".anb")).toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    @Test
    void makesOneAndBringsItBackElsewhere() throws IOException {
        house.samples().dispute();
        house.shut();
        Answer made = here().type("backup", "--out", out.toString());
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).contains("完好");
        var other = new Terminal(out.resolve("other"));
        Answer back = other.type("restore", only(out).toString());
        assertThat(back.code()).as(back.err()).isZero();
        assertThat(back.out()).contains("跳过 20 个").doesNotContain("移到了");
        assertThat(other.type("list", "dispute", "--json").objects()).hasSize(1);
        assertThat(other.type("check").code()).isZero();
        assertThat(other.type("restore", only(out).toString(), "--skip", "0").out()).contains("移到了");
    }

    @Test
    void whatIsDueIsMadeOnceAndCanBeExercised() {
        house.shut();
        assertThat(here().type("backup", "--drill").code()).isOne();
        assertThat(here().type("backup", "--due").out()).contains("完好");
        assertThat(here().type("backup", "--due").out()).isEmpty();
        assertThat(here().type("backup", "--drill").out()).contains("恢复演练成功");
        assertThat(here().type("backup").code()).isEqualTo(2);
    }

    @Test
    void aLockedOneNeedsAPasswordOrTheSheetFromTheSafe() throws IOException {
        house.shut();
        Keys.Begun begun = LockedHouse.lock(house.folder(), house.clock());
        house.reopenAs(Access.of(begun.opened()));
        house.shut();
        assertThat(here().as(LockedHouse.DIRECTOR, LockedHouse.PASSWORD, "backup", "--out", out.toString()).code()).isZero();
        String file = only(out).toString();
        assertThat(new Terminal(out.resolve("a")).type("restore", file).code()).isOne();
        assertThat(new Terminal(out.resolve("a")).as(LockedHouse.DIRECTOR, "wrong", "restore", file).err()).contains("口令");
        assertThat(new Terminal(out.resolve("a")).as(LockedHouse.DIRECTOR, LockedHouse.PASSWORD, "restore", file).code()).isZero();
        Path code = Files.writeString(out.resolve("code.txt"), begun.code().written());
        assertThat(new Terminal(out.resolve("b")).type("restore", file, "--code-file", code.toString()).code()).isZero();
    }

    @Test
    void anotherFileAndAnImpossibleNumberAreSentences() throws IOException {
        house.shut();
        Path foreign = Files.writeString(out.resolve("letter.anb"), "dear colleague");
        Answer refused = here().type("restore", foreign.toString());
        assertThat(refused.code()).isOne();
        assertThat(refused.err()).contains("letter.anb 不是安澜的备份").doesNotContain("\tat ");
        assertThat(here().type("restore", foreign.toString(), "--skip", "-1").err()).contains("负数");
        assertThat(here().type("check").code()).isZero();
    }
}
