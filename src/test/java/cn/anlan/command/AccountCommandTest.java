package cn.anlan.command;

import cn.anlan.TestHouse;
import cn.anlan.app.Wiring;
import cn.anlan.mediation.Dispute;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import cn.anlan.security.Role;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.Keys;
import cn.anlan.security.key.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Coming in by the command line, and what each may do there. */
class AccountCommandTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    @TempDir
    Path safe;

    private Terminal terminal() {
        return new Terminal(house.folder());
    }

    private Path password(String password) throws IOException {
        return Files.writeString(safe.resolve("password.txt"), password + "\nsecond line\n");
    }

    @Test
    void theFirstAccountLocksTheStoreAndTheRecoveryCodeIsToldOnce() throws IOException {
        Dispute dispute = house.samples().disputeWithParties();
        house.shut();
        Path file = password(LockedHouse.PASSWORD);
        Terminal.Answer begun = terminal().type("account", "begin", "王所长", "--new-password-file", file.toString());
        assertThat(begun.err()).isEmpty();
        assertThat(begun.out()).contains("已加锁").containsPattern("([0-9A-Z]{5}-){6}[0-9A-Z]{5}").doesNotContain(LockedHouse.PASSWORD);
        assertThat(terminal().type("list", "dispute").err()).contains("已加锁").contains("--password-file");
        Terminal.Answer wrong = terminal().as("王所长", "wrong password", "list", "dispute");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("还可以再试 4 次").doesNotContain("wrong password");
        Terminal.Answer listed = terminal().type("list", "dispute", "--json", "--password-file", file.toString());
        assertThat(listed.objects()).extracting(object -> object.get("id")).containsExactly(dispute.id());
        assertThat(terminal().type("account", "begin", "王所长", "--new-password-file", file.toString()).err()).contains("请登录");
        house.reopenAs(Access.of(new Keys(house.folder(), house.clock()).open("王所长", LockedHouse.PASSWORD.toCharArray())));
    }

    @Test
    void everyRoleIsObeyedHereToo() {
        Dispute dispute = house.samples().disputeAt("04");
        String mediator = dispute.handling().leadMediatorId();
        house.shut();
        Access director = Access.of(LockedHouse.lock(house.folder(), house.clock()).opened());
        Map<Role, String> may = new LinkedHashMap<>();
        may.put(Role.DIRECTOR, "list save sheet report check move");
        may.put(Role.CLERK, "list save sheet report check move");
        may.put(Role.MEDIATOR, "list save check move");
        may.put(Role.ARCHIVIST, "list report check");
        may.put(Role.ADMIN, "check");
        may.forEach((role, words) -> {
            LockedHouse.admit(house.folder(), house.clock(), director, new Holder(role.label(), role.word(), role == Role.MEDIATOR ? mediator : null));
            assertThat(done(role, dispute.id())).as(role.word()).isEqualTo(List.of(words.split(" ")));
        });
        house.reopenAs(director);
    }

    private List<String> done(Role role, String id) {
        Map<String, String[]> commands = new LinkedHashMap<>();
        commands.put("list", new String[] {"list", "dispute"});
        commands.put("save", new String[] {"save", "dispute", "--json", file("{\"id\":\"" + id + "\",\"claims\":\"" + role + "\"}")});
        commands.put("sheet", new String[] {"sheet", "dispute", "--out", safe.resolve(role + ".xlsx").toString()});
        commands.put("report", new String[] {"report", "T1", "--from", "2026-10-01", "--to", "2026-10-31"});
        commands.put("check", new String[] {"check"});
        commands.put("move", new String[] {"move", "dispute", id, "supervise", "--json",
                file("{\"supervise_level\":\"1\",\"leader\":\"王\",\"resp_org\":\"镇政府\",\"resp_person\":\"李\"}")});
        return commands.entrySet().stream().filter(each -> {
            Terminal.Answer answer = terminal().as(role.label(), LockedHouse.PASSWORD, each.getValue());
            assertThat(answer.code()).as(answer.err()).isIn(0, 1);
            assertThat(answer.code() == 0 || answer.err().matches("(?s).*(您的身份是|没有找到).*")).as(each.getKey() + ": " + answer.err()).isTrue();
            return answer.code() == 0;
        }).map(Map.Entry::getKey).toList();
    }

    private String file(String json) {
        try {
            return Files.writeString(Files.createTempFile(safe, "facts", ".json"), json).toString();
        } catch (IOException notWritten) {
            throw new IllegalStateException(notWritten);
        }
    }

    @Test
    void personalDataIsMaskedUnlessSomebodyWhoMaySaysWhatFor() {
        house.samples().disputeWithParties();
        String phone = "13909350000";
        house.shut();
        Access director = Access.of(LockedHouse.lock(house.folder(), house.clock()).opened());
        LockedHouse.admit(house.folder(), house.clock(), director, new Holder("小李", "clerk", null));
        assertThat(terminal().as("小李", LockedHouse.PASSWORD, "list", "dispute_party", "--json").out()).doesNotContain(phone).contains("****");
        assertThat(terminal().as("小李", LockedHouse.PASSWORD, "list", "dispute_party", "--json", "--purpose", "看看").err()).contains("查看完整的");
        assertThat(terminal().as(LockedHouse.DIRECTOR, LockedHouse.PASSWORD, "list", "dispute_party", "--json").out()).doesNotContain(phone);
        assertThat(terminal().as(LockedHouse.DIRECTOR, LockedHouse.PASSWORD, "list", "dispute_party", "--json", "--purpose", "县局核查").out()).contains(phone);
        house.reopenAs(director);
        assertThat(house.wiring().journal().before(Long.MAX_VALUE, 9)).anyMatch(line -> "县局核查".equals(line.reason()) && line.who().equals("王所长"));
    }

    @Test
    void accountsAreKeptFromTheCommandLine() throws IOException {
        house.shut();
        Access director = Access.of(LockedHouse.lock(house.folder(), house.clock()).opened());
        new Wiring(house.folder(), house.clock(), director).close();
        String fresh = password("水渠拖拉机蓝门帘三月雪").toString();
        assertThat(asDirector("account", "add", "小李", "--role", "clerk", "--new-password-file", fresh).err()).isEmpty();
        assertThat(asDirector("account", "list").out()).contains("小李　clerk　录入员").contains("王所长");
        assertThat(asDirector("account", "role", "小李", "--role", "archivist").code()).isZero();
        assertThat(asDirector("account", "list").out()).contains("档案员");
        assertThat(asDirector("account", "role", "小李", "--role", "king").err()).contains("clerk mediator director");
        assertThat(asDirector("account", "recovery").out()).containsPattern("([0-9A-Z]{5}-){6}");
        assertThat(terminal().as("小李", "水渠拖拉机蓝门帘三月雪", "account", "list").err()).contains("不能管理账户");
        assertThat(asDirector("account", "remove", "小李").code()).isZero();
        assertThat(terminal().as("小李", "水渠拖拉机蓝门帘三月雪", "list", "code").err()).contains("不对");
        assertThat(asDirector("account", "dance").code()).isEqualTo(2);
        assertThat(asDirector("account", "add", "小马", "--role", "clerk").code()).isEqualTo(2);
        house.reopenAs(Access.of(TestKeys.of(house.folder(), house.clock()).open("王所长", LockedHouse.PASSWORD.toCharArray())));
    }

    @Test
    void theSheetFromTheSafeOpensOnceAndIsReplaced() throws IOException {
        house.shut();
        String code = LockedHouse.lock(house.folder(), house.clock()).code().written();
        String fresh = password("水渠拖拉机蓝门帘三月雪").toString();
        String sheet = Files.writeString(safe.resolve("code.txt"), code.toLowerCase(Locale.ROOT) + "\n").toString();
        Terminal.Answer recovered = terminal().type("account", "recover", "王所长", "--code-file", sheet, "--new-password-file", fresh);
        assertThat(recovered.err()).isEmpty();
        assertThat(recovered.out()).containsPattern("([0-9A-Z]{5}-){6}").doesNotContain(code);
        assertThat(terminal().as("王所长", "水渠拖拉机蓝门帘三月雪", "list", "code").code()).isZero();
        assertThat(terminal().type("account", "recover", "王所长", "--code-file", sheet, "--new-password-file", fresh).err()).contains("不是这个库现在的恢复码");
        Files.writeString(Path.of(sheet), code.substring(0, 34) + (code.endsWith("0") ? "1" : "0") + code.substring(35));
        assertThat(terminal().type("account", "recover", "王所长", "--code-file", sheet, "--new-password-file", fresh).err()).contains("第 6 组");
    }

    private Terminal.Answer asDirector(String... words) {
        return terminal().as(LockedHouse.DIRECTOR, LockedHouse.PASSWORD, words);
    }
}
