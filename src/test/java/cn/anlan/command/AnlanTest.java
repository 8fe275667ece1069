package cn.anlan.command;

import cn.anlan.command.part.TextTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnlanTest {
    private static final String ZHANG = """
            {"name":"张三","sex":"1","ethnic":"01","id_number":"620623198001010016","phone":"13800005678","politics":"13","education":"70",
             "area_code":"620623100001","categories":["01","05"],"nominate_way":"1","train_date":"2025-01-03"}""";
    private static final String LI = """
            {"name":"李四","ethnic":"01","id_number":"620623197506150028","phone":"13900001234","politics":"01","education":"60",
             "area_code":"620623100002","categories":["01"],"nominate_way":"2"}""";

    @TempDir
    private Path folder;
    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder.resolve("store"));
    }

    private Map<String, Object> saved(String json) {
        var answer = terminal.answer(json, "save", "literate", "--json", "-");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        return answer.objects().get(0);
    }

    @Test
    void whatWasSavedIsPrintedAndListed() {
        Map<String, Object> zhang = saved(ZHANG);
        assertThat(zhang).containsEntry("revision", 1).containsEntry("birth_date", "1980-01-01").containsEntry("status", "1");
        var listed = terminal.type("list", "literate", "--json");
        assertThat(listed.code()).isZero();
        assertThat(listed.objects()).containsExactly(zhang);
    }

    @Test
    void manyAreSavedAllOrNone() {
        var answer = terminal.answer("[" + ZHANG + "," + LI.replace("620623197506150028", "1234") + "]", "save", "literate", "--json", "-");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("身份证号");
        assertThat(answer.out()).isEmpty();
        assertThat(terminal.type("list", "literate", "--json").out()).isEmpty();
        assertThat(terminal.answer(ZHANG + "\n" + LI, "save", "literate", "--json", "-").objects()).hasSize(2);
    }

    @Test
    void anEntryWithAKnownIdIsChangedWhereTheObjectHasKeys() {
        Object id = saved(ZHANG).get("id");
        Map<String, Object> changed = saved("{\"id\":\"" + id + "\",\"phone\":\"0936-3121234\"}");
        assertThat(changed).containsEntry("revision", 2).containsEntry("phone", "0936-3121234").containsEntry("name", "张三");
        var stale = terminal.answer("{\"id\":\"" + id + "\",\"revision\":1,\"phone\":\"13800000000\"}", "save", "literate", "--json", "-");
        assertThat(stale.code()).isEqualTo(1);
        assertThat(stale.err()).contains("第 1 版", "第 2 版");
    }

    @Test
    void anEntryWithAnEmptyIdIsANewOne() {
        assertThat(saved(ZHANG.replace("{", "{\"id\":null,\"revision\":null,"))).containsEntry("revision", 1);
        Object id = terminal.type("list", "literate", "--json").objects().get(0).get("id");
        assertThat(saved("{\"id\":\"" + id + "\",\"revision\":null,\"phone\":\"13800000000\"}")).containsEntry("revision", 2);
    }

    @Test
    void whatTheHouseFillsInMayBeRepeatedNotChanged() {
        String dispute = String.valueOf(terminal.answer("""
                {"title":"张三与李四纠纷","register_date":"2025-01-03","area_code":"620623100201","source_code":"2","type_sf":"02","happen_date":"2025-01-03",
                 "happen_address":"村东头","summary":"争执","people_count":"2"}""", "save", "dispute", "--json", "-").objects().get(0).get("id"));
        String child = "{\"dispute_id\":\"" + dispute + "\",\"role\":\"1\",\"name\":\"小明\",\"phone\":\"13909350000\",\"birth_date\":\"2020-01-01\","
                + "\"guardian\":\"张三\",\"is_minor\":%s}";
        assertThat(terminal.answer(child.formatted("true"), "save", "dispute_party", "--json", "-").objects().get(0)).containsEntry("is_minor", true);
        assertRefused(terminal.answer(child.formatted("false"), "save", "dispute_party", "--json", "-"), "未满14周岁");
        assertThat(terminal.type("list", "dispute_party", "--json").objects()).as("the refused one was taken back").hasSize(1);
    }

    @Test
    void anEntryIsDeclaredVoidAndBroughtBack() {
        Object id = saved(ZHANG).get("id");
        assertThat(saved("{\"id\":\"" + id + "\",\"void_reason\":\"重复登记\"}")).containsEntry("void_reason", "重复登记");
        assertThat(terminal.type("list", "literate", "--json").out()).isEmpty();
        assertThat(terminal.type("list", "literate", "--void", "--json").objects()).hasSize(1);
        assertThat(saved("{\"id\":\"" + id + "\",\"void_reason\":null}")).containsEntry("void_reason", null).containsEntry("revision", 3);
    }

    @Test
    void aWarningIsOverruledWithAReason() {
        String doubtful = ZHANG.replace("\"sex\":\"1\"", "\"sex\":\"2\"");
        var refused = terminal.answer(doubtful, "save", "literate", "--json", "-");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("--reason");
        assertThat(terminal.answer(doubtful, "save", "literate", "--json", "-", "--reason", "已核对").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=张三", "name~三", "train_date>=2025-01-01", "train_date<=2025-01-03", "categories=网格员",
            "area_code~620623100001",
            "politics=群众", "phone~5678", "exam_date=  "})
    void aConditionChoosesEntries(String where) {
        saved(ZHANG);
        String trained = where.startsWith("train_date>=") ? "2024-02-01" : "2025-02-01";
        saved(LI.replace("\"name\"", "\"train_date\":\"" + trained + "\",\"exam_date\":\"2025-02-03\",\"name\""));
        assertThat(names("--where", where)).containsExactly("张三");
    }

    @Test
    void aListIsFoundSortedAndLimited() {
        saved(ZHANG);
        saved(LI);
        assertThat(names("--sort", "id_number")).containsExactly("李四", "张三");
        assertThat(names("--sort", "-id_number")).containsExactly("张三", "李四");
        assertThat(names("--sort", "id_number", "--limit", "1")).containsExactly("李四");
        assertThat(names("--find", "zs")).containsExactly("张三");
        assertThat(names("--find", "不存在")).isEmpty();
    }

    private List<Object> names(String... options) {
        List<String> words = new ArrayList<>(List.of("list", "literate", "--json"));
        words.addAll(List.of(options));
        return terminal.type(words.toArray(String[]::new)).objects().stream().map(one -> one.get("name")).toList();
    }

    @Test
    void aPlainListIsAlignedMaskedAndCounted() {
        saved(ZHANG);
        saved(LI);
        String out = terminal.type("list", "literate").out();
        assertThat(out).contains("姓名", "张三", "138****5678", "共 2 条").doesNotContain("13800005678", "620623198001010016");
        assertThat(terminal.type("list", "literate", "--limit", "1").out()).contains("只列出前 1 条");
        assertThat(TextTable.width("张a三é")).isEqualTo(6);
    }

    @Test
    void whatCannotBeDoneIsSaidAndEndsInOne() {
        assertRefused(terminal.type("list", "nonsense", "--json"), "nonsense");
        assertRefused(terminal.type("list", "literate", "--where", "nonsense=1"), "nonsense");
        assertRefused(terminal.type("list", "literate", "--where", "train_date>=2025-02-30"), "2025-02-30");
        assertRefused(terminal.answer("{\"name\":", "save", "literate", "--json", "-"), "JSON");
        assertRefused(terminal.answer("[1]", "save", "literate", "--json", "-"), "JSON");
        assertRefused(terminal.answer("{\"nonsense\":1}", "save", "literate", "--json", "-"), "nonsense");
        assertRefused(terminal.type("save", "literate", "--json", folder.resolve("none.json").toString()), "none.json");
        assertRefused(terminal.answer("{\"stage\":\"05\"}", "save", "dispute", "--json", "-"), "办理阶段");
        assertRefused(terminal.type("move", "dispute", "none", "accept"), "none");
        assertRefused(terminal.type("move", "literate", "none", "accept"), "literate");
    }

    private static void assertRefused(Terminal.Answer answer, String word) {
        assertThat(answer.err()).contains(word).doesNotContain("Exception", "⟦");
        assertThat(answer.out()).isEmpty();
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void wrongUsageEndsInTwoAndSaysWhereToRead() {
        assertWrong(terminal.type("list"), "REGISTER");
        assertWrong(terminal.type("list", "literate", "--nonsense"), "--nonsense");
        assertWrong(terminal.type("list", "literate", "--limit", "many"), "many");
        assertWrong(terminal.type("list", "literate", "--where", "nothing at all"), "nothing at all");
        assertWrong(terminal.type("save", "literate"), "--json");
        assertWrong(Terminal.raw("", "nonsense"), "nonsense");
        assertWrong(Terminal.raw(""), "命令");
    }

    private static void assertWrong(Terminal.Answer answer, String word) {
        assertThat(answer.err()).contains(word, "--help").doesNotContain("⟦");
        assertThat(answer.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "save", "import", "sheet", "quick", "move", "todo", "paper", "book", "export", "verify", "check", "demo", "attach", "inbox", "manual"})
    void everyCommandExplainsItselfInChinese(String command) {
        var help = Terminal.raw("", command, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("用法：", "anlan " + command, "显示帮助");
        assertThat(help.out().lines().filter(line -> line.matches("\\s+(-\\w, )?--[a-z-]+(=\\S+)?\\s{2,}.*")))
                .isNotEmpty()
                .allMatch(line -> line.codePoints().anyMatch(c -> c > 0x4E00));
        assertThat(Terminal.raw("", "--help").out()).contains(command);
    }

    @Test
    void everyHelpTextBelongsToSomethingOneCanType() {
        Set<String> known = new HashSet<>();
        Anlan.line(InputStream.nullInputStream()).getSubcommands().forEach((name, command) -> {
            command.getCommandSpec().options().forEach(option -> known.add("anlan." + name + "." + option.longestName().replaceFirst("--", "")));
            command.getCommandSpec().positionalParameters().forEach(parameter -> known.add("anlan." + name + "." + parameter.paramLabel()));
            known.add("anlan." + name + ".usage.header");
        });
        assertThat(ResourceBundle.getBundle("text.command").keySet().stream().filter(key -> key.startsWith("anlan.") && !key.startsWith("anlan.usage.")))
                .isNotEmpty().isSubsetOf(known);
    }

    @Test
    void aSampleTownshipHasMattersDueAndIsWhole() {
        assertThat(terminal.type("demo", "--cases", "20").code()).isZero();
        assertThat(terminal.type("list", "dispute", "--json").out().lines()).hasSize(20);
        var todo = terminal.type("todo", "--on", "2026-12-31", "--json");
        assertThat(todo.code()).isZero();
        assertThat(todo.objects()).isNotEmpty().allSatisfy(due -> assertThat(due).containsKeys("register", "id", "title", "due", "why"));
        var check = terminal.type("check");
        assertThat(check.out()).contains("日志链：完好");
        assertThat(check.code()).isZero();
        assertRefused(terminal.type("demo", "--cases", "1"), "样例");
    }

    @Test
    void aMonthIsSealedIntoABundleThatIsWholeUntilSomeoneTouchesIt() throws IOException {
        terminal.type("demo", "--cases", "20");
        var export = terminal.type("export", "--out", folder.resolve("out").toString(), "--from", "2026-09-01", "--to", "2026-09-30",
                "--full", "--single-json", "--json");
        assertThat(export.err()).doesNotContain("⟦");
        assertThat(export.code()).isZero();
        Path bundle = Path.of(String.valueOf(export.objects().get(0).get("file")));
        assertThat(Terminal.raw("", "verify", bundle.toString()).code()).isZero();
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length / 2] ^= 1;
        Files.write(bundle, bytes);
        assertRefused(Terminal.raw("", "verify", bundle.toString()), "");
        assertRefused(terminal.type("export", "--out", folder.toString(), "--from", "2026-09-30", "--to", "2026-09-01"), "2026-09-30");
    }

    @Test
    void aDisputeIsMovedOneStep() {
        terminal.type("demo", "--cases", "20");
        Object id = terminal.type("list", "dispute", "--where", "stage=02", "--limit", "1", "--json").objects().get(0).get("id");
        var moved = terminal.answer("{\"not_accept_reason\":\"2\"}", "move", "dispute", String.valueOf(id), "not_accept", "--json", "-");
        assertThat(moved.err()).isEmpty();
        assertThat(moved.objects().get(0)).containsEntry("stage", "10");
    }

    @Test
    void aRosterComesInAndGoesOut() throws IOException {
        Path csv = Files.writeString(folder.resolve("名册.csv"), """
                姓名,民族,身份证号,电话,政治面貌,文化程度,村,类别,推荐方式
                张三,汉族,620623198001010016,13800005678,群众,初中,城关社区,村干部,自荐
                李四,汉族,1234,13800005678,群众,初中,城关社区,村干部,自荐
                """, StandardCharsets.UTF_8);
        Path errors = folder.resolve("errors.xlsx");
        var dry = terminal.type("import", "literate", csv.toString(), "--dry-run", "--errors", errors.toString());
        assertThat(dry.code()).isEqualTo(1);
        assertThat(dry.out()).contains("第 3 行 C 列", "没有导入");
        assertThat(errors).isNotEmptyFile();
        assertThat(terminal.type("import", "literate", csv.toString(), "--all-or-none").out()).contains("已导入 0 行");
        assertThat(terminal.type("import", "literate", csv.toString(), "--json").out()).contains("\"landed\":1", "\"row\":3");
        Path out = folder.resolve("out.xlsx");
        assertThat(terminal.type("sheet", "literate", "--out", out.toString()).out()).contains("1 条");
        assertThat(terminal.type("sheet", "literate", "--out", folder.resolve("t.xlsx").toString(), "--template").code()).isZero();
        assertThat(out).isNotEmptyFile();
    }

    @Test
    void aRowChangedBehindTheBackOfTheJournalIsNoticed() throws SQLException {
        saved(ZHANG);
        assertThat(terminal.type("check", "--json").objects())
                .isNotEmpty().allSatisfy(check -> assertThat(check).containsEntry("whole", true));
        run("UPDATE literate SET name = '李四'");
        var check = terminal.type("check", "--json");
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.objects()).filteredOn("whole", false).extracting("check").containsExactly("entries", "search");
    }

    @Test
    void aBrokenJournalIsNoticed() throws SQLException {
        saved(ZHANG);
        run("UPDATE journal SET who = '别人' WHERE register = 'literate'");
        assertThat(terminal.type("check", "--json").objects()).filteredOn("whole", false).extracting("check").containsExactly("journal");
    }

    private void run(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("store").resolve("anlan.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
