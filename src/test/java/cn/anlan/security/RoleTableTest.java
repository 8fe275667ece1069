package cn.anlan.security;

import cn.anlan.TestHouse;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.desk.Step;
import cn.anlan.security.key.Holder;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The README's table of who may do what, tried role by role on every register and every step of the desk. */
class RoleTableTest {
    private static final RoleTable TABLE = new RoleTable();
    private static final Map<Act, String> DEEDS = new EnumMap<>(Map.of(Act.READ, "see", Act.REVEAL, "see in full, with a purpose", Act.CREATE, "enter, change",
            Act.CHANGE, "enter, change", Act.VOID, "void, restore", Act.RESTORE, "void, restore", Act.PRINT, "print", Act.REPORT, "reports",
            Act.EXPORT, "bundles, sheets"));

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Dispute own;
    private Access director;

    @BeforeEach
    void lock() {
        own = house.samples().disputeAt("04");
        house.shut();
        director = Access.of(LockedHouse.lock(house.folder(), house.clock()).opened());
        house.reopenAs(director);
    }

    private Wiring as(Role role) {
        house.shut();
        house.reopenAs(LockedHouse.admit(house.folder(), house.clock(), director,
                new Holder(role.label(), role.word(), role == Role.MEDIATOR ? own.handling().leadMediatorId() : null)));
        return house.wiring();
    }

    /** Refused for her role, or for another reason: nothing is filled in, nothing is there. */
    private static boolean isOpen(Runnable deed, String role) {
        try {
            deed.run();
            return true;
        } catch (Refused refused) {
            return !String.valueOf(refused.getMessage()).contains("您的身份是“" + role + "”");
        }
    }

    @Test
    void theTableSpeaksOfEveryActAndEveryRole() {
        assertThat(DEEDS.keySet()).containsExactlyInAnyOrder(Act.values());
        assertThat(TABLE.roles()).containsExactlyInAnyOrder(Role.values());
        assertThat(TABLE.deeds()).containsAll(DEEDS.values()).contains("steps of a case", "accounts").hasSize(9);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRegisterOpensAndClosesAsTheTableSays(Role role) {
        Wiring wiring = as(role);
        DEEDS.forEach((act, deed) -> {
            Set<String> open = new TreeSet<>();
            for (Register<?> register : wiring.registers().all()) {
                boolean may = wiring.registers().may(act, register.name());
                assertThat(isOpen(() -> wiring.registers().require(act, register.name()), role.label())).isEqualTo(may);
                if (may) {
                    open.add(register.name());
                }
            }
            assertThat(open).as(role + " " + act).isEqualTo(new TreeSet<>(TABLE.registers(deed, role, wiring.registers())));
        });
    }

    /** Not asked but done: on every register something that would fail anyhow fails for the right reason. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRegisterDoesAsItSays(Role role) {
        Wiring wiring = as(role);
        Map<String, String> done = new TreeMap<>();
        Map<String, String> told = new TreeMap<>();
        for (Register<?> register : wiring.registers().all()) {
            done.put(register.name(), tried(register, role));
            told.put(register.name(), letters(register.name(), role, wiring));
        }
        assertThat(done).isEqualTo(told);
    }

    private static <E extends Entry> String tried(Register<E> register, Role role) {
        String nobody = "00000000000000000000000000";
        return letter('R', isOpen(() -> register.get(nobody), role.label()))
                + letter('C', isOpen(() -> register.save(register.create(Map.of())), role.label()))
                + letter('V', isOpen(() -> register.annul(nobody, "重复"), role.label()))
                + letter('W', isOpen(() -> register.restore(nobody), role.label()));
    }

    private static String letters(String name, Role role, Wiring wiring) {
        return letter('R', may("see", role, name, wiring)) + letter('C', may("enter, change", role, name, wiring))
                + letter('V', may("void, restore", role, name, wiring)) + letter('W', may("void, restore", role, name, wiring));
    }

    private static boolean may(String deed, Role role, String register, Wiring wiring) {
        return TABLE.registers(deed, role, wiring.registers()).contains(register);
    }

    private static String letter(char letter, boolean open) {
        return open ? String.valueOf(letter) : "-";
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyStepOpensAndClosesAsTheTableSays(Role role) {
        Wiring wiring = as(role);
        Set<String> there = Arrays.stream(Step.values()).map(Step::code).collect(Collectors.toSet());
        Set<String> open = there.stream().filter(step -> isOpen(() -> wiring.mediation().move(own.id(), Step.of(step), Map.of()), role.label()))
                .collect(Collectors.toSet());
        assertThat(wiring.registers().of(Dispute.class).count(Query.all(), 9)).isEqualTo(TABLE.cell("see", role).startsWith("places") ? 0 : 1);
        assertThat(open).isEqualTo(TABLE.steps(role, there));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void accountsAreKeptAsTheTableSays(Role role) {
        Accounts accounts = as(role).doorkeeper().accounts();
        boolean keeps = TABLE.cell("accounts", role).equals("✓");
        assertThat(role.keepsAccounts()).isEqualTo(keeps);
        for (Runnable deed : new Runnable[] {accounts::list, accounts::all, accounts::renewCode, () -> accounts.entrust("县", "none"),
                () -> accounts.reset("谁", LockedHouse.PASSWORD.toCharArray()), () -> accounts.dismiss("谁"),
                () -> accounts.appoint(new Holder("谁", "clerk", null)),
                () -> accounts.admit(new Holder("", "clerk", null), LockedHouse.PASSWORD.toCharArray())}) {
            assertThat(isOpen(deed, role.label())).isEqualTo(keeps);
        }
    }
}
