package cn.anlan.community;

import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static cn.anlan.TestHouse.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is kept of a meeting, and without what it is none. */
class AnalysisMeetingTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void aMeetingIsFoundByWhoLedItAndByWhatWasSaid() {
        Register<AnalysisMeeting> meetings = house.register(AnalysisMeeting.class);
        AnalysisMeeting meeting = house.samples().meeting();
        for (String words : new String[] {"祁书记", "qsj", "界线", "东智", "界桩"}) {
            assertThat(meetings.list(Query.all().finding(words), 10)).as(words).containsExactly(meeting);
        }
        assertThat(EntryJson.write(meetings.shape(), meeting)).contains("\"meeting_host\":\"祁书记\"", "\"key_matters\":null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "area_code", "meeting_host", "participants", "situation"})
    void whatAMeetingCannotBeWithoutIsAskedFor(String field) {
        assertThatThrownBy(() -> house.samples().meeting(field, null)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.violations()).extracting("field").contains(field));
    }

    @Test
    void aMeetingOfTomorrowHasNotBeen() {
        assertThatThrownBy(() -> house.samples().meeting("date", TODAY.plusDays(1))).isInstanceOf(Refused.class);
    }
}
