package cn.anlan.app;

import cn.anlan.entry.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an administrator lays down for everybody at a PC. */
@DisabledOnOs(OS.WINDOWS)
class SiteTest {
    @TempDir
    Path folder;

    private Site read(String text) throws IOException {
        return Site.read(Files.writeString(folder.resolve("anlan.properties"), text));
    }

    @Test
    void withoutAFileAnOrdinaryPc() {
        assertThat(Site.read(folder.resolve("none"))).isEqualTo(Site.PLAIN);
    }

    @Test
    void aSharedStoreAndALogElsewhere() throws IOException {
        assertThat(read("# 共用\ndata = /srv/综治 中心\nlog=/var/log/anlan\nupdates=no\n"))
                .isEqualTo(new Site(Path.of("/srv/综治 中心"), Path.of("/var/log/anlan"), false));
        assertThat(read("data=\n")).isEqualTo(Site.PLAIN);
    }

    @Test
    void whatNobodyCanFollowIsRefusedByNameAndLine() throws IOException {
        assertThatThrownBy(() -> read("daten=/x")).isInstanceOf(Refused.class).hasMessageContainingAll("anlan.properties", "daten", "data log updates");
        assertThatThrownBy(() -> read("data=here")).isInstanceOf(Refused.class).hasMessageContaining("data=here");
        assertThatThrownBy(() -> read("log=/a\\u0000b")).isInstanceOf(Refused.class).hasMessageContaining("log=/a");
        assertThatThrownBy(() -> read("updates")).isInstanceOf(Refused.class).hasMessageContaining("只能写 yes 或 no");
        assertThatThrownBy(() -> read("updates=perhaps")).isInstanceOf(Refused.class).hasMessageContaining("updates=perhaps");
        assertThatThrownBy(() -> read("data=\\u00zz")).isInstanceOf(Refused.class).hasMessageContaining("data=\\u00zz");
        Files.write(folder.resolve("anlan.properties"), new byte[] {'d', '=', (byte) 0xD6, (byte) 0xD0});
        assertThatThrownBy(() -> Site.read(folder.resolve("anlan.properties"))).isInstanceOf(Refused.class).hasMessageContaining("读不出来");
    }

    @Test
    void whatIsThereButCannotBeReadIsNotTakenForNothing() throws IOException {
        assertThatThrownBy(() -> Site.read(Files.createDirectory(folder.resolve("anlan.properties")))).isInstanceOf(Refused.class).hasMessageContaining("读不出来");
        Path circle = folder.resolve("circle");
        Files.createSymbolicLink(circle, circle);
        assertThatThrownBy(() -> Site.read(circle)).isInstanceOf(Refused.class).hasMessageContaining("读不出来");
    }

    /** A key nobody told the administrators about, or one told of that is none, fails here. */
    @Test
    void everyKeyStandsInTheHandbook() throws IOException {
        String handbook = Files.readString(Path.of("installer/README.md"));
        String chapter = handbook.substring(handbook.indexOf("## For administrators"));
        String known = assertThatThrownBy(() -> read("no-such-key=x")).actual().getMessage();
        List<String> keys = List.of(known.substring(known.lastIndexOf('：') + 1, known.lastIndexOf('。')).split(" ", -1));
        List<String> told = Pattern.compile("`([a-z]+)=").matcher(chapter).results().map(found -> found.group(1)).distinct().toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(keys);
    }

    /** A path of Windows is no path here; the sentence shows what was understood. */
    @Test
    void foldersOfWindowsAreReadAsTheyAreWritten() {
        assertThatThrownBy(() -> read("data=D:\\users\\Anlan")).isInstanceOf(Refused.class).hasMessageContaining("data=D:\\users\\Anlan");
        assertThatThrownBy(() -> read("data=D:\\\\Anlan")).isInstanceOf(Refused.class).hasMessageContaining("data=D:\\Anlan");
        assertThatThrownBy(() -> read("data=D:\\\u7efc\u6cbb")).isInstanceOf(Refused.class).hasMessageContaining("综治");
    }

    @Test
    void aFileOfTheWindowsEditorIsReadToo() throws IOException {
        assertThat(read("\uFEFFdata=/srv/anlan\r\nupdates=no\r\n")).isEqualTo(new Site(Path.of("/srv/anlan"), null, false));
    }

    @Test
    void whoSaysWhereTheDataLies() throws IOException {
        var site = new Site(Path.of("/srv/anlan"), null, true);
        var installed = new DataFolder("Linux", Map.<String, String>of()::get, Path.of("/home/wang"), folder.toString());
        assertThat(installed.path(site)).isEqualTo(Path.of("/srv/anlan"));
        assertThat(installed.path(Site.PLAIN)).isEqualTo(Path.of("/home/wang/.local/share/anlan"));
        Files.createFile(folder.resolve("portable.flag"));
        assertThat(installed.path(site)).isEqualTo(folder.resolve("data"));
        assertThat(installed.siteFile()).isEqualTo(Path.of("/etc/anlan/anlan.properties"));
        assertThat(new DataFolder("Windows 11", Map.of("PROGRAMDATA", "/pd")::get, Path.of("/w"), null).siteFile())
                .isEqualTo(Path.of("/pd/Anlan/anlan.properties"));
    }
}
