package cn.anlan.security;

import cn.anlan.TestHouse;
import cn.anlan.app.Rescue;
import cn.anlan.entry.Refused;
import cn.anlan.paper.print.Press.Gaps;
import cn.anlan.paper.print.Printed;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.Keys;
import cn.anlan.security.key.RecoveryCode;
import cn.anlan.security.key.TestKeys;
import cn.anlan.store.Journal.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The desk of accounts, as the director works at it. */
class AccountsTest {
    /** As many at once as a test needs, however few processors there are. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private static final String GOOD = "水渠拖拉机蓝门帘三月雪";

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Keys.Begun begun;

    @BeforeEach
    void lock() {
        house.wiring().settings().put("org_name", "华藏寺镇综治中心");
        house.shut();
        begun = LockedHouse.lock(house.folder(), house.clock());
        house.reopenAs(Access.of(begun.opened()));
    }

    private Accounts accounts() {
        return house.wiring().doorkeeper().accounts();
    }

    private Keys keys() {
        return TestKeys.of(house.folder(), house.clock());
    }

    private static Holder clerk(String name) {
        return new Holder(name, "clerk", null);
    }

    private String lastNote() {
        return house.wiring().journal().before(Long.MAX_VALUE, 1).get(0).after();
    }

    @Test
    void oneIsLetInOnceByANameOfHerOwn() {
        accounts().admit(clerk("尕藏才让"), GOOD.toCharArray());
        assertThat(lastNote()).contains("added", "尕藏才让").doesNotContain(GOOD);
        assertThatThrownBy(() -> accounts().admit(clerk("尕藏才让"), GOOD.toCharArray())).isInstanceOf(Refused.class).hasMessageContaining("已经有");
        assertThatThrownBy(() -> accounts().admit(clerk(" "), GOOD.toCharArray())).hasMessageContaining("姓名");
        assertThatThrownBy(() -> accounts().admit(clerk("才让".repeat(11)), GOOD.toCharArray())).hasMessageContaining("最多 20");
        assertThat(accounts().list()).extracting(one -> one.holder().name()).containsExactly(LockedHouse.DIRECTOR, "尕藏才让");
        assertThat(accounts().list().get(0)).satisfies(here -> {
            assertThat(here.oneself()).isTrue();
            assertThat(here.lastLogin()).isPresent();
        });
        assertThat(accounts().list().get(1).lastLogin()).isEqualTo(Optional.empty());
    }

    /** Her own name, the office, the township and its villages, in characters and in pinyin. */
    @ParameterizedTest
    @ValueSource(strings = {"gazangcairang88", "尕藏才让尕藏才让12", "华藏寺镇综治中心华藏寺镇", "bailingoucun-77", "柏林沟村柏林沟村99", "wanglurubailingou"})
    void noPasswordIsMadeOfWhatEverybodyKnows(String password) {
        assertThatThrownBy(() -> accounts().admit(clerk("尕藏才让"), password.toCharArray())).isInstanceOf(Refused.class).hasMessageContaining("人名、地名");
        accounts().admit(clerk("尕藏才让"), GOOD.toCharArray());
        assertThatThrownBy(() -> accounts().reset("尕藏才让", password.toCharArray())).hasMessageContaining("人名、地名");
        house.shut();
        house.reopenAs(Access.of(keys().open("尕藏才让", GOOD.toCharArray())));
        assertThatThrownBy(() -> accounts().changePassword(GOOD.toCharArray(), password.toCharArray())).hasMessageContaining("人名、地名");
        house.shut();
        assertThatThrownBy(() -> new Rescue(house.folder(), house.clock(), keys()).by(begun.code(), "尕藏才让", password.toCharArray()))
                .hasMessageContaining("人名、地名");
        house.reopenAs(Access.of(keys().open("尕藏才让", GOOD.toCharArray())));
    }

