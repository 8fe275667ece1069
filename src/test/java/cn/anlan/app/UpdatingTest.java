package cn.anlan.app;

import cn.anlan.entry.Refused;
import cn.anlan.update.Installed;
import cn.anlan.update.Update;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who may bring a newer program to this PC. */
class UpdatingTest {
    @TempDir
    private Path stick;

    private Updating updating(boolean allowed) {
        var update = new Update(new Installed("0.1", 1, stick, "Linux", "amd64"), (command, waits) -> {
            throw new IllegalStateException("nothing may be installed");
        });
        return new Updating(update, version -> stick, allowed);
    }

    @Test
    void whereTheAdministratorForbidsItNotEvenTheStickIsRead() {
        assertThatThrownBy(() -> updating(false).check(stick)).isInstanceOf(Refused.class).hasMessageContaining("管理员已在本机停用更新");
        assertThatThrownBy(() -> updating(true).check(stick)).isInstanceOf(Refused.class).hasMessageContaining("发布公钥");
    }

    /** Started from a folder of a build, this very program was not installed. */
    @Test
    void whatWasNotInstalledIsNotUpdated() {
        assertThat(DataFolder.program()).isEmpty();
        assertThatThrownBy(() -> Updating.of(stick, Wiring.officeClock()).check(stick)).isInstanceOf(Refused.class).hasMessageContaining("不是用安装包装的");
    }
}
