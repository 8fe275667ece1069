package cn.anlan.reference;

import cn.anlan.Samples;
import cn.anlan.entry.Mask;
import cn.anlan.entry.mark.Sensitive.Kind;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers as they come out of a chat, a web page or a sheet: with marks nobody sees. */
class PastedNumbersTest {
    private static final String NUMBER = "62062319750615002X";

    @ParameterizedTest
    @ValueSource(strings = {"62062319750615002X", "62062319750615002x", " 620623 19750615 002X ", "\u202D62062319750615002X\u202C", "62062319750615002X\u200B",
        "\uFEFF62062319750615002X", "620623\u00A019750615\u00A0002x", "６２０６２３１９７５０６１５００２Ｘ", "６２０６２３１９７５０６１５００２ｘ", "620623\u200E19750615002X\n",
        "620623-19750615-002X", "620623\t19750615002X"})
    void aNumberIsTheSameUnderItsWrapping(String pasted) {
        assertThat(ResidentIdNumber.normalise(pasted)).isEqualTo(NUMBER);
    }

    /** What is wrong in a number stays to be seen and told. */
    @ParameterizedTest
    @ValueSource(strings = {"6206231975061500", "62062319750615002Y", "一二三", "620623197506150020000"})
    void whatIsWrongStaysWrong(String pasted) {
        assertThat(ResidentIdNumber.normalise(pasted)).isEqualTo(pasted);
        assertThat(new ResidentIdNumber(pasted).isWellFormed()).isFalse();
    }

    @Property(tries = 200)
    void everyRightNumberSurvivesWideLettersAndSaysWhoItIs(@ForAll @IntRange(max = 40_000) int days, @ForAll @IntRange(min = 1, max = 999) int serial) {
        LocalDate born = LocalDate.of(1900, 1, 1).plusDays(days);
        String number = Samples.idNumber(born.toString().replace("-", ""), serial);
        var wide = new StringBuilder();
        number.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        var read = new ResidentIdNumber(ResidentIdNumber.normalise(wide.toString()));
        assertThat(read.number()).isEqualTo(number);
        assertThat(read.isWellFormed()).isTrue();
        assertThat(read.hasRightCheck()).isTrue();
        assertThat(read.birth()).contains(born);
        assertThat(read.sex()).isEqualTo(serial % 2 == 1 ? "1" : "2");
        assertThat(read.contradicts(read.sex(), born)).isFalse();
        assertThat(read.contradicts(null, born.plusDays(1))).isTrue();
    }

    /** One wrong digit of the first seventeen never goes unnoticed (GB 11643 is made for that). */
    @Property(tries = 200)
    void oneWrongDigitIsNoticed(@ForAll @IntRange(max = 16) int at, @ForAll @IntRange(min = 1, max = 9) int by) {
        String right = Samples.idNumber("19750615", 2);
        String wrong = right.substring(0, at) + (right.charAt(at) - '0' + by) % 10 + right.substring(at + 1);
        assertThat(new ResidentIdNumber(wrong).hasRightCheck()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"𠮷田镇东山根村三组, 𠮷田镇东山根…", "华藏寺镇𠮷家湾, 华藏寺镇𠮷家…", "华藏寺镇东𠮷湾村, 华藏寺镇东𠮷…", "𠮷家湾, 𠮷家湾"})
    void anAddressIsCutBetweenItsCharacters(String address, String masked) {
        assertThat(Mask.of(Kind.ADDRESS, address)).isEqualTo(masked);
    }

    @Test
    void aMaskNeverShowsHalfACharacter() {
        assertThat(Mask.of(Kind.PHONE, "𠮷无电话")).isEqualTo("𠮷***");
        assertThat(Mask.of(Kind.ID_NUMBER, "𠮷")).isEqualTo("𠮷");
    }
}
