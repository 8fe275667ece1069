package cn.anlan.app.sample;

import cn.anlan.TestHouse;
import cn.anlan.Whim;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A store holds the whole sample or nothing of it. */
class FreshSampleTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private static void fill(Path folder, String home, Progress progress) {
        Sample.fill(folder, new Sample.Plan(home, 6, 3, Sample.LAST_DAY), progress);
    }

    private Path beside() {
        return house.folder().resolve("sample.new");
    }

    @Test
    void theWholeSampleTakesThePlaceOfTheEmptyStore() {
        Whim clerk = Whim.none();
        FreshSample.make(house.wiring(), TestHouse.TOWN, FreshSampleTest::fill, clerk);
        assertThat(house.register(Dispute.class).count(Query.all(), 9)).as("while it is made beside").isZero();
        house.shut();
        FreshSample.putInPlace(house.folder());
        assertThat(beside()).doesNotExist();
        house.reopen();
        assertThat(house.register(Dispute.class).count(Query.all(), 9)).isEqualTo(6);
        assertThat(house.wiring().inspection().run()).allMatch(result -> result.whole());
        assertThat(clerk.told).contains("6/6");
    }

    @Test
    void cancelledAtWhateverMomentTheEmptyStoreStays() {
        long before = house.wiring().journal().last();
        for (int patience = 0; patience < 7; patience += 3) {
            var clerk = new Whim(patience);
            assertThatThrownBy(() -> FreshSample.make(house.wiring(), TestHouse.TOWN, FreshSampleTest::fill, clerk)).isInstanceOf(Refused.class)
                    .hasMessageContaining("没有装入示例数据");
            assertThat(beside()).doesNotExist();
            assertThat(house.wiring().journal().last()).isEqualTo(before);
        }
    }

    @Test
    void whatWasLeftHalfMadeByAPowerCutIsMadeAnew() throws IOException {
        try (var half = new Wiring(beside(), house.clock())) {
            half.settings().put("home", "620623101");
        }
        Files.writeString(beside().resolve("litter"), "x");
        FreshSample.make(house.wiring(), TestHouse.TOWN, FreshSampleTest::fill, Progress.none());
        house.shut();
        FreshSample.putInPlace(house.folder());
        house.reopen();
        assertThat(house.wiring().settings().get("home")).contains(TestHouse.TOWN);
        assertThat(house.register(Dispute.class).count(Query.all(), 9)).isEqualTo(6);
    }

    @Test
    void aStoreInUseIsNeverReplaced() {
        house.samples().village();
        assertThatThrownBy(() -> FreshSample.make(house.wiring(), TestHouse.TOWN, FreshSampleTest::fill, Progress.none())).isInstanceOf(Refused.class);
        assertThat(beside()).doesNotExist();
    }

    @Test
    void whereNothingWasMadeNothingIsPutInPlace() throws IOException {
        house.shut();
        byte[] store = Files.readAllBytes(house.folder().resolve("anlan.db"));
        assertThatThrownBy(() -> FreshSample.putInPlace(house.folder())).isInstanceOf(Refused.class).hasMessageContaining("放不进");
        assertThat(house.folder().resolve("anlan.db")).hasBinaryContent(store);
    }
}
