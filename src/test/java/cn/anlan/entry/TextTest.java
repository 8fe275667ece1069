package cn.anlan.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Sentences with what a clerk wrote in them. */
class TextTest {
    private static String field(String name, String before, String after) {
        return Text.of("kit.history.field", name, before, after);
    }

    /** A case may be called 第{1}批 or carry a path with a dollar and a backslash; it is told as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"{0}", "{1}", "{2}", "第{1}批{2}", "$1", "\\", "C:\\a$b", "{", "}", "{9}", "%s", "'", "null", ""})
    void whatIsFilledInIsNeverFilledInAgain(String odd) {
        assertThat(field(odd, "旧", "新")).isEqualTo(field("甲", "旧", "新").replace("甲", odd));
        assertThat(field("名", odd, "新")).isEqualTo(field("名", "甲", "新").replace("甲", odd));
        assertThat(field("名", "旧", odd)).isEqualTo(field("名", "旧", "甲").replace("甲", odd));
    }

    @Test
    void whatIsMissingIsSeen() {
        assertThat(Text.of("kit.no.such.sentence")).isEqualTo("⟦kit.no.such.sentence⟧");
        assertThat(Text.of("nowhere.at.all", 1)).isEqualTo("⟦nowhere.at.all⟧");
        assertThat(Text.find("nowhere.at.all")).isEmpty();
    }

    @Test
    void aPlaceNobodyFillsStaysVisible() {
        assertThat(Text.of("kit.history.field", "名")).contains("名", "{1}", "{2}");
        assertThat(Text.of("kit.history.field", "名", "旧", "新", "多余")).isEqualTo(field("名", "旧", "新"));
    }

    @Test
    void manyThreadsReadTheSameWords() {
        List<String> read = java.util.stream.IntStream.range(0, 200).parallel().mapToObj(i -> Text.of("kit.count", i)).toList();
        assertThat(read).hasSize(200).doesNotHaveDuplicates().allMatch(text -> !text.contains("⟦"));
    }
}
