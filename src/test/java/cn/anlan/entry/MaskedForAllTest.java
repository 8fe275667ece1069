package cn.anlan.entry;

import cn.anlan.entry.mark.Sensitive;
import cn.anlan.roster.Literate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever was typed into a sensitive field, a passer-by cannot read it off the list. */
class MaskedForAllTest {

    @Property(tries = 300)
    void aNumberKeepsItsLengthAndHidesItsMiddle(@ForAll Sensitive.Kind kind,
            @ForAll @CharRange(from = '0', to = '9') @StringLength(min = 2, max = 30) String number) {
        if (kind == Sensitive.Kind.ADDRESS) {
            return;
        }
        String masked = Mask.of(kind, number);
        assertThat(masked).hasSameSizeAs(number).contains("*");
        for (int i = 0; i < masked.length(); i++) {
            assertThat(masked.charAt(i)).isIn('*', number.charAt(i));
        }
    }

    @Property(tries = 200)
    void nobodyReadsMoreThanTenSignsOfAnIdAndSevenOfATelephone(@ForAll @CharRange(from = '0', to = '9') @StringLength(min = 2, max = 40) String number) {
        assertThat(Mask.of(Sensitive.Kind.ID_NUMBER, number).chars().filter(c -> c != '*')).hasSizeLessThanOrEqualTo(10);
        assertThat(Mask.of(Sensitive.Kind.PHONE, number).chars().filter(c -> c != '*')).hasSizeLessThanOrEqualTo(7);
    }

    @Property(tries = 200)
    void anAddressShowsItsBeginningOnly(@ForAll @CharRange(from = '一', to = '龥') @StringLength(max = 40) String address) {
        String masked = Mask.of(Sensitive.Kind.ADDRESS, address);
        assertThat(masked.length()).isLessThanOrEqualTo(7);
        assertThat(address).startsWith(masked.replace("…", ""));
        assertThat(masked.endsWith("…")).isEqualTo(address.length() > 6);
    }

    @Test
    void aFieldIsMaskedByItsOwnKindAndAPlainOneNotAtAll() {
        Shape<Literate> literates = Shape.of(Literate.class);
        assertThat(Mask.of(literates.field("id_number"), "620623199001010016")).isEqualTo("620623********0016");
        assertThat(Mask.of(literates.field("phone"), "13812345678")).isEqualTo("138****5678");
        assertThat(Mask.of(literates.field("name"), "张三")).isEqualTo("张三");
    }
}
