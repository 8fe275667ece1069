package cn.anlan.app;

import cn.anlan.TestHouse;
import cn.anlan.entry.Period;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.paper.print.Printed;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import cn.anlan.security.Role;
import cn.anlan.security.key.Holder;
import cn.anlan.store.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The sheet two people sign: everything on one page, however much there is. */
class HandoverTest {
    private static final String LONG = "天祝藏族自治县华藏寺镇岔口驿村三组村民与天祝雪域草原畜牧产业发展有限责任公司草原承包经营权流转合同履行及青苗附着物补偿";

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @TempDir
    Path out;

    private Printed sheet() {
        Path file = house.wiring().upkeep().handover().write(out);
        assertThat(file.getFileName()).asString().matches("工作交接单-\\d{4}-\\d\\d-\\d\\d\\.pdf");
        return Printed.of(file);
    }

    @Test
    void anEmptyOfficeHandsOverAnEmptySheet() {
        Printed sheet = sheet();
        assertThat(sheet.pages()).isEqualTo(1);
        assertThat(sheet.words()).contains("在办纠纷0件", "还没有封过上报包", "还没有做过备份", "还没有演练过恢复", "移交人（签名）", "接收人（签名）");
        assertThat(house.wiring().journal().before(Long.MAX_VALUE, 1).get(0).action()).isEqualTo(Journal.Action.PRINT);
    }

    @Test
    void muchOfEverythingStillIsOnePage() throws IOException {
        house.shut();
        Access director = Access.of(LockedHouse.lock(house.folder(), house.clock()).opened());
        for (int i = 0; i < 9; i++) {
            LockedHouse.admit(house.folder(), house.clock(), director, new Holder("尕藏才让·东智" + i, Role.CLERK.word(), null));
        }
        house.reopenAs(director);
        for (int i = 0; i < 14; i++) {
            house.samples().dispute("title", i + LONG, "stage", "02");
        }
        house.samples().disputeAt("05");
        house.pass(Duration.ofDays(40));
        for (Backups.Kind kind : Backups.Kind.values()) {
            house.wiring().backups().make(kind, Files.createDirectories(out.resolve("一个名字很长的备份盘上的文件夹-" + kind)), () -> false);
        }
        house.wiring().backups().drill(Path.of(house.wiring().backups().last().get(0).file()));
        house.wiring().settings().put("org_code", "620623100000");
        house.wiring().settings().put("org_name", "华藏寺镇综治中心");
        for (int i = 1; i <= 5; i++) {
            house.wiring().bundles().seal(new Period(LocalDate.of(2026, i, 1), LocalDate.of(2026, i, 28)), out, Progress.none());
        }
        Printed sheet = sheet();
        ImageIO.write(sheet.scan(1, 110), "png", Files.createDirectories(Path.of("target", "shots")).resolve("handover.png").toFile());
        assertThat(sheet.pages()).isEqualTo(1);
        assertThat(sheet.words()).contains("在办纠纷15件", "其中逾期", "另有7件", "0天祝藏族", "…", "司法所长（综治主任）：王所长", "尕藏才让·东智8。", "手工备份", "恢复演练：成功", "第5号2026-05-01至2026-05-28", "更早的还有1个", "监交人（签名）");
    }

    @Test
    void whoMayNotPrintCasesHandsNothingOver() {
        house.shut();
        Access director = Access.of(LockedHouse.lock(house.folder(), house.clock()).opened());
        house.reopenAs(director);
        house.shut();
        house.reopenAs(LockedHouse.admit(house.folder(), house.clock(), director, new Holder("管理员", Role.ADMIN.word(), null)));
        assertThatThrownBy(this::sheet).isInstanceOf(Refused.class);
        assertThat(out).isEmptyDirectory();
    }
}