    /** The window is open, its keys of this morning; the command line shows somebody out meanwhile, which makes newer ones. */
    @Test
    void keysThatGrewOldInTheHandWriteNothing() throws IOException {
        accounts().admit(clerk("小李"), GOOD.toCharArray());
        keys().remove(begun.opened().ring(), "小李");
        byte[] newer = Files.readAllBytes(house.folder().resolve("keys.json"));
        assertThatThrownBy(() -> accounts().admit(clerk("小张"), GOOD.toCharArray())).isInstanceOf(Refused.class).hasMessageContaining("重新登录");
        assertThatThrownBy(() -> accounts().renewCode()).hasMessageContaining("重新登录");
        assertThatThrownBy(() -> accounts().changePassword(LockedHouse.PASSWORD.toCharArray(), GOOD.toCharArray())).hasMessageContaining("重新登录");
        assertThat(Files.readAllBytes(house.folder().resolve("keys.json"))).isEqualTo(newer);
        house.shut();
        house.reopenAs(Access.of(keys().open(LockedHouse.DIRECTOR, LockedHouse.PASSWORD.toCharArray())));
        accounts().admit(clerk("小张"), GOOD.toCharArray());
        assertThat(accounts().all()).extracting(Holder::name).containsExactly(LockedHouse.DIRECTOR, "小张");
    }

    /** The desk of another window or command, its keys of the same login. */
    private Accounts another(Duration patience) {
        return new Accounts(TestKeys.of(house.folder(), house.clock(), patience), new Accounts.House(house.wiring().database(), house.wiring().journal(),
                name -> new PasswordAdvice(List.of(name))), Access.of(begun.opened()));
    }

    /** Window and command line at the same moment: each reads what the other wrote before it writes. */
    @Test
    void ofTwoWhoLetPeopleInAtOnceNeitherLosesAnybody() {
        List<Accounts> two = List.of(another(Duration.ofMinutes(1)), another(Duration.ofMinutes(1)));
        List<CompletableFuture<Void>> both = two.stream().map(desk -> CompletableFuture.runAsync(() -> {
            for (String each : List.of("甲", "乙", "丙", "丁", "戊")) {
                desk.admit(clerk(each + two.indexOf(desk)), GOOD.toCharArray());
            }
        }, THREADS)).toList();
        both.forEach(CompletableFuture::join);
        assertThat(accounts().all()).hasSize(11);
        List<CompletableFuture<String>> samePerson = two.stream().map(desk -> CompletableFuture.supplyAsync(() -> {
            try {
                desk.admit(clerk("尕藏才让"), GOOD.toCharArray());
                return "let in";
            } catch (Refused refused) {
                return String.valueOf(refused.getMessage());
            }
        }, THREADS)).toList();
        assertThat(samePerson).extracting(CompletableFuture::join).containsOnlyOnce("let in").anyMatch(said -> said.contains("已经有"));
    }

    @Test
    void whoWaitsTooLongForAnotherIsToldAndChangesNothing() throws InterruptedException {
        accounts().admit(clerk("小张"), GOOD.toCharArray());
        var held = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        CompletableFuture<Object> busy = CompletableFuture.supplyAsync(() -> keys().still(() -> {
            held.countDown();
            free.await();
            return "done";
        }), THREADS);
        held.await();
        Accounts hasty = another(Duration.ofMillis(60));
        assertThatThrownBy(() -> hasty.dismiss("小张")).isInstanceOf(Refused.class).hasMessageContaining("另一个窗口或命令");
        assertThat(hasty.all()).hasSize(2);
        free.countDown();
        assertThat(busy.join()).isEqualTo("done");
        hasty.dismiss("小张");
        assertThat(hasty.all()).hasSize(1);
    }

