package cn.anlan.entry;

import org.junit.jupiter.api.Test;

import static cn.anlan.entry.mark.Sensitive.Kind.ADDRESS;
import static cn.anlan.entry.mark.Sensitive.Kind.ID_NUMBER;
import static cn.anlan.entry.mark.Sensitive.Kind.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

/** Personal information as anyone passing may see it. */
class MaskTest {

    @Test
    void leavesEnoughToTellTwoApart() {
        assertThat(Mask.of(ID_NUMBER, "620623199001010016")).isEqualTo("620623********0016");
        assertThat(Mask.of(PHONE, "13812345678")).isEqualTo("138****5678");
        assertThat(Mask.of(PHONE, "0935-3122141")).isEqualTo("093*****2141");
        assertThat(Mask.of(ADDRESS, "abcdefgh")).isEqualTo("abcdef…");
        assertThat(Mask.of(ADDRESS, "abc")).isEqualTo("abc");
    }

    @Test
    void hidesWhatIsTooShortToShowTwoEndsOf() {
        assertThat(Mask.of(ID_NUMBER, "12345678901")).isEqualTo("1**********");
        assertThat(Mask.of(PHONE, "12345")).isEqualTo("1****");
        assertThat(Mask.of(PHONE, "")).isEmpty();
    }
}
