package cn.anlan.store.word;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PinyinTest {
    private static boolean sounds(String name, String typed) {
        return Pinyin.reads(name, typed);
    }

    /** Whether the index would propose a name. */
    private static boolean isProposed(String name, String typed) {
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
        assertThat(isProposed(name, typed)).isTrue();
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

    /** Every part of a long name, by every reading of its characters, the last one cut off anywhere. */
    @Property(tries = 400)
    void whateverIsReadOffANameFindsIt(@ForAll long seed) {
        var random = new Random(seed);
        String name = "天祝雪域草原畜牧专业合作社恩安鄂尔西安饿啊乐重长单行".codePoints().boxed().sorted(Comparator.comparingInt(c -> random.nextInt()))
                .map(Character::toString).collect(Collectors.joining());
        int from = random.nextInt(name.length());
        int to = from + 1 + random.nextInt(name.length() - from);
        var typed = new StringBuilder();
        name.substring(from, to).codePoints().forEach(c -> typed.append(Pinyin.readings(c).get(random.nextInt(Pinyin.readings(c).size()))));
        typed.setLength(Math.max(1, typed.length() - random.nextInt(3)));
        assertThat(sounds(name, typed.toString())).as("%s in %s", typed, name).isTrue();
        assertThat(isProposed(name, typed.toString())).as("%s proposes %s", typed, name).isTrue();
    }

    /** Many splits of one run of letters must not cost a minute. */
    @Test
    void aLongRunOfLettersHasFewMeanings() {
        assertThat(Pinyin.meanings("anananananananananananananananan")).hasSizeLessThanOrEqualTo(16);
        assertThat(Pinyin.meanings("xianxianxian").stream().map(meaning -> Arrays.toString(meaning.get(0))).distinct()).hasSizeLessThanOrEqualTo(8);
    }
}
