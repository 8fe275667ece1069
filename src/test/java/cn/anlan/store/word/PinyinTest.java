package cn.anlan.store.word;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PinyinTest {
    private static boolean sounds(String name, String typed) {
        return Pinyin.meanings(typed).stream().anyMatch(meaning -> Pinyin.sounds(name, meaning, Pinyin::syllables));
    }

    private static boolean begins(String name, String initials) {
        List<int[]> wanted = initials.chars().mapToObj(c -> new int[] {c}).toList();
        return Pinyin.sounds(name, wanted, Pinyin::letters);
    }

    @ParameterizedTest
    @CsvSource({"张三, zhangsan", "张三, zhangs", "张三, zhang", "张三, zh", "张三, san", "单雄信, shanxiong", "单雄信, danxiong", "解珍, xiezhen",
        "解珍, jiezhen", "曾国, zengguo", "曾国, cengguo", "吕布, lvbu", "吕布, lubu", "才让·东智, cairangdong", "西安, xian", "县, xian", "旺姆, wangm"})
    void aNameIsFoundByAnyReading(String name, String typed) {
        assertThat(sounds(name, typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"张三, zhangsi", "张三, sanzhang", "张三, hang", "张三, angsan", "李四, zhang", "张三, v"})
    void anotherSoundIsAnotherName(String name, String typed) {
        assertThat(sounds(name, typed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"张三, zs", "才让·东智, crdz", "才让·东智, dz", "单雄信, sxx", "单雄信, dxx", "曾国, zg", "曾国, cg", "A座张三, azz", "3组张三, 3zz"})
    void aNameIsFoundByItsInitials(String name, String typed) {
        assertThat(begins(name, typed)).isTrue();
    }

    @Test
    void whatHasNoReadingHasNone() {
        assertThat(Pinyin.syllables('·')).isEmpty();
        assertThat(Pinyin.syllables('a')).isEmpty();
        assertThat(Pinyin.letters(0x20BB7)).isEmpty();
        assertThat(Pinyin.letters('A')).containsExactly('a');
    }

    @Test
    void lettersThatAreNoSyllablesMeanNothing() {
        assertThat(Pinyin.meanings("qqq")).isEmpty();
        assertThat(Pinyin.meanings("x")).singleElement().satisfies(meaning -> assertThat(meaning.get(0)).hasSizeGreaterThan(5));
    }

    /** Many splits of one run of letters must not cost a minute. */
    @Test
    void aLongRunOfLettersHasFewMeanings() {
        assertThat(Pinyin.meanings("anananananananananananananananan")).hasSizeLessThanOrEqualTo(16);
        assertThat(Pinyin.meanings("xianxianxian").stream().map(meaning -> Arrays.toString(meaning.get(0))).distinct()).hasSizeLessThanOrEqualTo(8);
    }
}
