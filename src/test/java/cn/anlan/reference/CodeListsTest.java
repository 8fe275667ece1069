package cn.anlan.reference;

import cn.anlan.entry.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The ministry revises its lists: what an old record says keeps its name, a new one gets only what is in force. */
class CodeListsTest {
    private static final Shape<Code> SHAPE = Shape.of(Code.class);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final List<Code> rows = new ArrayList<>();
    private final CodeLists codes = new CodeLists();

    private void code(String list, String code, String label, @Nullable Object... more) {
        Map<String, @Nullable Object> values = new HashMap<>(Map.of("list", list, "code", code, "label", label));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        rows.add(SHAPE.create(list + code, values));
        codes.reload(rows);
    }

    @BeforeEach
    void aList() {
        code("kind", "2", "乙", "sort", 1L);
        code("kind", "1", "甲", "sort", 2L);
        code("kind", "3", "旧", "sort", 3L, "valid_to", LocalDate.of(2026, 11, 22));
        code("kind", "4", "新", "sort", 4L, "valid_from", LocalDate.of(2026, 11, 24));
        code("other", "1", "别表的一");
    }

    @Test
    void choicesStandAsTheyAreSorted() {
        assertThat(codes.choices("kind", TODAY)).extracting(Code::code).containsExactly("2", "1");
        assertThat(codes.choices("nothing", TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 2026-11-22, true", "3, 2026-11-23, false", "4, 2026-11-23, false", "4, 2026-11-24, true", "1, 1900-01-01, true", "9, 2026-11-23, false"})
    void aCodeIsAllowedFromItsFirstDayToItsLast(String code, LocalDate day, boolean allowed) {
        assertThat(codes.allows("kind", code, day)).isEqualTo(allowed);
    }

    @Test
    void whatIsNoLongerChosenKeepsItsName() {
        assertThat(codes.label("kind", "3")).isEqualTo("旧");
        assertThat(codes.all("kind")).extracting(Code::code).containsExactly("2", "1", "3", "4");
    }

    @Test
    void anUnknownCodeIsShownAsItIs() {
        assertThat(codes.label("kind", "99")).isEqualTo("99");
        assertThat(codes.label("nothing", "1")).isEqualTo("1");
        assertThat(codes.find("kind", null)).isEmpty();
    }

    @Test
    void listsDoNotMix() {
        assertThat(codes.label("other", "1")).isEqualTo("别表的一");
        assertThat(codes.read("other", "甲")).isEmpty();
    }

    @Test
    void aCodeIsReadByItselfAndByItsName() {
        assertThat(codes.read("kind", "1")).contains("1");
        assertThat(codes.read("kind", "甲")).contains("1");
        assertThat(codes.read("kind", "旧")).as("an old word is understood, whether it may be chosen is another question").contains("3");
        assertThat(codes.read("kind", "丙")).isEmpty();
    }

    @Test
    void aHeadingIsNoChoiceButWhatStandsUnderItIs() {
        code("type", "10", "劳动争议");
        code("type", "1001", "拖欠工资", "parent", "10");
        code("type", "1002", "工伤", "parent", "10");
        assertThat(codes.choices("type", TODAY)).extracting(Code::code).containsExactly("1001", "1002");
        assertThat(codes.allows("type", "10", TODAY)).isFalse();
        assertThat(codes.label("type", "10")).isEqualTo("劳动争议");
    }

    @Test
    void aChildAddedInThisCountyLeavesItsParentAChoice() {
        code("type", "07", "山林土地纠纷");
        code("type", "0701", "草场界线纠纷", "parent", "07", "local", true);
        assertThat(codes.choices("type", TODAY)).extracting(Code::code).containsExactly("07", "0701");
    }

    @Test
    void aVoidCodeIsGone() {
        code("kind", "5", "误录", "void_reason", "录错");
        assertThat(codes.find("kind", "5")).isEmpty();
        assertThat(codes.allows("kind", "5", TODAY)).isFalse();
    }

    @Test
    void aReloadForgetsWhatWasThere() {
        codes.reload(List.of());
        assertThat(codes.all("kind")).isEmpty();
    }
}