    @Test
    void whoForgotGetsAnotherPasswordAndNeedNotWaitAnyMore() {
        accounts().admit(clerk("小李"), GOOD.toCharArray());
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> keys().open("小李", "wrong".toCharArray())).isInstanceOf(Refused.class);
        }
        assertThat(accounts().list().get(1).waits()).isPositive();
        accounts().reset("小李", (GOOD + "新").toCharArray());
        assertThat(accounts().list().get(1).waits()).isZero();
        assertThat(keys().open("小李", (GOOD + "新").toCharArray()).holder().role()).isEqualTo("clerk");
        assertThatThrownBy(() -> accounts().reset("谁", GOOD.toCharArray())).hasMessageContaining("没有名为");
    }

    @Test
    void whoBecomesAMediatorIsOneOfTheBook() {
        accounts().admit(clerk("小李"), GOOD.toCharArray());
        assertThatThrownBy(() -> accounts().appoint(new Holder("小李", "mediator", null))).hasMessageContaining("名册");
        accounts().appoint(new Holder("小李", "mediator", "M1"));
        assertThat(accounts().all().get(1)).isEqualTo(new Holder("小李", "mediator", "M1"));
        assertThat(lastNote()).contains("role", "调解员");
    }

    @Test
    void onesOwnPasswordNeedsTheOldOne() {
        assertThatThrownBy(() -> accounts().changePassword("wrong".toCharArray(), GOOD.toCharArray())).hasMessageContaining("不对");
        accounts().changePassword(LockedHouse.PASSWORD.toCharArray(), GOOD.toCharArray());
        assertThat(keys().open(LockedHouse.DIRECTOR, GOOD.toCharArray()).holder().role()).isEqualTo("director");
    }

    @Test
    void theSheetFromTheSafeLetsHerInOnceAndIsReplaced() {
        house.shut();
        var rescue = new Rescue(house.folder(), house.clock(), keys());
        Rescue.Back back = rescue.by(begun.code(), "新所长", GOOD.toCharArray());
        try (var open = back.house()) {
            assertThat(open.doorkeeper().access().who()).hasValue(Role.DIRECTOR);
            assertThat(open.journal().before(Long.MAX_VALUE, 9)).anySatisfy(line -> {
                assertThat(line.action()).isEqualTo(Action.LOGIN);
                assertThat(line.after()).contains("code");
            }).anySatisfy(line -> assertThat(line.after()).contains("recover", "新所长"));
            assertThatThrownBy(() -> rescue.by(begun.code(), "新所长", GOOD.toCharArray())).hasMessageContaining("不是这个库现在的恢复码");
        }
        assertThat(keys().open(back.code())).isNotNull();
        house.reopenAs(Access.of(keys().open("新所长", GOOD.toCharArray())));
        assertThatThrownBy(() -> accounts().comeBack(GOOD.toCharArray())).as("only by the code").isInstanceOf(Refused.class);
    }

    @Test
    void theSheetShowsTheCodeAndNoOtherSecret() throws IOException {
        RecoverySheet sheet = house.wiring().doorkeeper().sheet();
        Set<Path> before = files();
        var printed = new Printed(sheet.pdf(begun.code(), Gaps.REFUSE));
        assertThat(printed.pages()).isEqualTo(1);
        assertThat(printed.words()).contains("华藏寺镇综治中心", TestHouse.TODAY.toString(), "恢复码密封页").doesNotContain(LockedHouse.PASSWORD, LockedHouse.DIRECTOR);
        begun.code().groups().forEach(group -> assertThat(printed.words().replace(" ", "")).contains(group));
        assertThat(files()).as("nothing is written").isEqualTo(before);
        sheet.printed();
        assertThat(house.wiring().journal().before(Long.MAX_VALUE, 1).get(0)).satisfies(line -> {
            assertThat(line.action()).isEqualTo(Action.PRINT);
            assertThat(line.after() + line.reason()).doesNotContain(begun.code().groups().get(0));
        });
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(house.folder())) {
            return files.filter(file -> !file.toString().contains("anlan.db")).collect(Collectors.toSet());
        }
    }

    @Test
    void aSlipIsToldWhileTheRestIsStillBeingCopied() {
        List<String> groups = begun.code().groups();
        String wrong = groups.get(1).substring(0, 4) + (groups.get(1).endsWith("0") ? "1" : "0");
        assertThat(RecoveryCode.read(groups.get(0) + wrong + groups.get(2).substring(0, 2)).slipsSoFar()).containsExactly(2);
        assertThat(RecoveryCode.read(groups.get(0) + groups.get(1)).slipsSoFar()).isEmpty();
        assertThat(RecoveryCode.read("").slipsSoFar()).isEmpty();
        assertThat(RecoveryCode.read(begun.code().written() + "7").slipsSoFar()).containsExactly(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "61", "100", "-5", "ten", "", "1.5"})
    void theStoreLocksItselfWithinAnHour(String minutes) {
        assertThatThrownBy(() -> Idle.read(minutes)).isInstanceOf(Refused.class).hasMessageContaining("1 到 60");
        assertThat(Idle.minutes(Optional.of(minutes))).isEqualTo(Idle.USUAL);
        assertThat(Idle.read(" 15 ")).isEqualTo(15);
        assertThat(Idle.minutes(Optional.of("60"))).isEqualTo(60);
    }
}
