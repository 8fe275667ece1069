package cn.anlan.command;

import cn.anlan.TestHouse;
import cn.anlan.entry.Text;
import cn.anlan.mediation.Dispute;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import cn.anlan.security.Role;
import cn.anlan.security.RoleTable;
import cn.anlan.security.key.Holder;
import cn.anlan.store.Journal;
import cn.anlan.store.Journal.Action;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The README's table of who may do what, tried role by role with every command, on a case of one's own and on another's. */
class RoleCommandTest {
    private static final RoleTable TABLE = new RoleTable();
    private static final String STEPS = "steps of a case";
    private static final String PHONE = "13909350000";

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @TempDir
    Path desk;

    private Dispute own;
    private Dispute other;
    private Dispute gone;
    private Access director;

    @BeforeEach
    void lock() {
        own = house.samples().disputeAt("04");
        other = house.samples().disputeWithParties("title", "赵六与钱七土地纠纷");
        gone = house.register(Dispute.class).annul(house.samples().disputeWithParties("title", "孙八与周九用水纠纷").id(), "重复");
        house.wiring().settings().put("org_name", "华藏寺镇综治中心");
        house.wiring().settings().put("org_code", "620623100000");
        house.shut();
        director = Access.of(LockedHouse.lock(house.folder(), house.clock()).opened());
        house.reopenAs(director);
        house.shut();
    }

    /** A command, the row of the table it stands for, and whether it is about a case that may be somebody's own. */
    private record Deed(String row, @Nullable Dispute about, String... words) {
        static Deed of(String row, String... words) {
            return new Deed(row, null, words);
        }
    }

    private List<Deed> deeds(Dispute about, String tag) {
        String id = about.id();
        return List.of(
                new Deed("see", about, "list", "dispute", "--where", "id=" + id, "--json"),
                new Deed("see in full, with a purpose", about, "list", "dispute", "--where", "id=" + id, "--json", "--purpose", "县局核查"),
                new Deed("enter, change", about, "save", "dispute", "--json", file("{\"id\":\"" + id + "\",\"claims\":\"" + tag + "\"}")),
                about == own ? new Deed(STEPS, about, "move", "dispute", id, "supervise", "--json",
                        file("{\"supervise_level\":\"1\",\"leader\":\"王\",\"resp_org\":\"镇政府\",\"resp_person\":\"李\"}"))
                        : new Deed(STEPS, about, "move", "dispute", id, "register"),
                new Deed("print", about, "paper", "dispute", id, "--form", "rights", "--pdf", "--gaps", "--out", desk.resolve(tag).toString()),
                new Deed("void, restore", about, "save", "dispute", "--json", file("{\"id\":\"" + id + "\",\"void_reason\":\"重复\"}")));
    }

    private List<Deed> deeds() {
        return List.of(
                new Deed("void, restore", gone, "save", "dispute", "--json", file("{\"id\":\"" + gone.id() + "\",\"void_reason\":null}")),
                Deed.of("print", "book", "mediation", "--from", "2026-01-01", "--to", "2026-12-31", "--out", desk.resolve("book.pdf").toString()),
                Deed.of("reports", "report", "T1", "--from", "2026-10-01", "--to", "2026-10-31"),
                Deed.of("bundles, sheets", "sheet", "dispute_party", "--out", desk.resolve("sheet.xlsx").toString()),
                Deed.of("bundles, sheets", "export", "--out", desk.toString(), "--from", "2026-10-01", "--to", "2026-10-31"),
                Deed.of("accounts", "account", "list"));
    }

