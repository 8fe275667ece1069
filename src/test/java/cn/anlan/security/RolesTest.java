package cn.anlan.security;

import cn.anlan.TestHouse;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Period;
import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.desk.Step;
import cn.anlan.report.form.Request;
import cn.anlan.roster.Literate;
import cn.anlan.security.key.Holder;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who may do what, on the registers and desks themselves; the command line and the screen ask the same ones. */
class RolesTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Dispute own;
    private Dispute other;
    private Access director;

    @BeforeEach
    void lock() {
        own = house.samples().disputeAt("04");
        other = house.samples().disputeWithParties("title", "赵六与钱七土地纠纷");
        house.shut();
        director = Access.of(LockedHouse.lock(house.folder(), house.clock()).opened());
    }

    private Wiring as(Role role) {
        String mediator = role == Role.MEDIATOR ? own.handling().leadMediatorId() : null;
        return as(role == Role.DIRECTOR ? director
                : LockedHouse.admit(house.folder(), house.clock(), director, new Holder(role.label(), role.word(), mediator)));
    }

    private Wiring as(Access access) {
        return new Wiring(house.folder(), house.clock(), access);
    }

    private static boolean isDone(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (Refused refused) {
            assertThat(refused.getMessage()).containsAnyOf("您的身份是", "没有找到", "不归您经办");
            return false;
        }
    }

    /** One letter for each deed on a case that is somebody else's, in the order READ CREATE CHANGE VOID RESTORE, then REPORT and EXPORT. */
    private String deeds(Wiring wiring) {
        Register<Dispute> disputes = wiring.registers().of(Dispute.class);
        var done = new StringBuilder();
        done.append(isDone(() -> disputes.get(other.id())) ? 'R' : '-');
        done.append(isDone(() -> disputes.save(disputes.shape().create(wiring.registers().newId(), copy(disputes)))) ? 'C' : '-');
        done.append(isDone(() -> disputes.change(other.id(), d -> d.withFacts(d.facts().withSummary(d.facts().summary() + "。")))) ? 'M' : '-');
        done.append(isDone(() -> disputes.annul(other.id(), "重复")) ? 'V' : '-');
        done.append(isDone(() -> disputes.restore(other.id())) ? 'W' : '-');
        done.append(isDone(() -> wiring.reports().fill(Request.of("T1", october(), Request.BY_CLOSING))) ? 'T' : '-');
        done.append(isDone(() -> wiring.bundles().preflight(october(), Progress.none())) ? 'X' : '-');
        return done.toString();
    }

    private static Period october() {
        return new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
    }

    private Map<String, Object> copy(Register<Dispute> disputes) {
        Map<String, Object> values = new TreeMap<>();
        disputes.shape().businessFields().stream().filter(field -> !field.isDerived()).forEach(field -> {
            Object value = disputes.shape().get(other, field);
            if (value != null) {
                values.put(field.name(), value);
            }
        });
        values.put("stage", "01");
        values.put("title", "新的一件");
        return values;
    }

    @Test
    void everyRoleDoesWhatItMayAndNothingElse() {
        Map<Role, String> may = Map.of(Role.DIRECTOR, "RCMVWTX", Role.CLERK, "RCMVWTX", Role.MEDIATOR, "-C-----", Role.ARCHIVIST, "R----T-",
                Role.ADMIN, "-------");
        for (Role role : Role.values()) {
            try (Wiring wiring = as(role)) {
                assertThat(deeds(wiring)).as(role.word()).isEqualTo(may.get(role));
            }
        }
    }

    @Test
    void everyStepIsOpenToThoseWhoMayTakeIt() {
        for (Role role : Role.values()) {
            try (Wiring wiring = as(role)) {
                Registers registers = wiring.registers();
                List<String> refused = new ArrayList<>();
                for (Step step : Step.values()) {
                    if (!isDone(() -> registers.requireStep("dispute", step.code(), step.code()))) {
                        refused.add(step.code());
                    }
                }
                switch (role) {
                    case DIRECTOR -> assertThat(refused).isEmpty();
                    case CLERK -> assertThat(refused).containsExactly("reopen");
                    case MEDIATOR -> assertThat(refused).containsExactlyInAnyOrder("archive", "reopen");
                    case ARCHIVIST -> assertThat(refused).hasSize(Step.values().length - 2).doesNotContain("archive", "reopen");
                    case ADMIN -> assertThat(refused).hasSize(Step.values().length);
                }
            }
        }
    }

    @Test
    void theDeskRefusesWhatTheRoleMayNot() {
        try (Wiring wiring = as(Role.ARCHIVIST)) {
            assertThatThrownBy(() -> wiring.mediation().move(own.id(), Step.WITHDRAW, Map.of("withdrawn_by", "1"))).isInstanceOf(Refused.class)
                    .hasMessageContaining("档案员");
        }
        try (Wiring wiring = as(Role.MEDIATOR)) {
            assertThatThrownBy(() -> wiring.mediation().move(other.id(), Step.REGISTER, Map.of())).isInstanceOf(Refused.class).hasMessageContaining("没有找到");
        }
    }

    @Test
    void aMediatorSeesHerOwnCasesAndWhatHangsOnThemAlone() {
        try (Wiring wiring = as(Role.MEDIATOR)) {
            Register<Dispute> disputes = wiring.registers().of(Dispute.class);
            Register<DisputeParty> parties = wiring.registers().of(DisputeParty.class);
            assertThat(disputes.list(Query.all(), 99)).extracting(Entry::id).containsExactly(own.id());
            assertThat(disputes.count(Query.all(), 99)).isEqualTo(1);
            assertThat(disputes.list(Query.all().finding(other.registration().title()), 99)).extracting(Entry::id).doesNotContain(other.id());
            assertThat(parties.list(Query.all(), 99)).isNotEmpty().allMatch(party -> party.who().disputeId().equals(own.id()));
            List<String> each = new ArrayList<>();
            disputes.each(Query.all(), dispute -> each.add(dispute.id()));
            assertThat(each).containsExactly(own.id());
            assertThat(disputes.find(other.id())).isEmpty();
            assertThat(wiring.registers().title("dispute", other.id())).isEqualTo(other.id());
            assertThat(wiring.registers().of(Literate.class).list(Query.all(), 9)).isEmpty();
            Dispute entered = disputes.save(disputes.create(copy(disputes)));
            assertThat(disputes.find(entered.id())).as("what she entered herself").isPresent();
            assertThatThrownBy(() -> parties.save(parties.shape().create(wiring.registers().newId(), Map.of("dispute_id", other.id(), "role", "1",
                    "kind", "1", "name", "王五")))).isInstanceOf(Refused.class);
        }
        try (Wiring wiring = as(Role.DIRECTOR)) {
            assertThat(wiring.registers().of(DisputeParty.class).count(Query.all().is("dispute_id", other.id()), 99)).isEqualTo(2);
        }
    }

    @Test
    void anAdministratorSeesNoCaseButKeepsTheCodeLists() {
        try (Wiring wiring = as(Role.ADMIN)) {
            assertThat(wiring.registers().of(Dispute.class).count(Query.all(), 9)).isZero();
            assertThatThrownBy(() -> wiring.registers().of(Dispute.class).get(own.id())).isInstanceOf(Refused.class).hasMessageContaining("系统管理员");
            assertThat(wiring.registers().may(Act.CHANGE, "code")).isTrue();
            assertThat(wiring.inspection().run()).as("but proves that all is whole").allMatch(result -> result.whole());
        }
    }

    @Test
    void onlyWhoKeepsAccountsLetsPeopleIn() {
        char[] password = "另外四个不相干的新词".toCharArray();
        for (Role role : List.of(Role.CLERK, Role.MEDIATOR, Role.ARCHIVIST)) {
            try (Wiring wiring = as(role)) {
                assertThatThrownBy(() -> wiring.doorkeeper().accounts().admit(new Holder("新人", "clerk", null), password)).isInstanceOf(Refused.class)
                        .hasMessageContaining("不能管理账户");
                assertThatThrownBy(() -> wiring.doorkeeper().accounts().dismiss(LockedHouse.DIRECTOR)).isInstanceOf(Refused.class);
            }
        }
        try (Wiring wiring = as(Role.DIRECTOR)) {
            assertThatThrownBy(() -> wiring.doorkeeper().accounts().dismiss(LockedHouse.DIRECTOR)).hasMessageContaining("最后一个");
            assertThatThrownBy(() -> wiring.doorkeeper().accounts().appoint(new Holder(LockedHouse.DIRECTOR, "clerk", null))).hasMessageContaining("最后一个");
            assertThatThrownBy(() -> wiring.doorkeeper().accounts().admit(new Holder("马调解", "mediator", null), password)).hasMessageContaining("名册");
            assertThatThrownBy(() -> wiring.doorkeeper().accounts().admit(new Holder("新人", "clerk", null), "20260101123456".toCharArray())).hasMessageContaining("口令");
        }
    }

    @Test
    void whoeverIsShownOutIsOutAndTheStoreHasAnotherKey() {
        try (Wiring clerk = as(Role.CLERK)) {
            assertThat(clerk.doorkeeper().access().name()).hasValue("录入员");
        }
        try (Wiring wiring = as(Role.DIRECTOR)) {
            wiring.doorkeeper().accounts().dismiss("录入员");
            assertThat(wiring.registers().of(Dispute.class).count(Query.all(), 9)).isEqualTo(2);
            assertThat(wiring.doorkeeper().accounts().all()).extracting(Holder::name).containsExactly(LockedHouse.DIRECTOR);
        }
        assertThatThrownBy(() -> as(director)).as("the key known before").isInstanceOf(Refused.class).hasMessageContaining("对不上");
    }

    @Test
    void anOlderStorePutInThePlaceOfTheNewIsFound() throws IOException {
        as(director).close();
        byte[] old = Files.readAllBytes(house.folder().resolve("anlan.db"));
        try (Wiring wiring = as(director)) {
            wiring.registers().of(Dispute.class).annul(other.id(), "重复");
        }
        try (Wiring wiring = as(director)) {
            assertThat(wiring.inspection().run()).allMatch(result -> result.whole());
        }
        Files.write(house.folder().resolve("anlan.db"), old);
        for (int i = 0; i < 2; i++) {
            try (Wiring wiring = as(director)) {
                assertThat(wiring.inspection().run()).filteredOn(result -> !result.whole()).extracting(result -> result.name()).containsExactly("current");
            }
        }
    }

    @Test
    void aLockedStoreIsNotOpenedWithoutAKey() {
        as(director).close();
        assertThatThrownBy(() -> new Wiring(house.folder(), house.clock())).isInstanceOf(Refused.class).hasMessageContaining("请登录");
    }
}
