package cn.anlan.command;

import cn.anlan.paper.form.FormCode;
import cn.anlan.paper.scan.Drawn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Scans and dossiers from the command line. */
class DossierCommandTest {
    @TempDir
    private Path folder;
    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder.resolve("store"));
        assertThat(terminal.type("demo", "--cases", "12").code()).isZero();
    }

    private String anyAt(String stage) {
        List<Map<String, Object>> found = terminal.type("list", "dispute", "--where", "stage=" + stage, "--json").objects();
        assertThat(found).as("disputes at " + stage).isNotEmpty();
        return String.valueOf(found.get(0).get("id"));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        return file;
    }

    @Test
    void aScanIsAttachedAndTheCheckupCoversIt() throws IOException {
        String id = anyAt("20");
        Path photo = file("id.jpg", Drawn.jpeg(Drawn.page(null, 50)));
        var answer = terminal.type("attach", "dispute", id, photo.toString(), "--kind", "当事人身份证明");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.objects()).singleElement().satisfies(stored -> assertThat(stored).containsEntry("kind", "identity")
                .containsEntry("original_name", "id.jpg").containsEntry("media_type", "jpg"));
        assertThat(terminal.type("list", "dispute_document", "--where", "dispute_id=" + id, "--where", "kind=identity", "--json").objects())
                .singleElement().satisfies(document -> assertThat(document).containsEntry("state", "3"));
        assertThat(terminal.type("check").out()).contains("附件文件：完好");
        Files.delete(folder.resolve("store").resolve("attachments").resolve(path(answer.objects().get(0))));
        var broken = terminal.type("check");
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.out()).contains("附件文件：有问题", "不见了");
    }

    @Test
    void scansTravelWithABundleWhenAskedTo() throws IOException {
        Path photo = file("id.jpg", Drawn.jpeg(Drawn.page(null, 50)));
        terminal.type("attach", "dispute", anyAt("20"), photo.toString(), "--kind", "identity");
        assertThat(export("first")).containsEntry("attachments", 0);
        Map<String, Object> asked = export("second", "--attachments", "new");
        assertThat(asked).containsEntry("attachments", 1);
        assertThat(Terminal.raw("", "verify", String.valueOf(asked.get("file"))).code()).isZero();
        assertThat(export("third", "--attachments", "new")).as("once per epoch").containsEntry("attachments", 0);
        assertThat(export("fourth", "--attachments", "all")).containsEntry("attachments", 1);
        assertThat(terminal.type("export", "--out", folder.toString(), "--from", "2026-01-01", "--to", "2026-01-31", "--attachments", "some").code()).isEqualTo(2);
    }

    private Map<String, Object> export(String out, String... more) {
        List<String> words = new ArrayList<>(List.of("export", "--out", folder.resolve(out).toString(), "--from", "2026-01-01", "--to", "2026-01-31", "--json"));
        words.addAll(List.of(more));
        return terminal.type(words.toArray(String[]::new)).objects().get(0);
    }

    private static String path(Map<String, Object> attachment) {
        String hash = String.valueOf(attachment.get("sha256"));
        return hash.substring(0, 2) + "/" + hash + ".jpg";
    }

    @Test
    void whatIsOnTheShelfTakesNothingMore() throws IOException {
        String shelved = anyAt("30");
        Path photo = file("late.jpg", Drawn.jpeg(Drawn.page(null, 50)));
        assertThat(terminal.type("attach", "dispute", shelved, photo.toString(), "--kind", "other").err()).contains("已归档");
        var saved = terminal.answer("{\"dispute_id\":\"" + shelved + "\",\"kind\":\"note\",\"state\":\"1\",\"state_date\":\"2026-01-05\"}", "save",
                "dispute_document", "--json", "-");
        assertThat(saved.code()).isEqualTo(1);
        assertThat(saved.err()).contains("已归档");
        assertThat(terminal.type("attach", "dispute", shelved, folder.resolve("no.jpg").toString(), "--kind", "other").code()).isEqualTo(1);
        assertThat(terminal.type("attach", "dispute", shelved, photo.toString(), "--kind", "起诉状").err()).contains("起诉状");
        assertThat(terminal.type("attach", "village", shelved, photo.toString(), "--kind", "other").err()).contains("village");
    }

    @Test
    void aFolderOfScansIsReadOnce() throws IOException {
        String id = anyAt("20");
        Path scans = Files.createDirectory(folder.resolve("scans"));
        Files.move(file("1.jpg", Drawn.jpeg(Drawn.page(new FormCode(id, "NOTE", 1), 100))), scans.resolve("1.jpg"));
        Files.move(file("2.jpg", Drawn.jpeg(Drawn.page(null, 50))), scans.resolve("2.jpg"));
        var answer = terminal.type("inbox", scans.toString());
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("卷宗情况说明", "没有识读到", "收进 2 个文件", "1 个等待归入");
        assertThat(terminal.type("list", "scan", "--json").objects()).hasSize(1);
        Files.move(file("3.doc", new byte[] {1, 2}), scans.resolve("3.doc"));
        var refused = terminal.type("inbox", scans.toString(), "--json");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("\"fate\":\"refused\"");
    }

    @Test
    void aSampleMayHaveScans() {
        var other = new Terminal(folder.resolve("with-scans"));
        assertThat(other.type("demo", "--cases", "12", "--scans", "9").code()).isZero();
        assertThat(other.type("list", "attachment", "--json").objects()).hasSize(9);
        assertThat(other.type("check").out()).contains("附件文件：完好");
        assertThat(terminal.type("list", "attachment", "--json").objects()).as("none unless asked for").isEmpty();
    }
}