    private String file(String json) {
        try {
            return Files.writeString(Files.createTempFile(desk, "facts", ".json"), json).toString();
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    private boolean isTold(Deed deed, Role role) {
        String cell = TABLE.cell(deed.row, role);
        if (deed.row.equals(STEPS)) {
            return !TABLE.steps(role, Set.of("supervise", "register")).isEmpty() && (role != Role.MEDIATOR || deed.about == own);
        }
        boolean any = List.of("✓", "everything", "everything, masked").contains(cell);
        boolean hers = cell.startsWith("her own cases") && (deed.about == own || deed.row.equals("print") && deed.about == null);
        return any || hers;
    }

    private boolean isDone(Deed deed, Role role) {
        Terminal.Answer answer = new Terminal(house.folder()).as(role.label(), LockedHouse.PASSWORD, deed.words);
        String what = String.join(" ", deed.words) + ": " + answer.err();
        boolean refused = answer.code() == 1 && answer.err().matches("(?s).*(您的身份是|没有找到|不能管理账户).*");
        boolean sealedOrNot = deed.words[0].equals("export") && answer.err().contains(told("not_sealed"));
        assertThat(answer.code() == 0 || refused || sealedOrNot).as(what).isTrue();
        assertThat(answer.out()).as(what).satisfies(out -> {
            if (!deed.row.startsWith("see in full")) {
                assertThat(out).doesNotContain(PHONE);
            }
        });
        return answer.code() == 0 && (!deed.words[0].equals("list") || !answer.out().isBlank() && !answer.out().contains("共 0 条")) || sealedOrNot;
    }

    private static String told(String key) {
        return Text.of("command.export." + key);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyCommandObeysTheTable(Role role) {
        LockedHouse.admit(house.folder(), house.clock(), director,
                new Holder(role.label(), role.word(), role == Role.MEDIATOR ? own.handling().leadMediatorId() : null));
        List<Deed> all = new ArrayList<>(deeds(own, "own"));
        all.addAll(deeds(other, "other"));
        all.addAll(deeds());
        List<String> wrong = new ArrayList<>();
        for (Deed deed : all) {
            boolean done = isDone(deed, role);
            if (done != isTold(deed, role)) {
                wrong.add((done ? "did " : "did not ") + String.join(" ", deed.words));
            }
        }
        assertThat(wrong).as(role.word()).isEmpty();
        house.reopenAs(director);
    }

    @Test
    void whatLeavesTheHouseIsNotedWithWhatItWasFor() {
        String name = LockedHouse.DIRECTOR;
        List<Deed> out = new ArrayList<>(deeds().stream().filter(deed -> List.of("print", "bundles, sheets").contains(deed.row)).toList());
        out.add(new Deed("print", own, "paper", "dispute", own.id(), "--form", "rights", "--pdf", "--gaps", "--out", desk.toString()));
        out.add(Deed.of("bundles, sheets", "sheet", "dispute", "--unmasked", "--purpose", "县局抽查", "--out", desk.resolve("full.xlsx").toString()));
        out.forEach(deed -> assertThat(new Terminal(house.folder()).as(name, LockedHouse.PASSWORD, deed.words)).satisfies(answer ->
                assertThat(answer.code() == 0 || answer.err().contains(told("not_sealed"))).as(Arrays.toString(deed.words) + answer.err()).isTrue()));
        house.reopenAs(director);
        List<Journal.Line> noted = house.wiring().journal().before(Long.MAX_VALUE, 50).stream()
                .filter(line -> List.of(Action.PRINT, Action.EXPORT, Action.REVEAL).contains(line.action())).toList();
        assertThat(noted).allSatisfy(line -> {
            assertThat(line.who()).isEqualTo(name);
            assertThat(line.reason()).isNotBlank();
            assertThat(line.after()).doesNotContain(PHONE);
        });
        assertThat(noted).extracting(Journal.Line::action).contains(Action.PRINT, Action.EXPORT, Action.REVEAL);
        assertThat(noted).anySatisfy(line -> assertThat(line.reason()).isEqualTo("县局抽查")).anySatisfy(line -> assertThat(line.reason()).contains("台账"));
        assertThat(noted.stream().filter(line -> line.action() == Action.PRINT)).hasSize(2);
    }
}
