package cn.anlan.security.key;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The code on the sheet in the safe, copied by a hand that makes mistakes. */
class RecoveryCodeTest {
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private final RecoveryCode code = RecoveryCode.random();

    @Test
    void itReadsAsItIsWritten() {
        assertThat(code.written()).matches("([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(RecoveryCode.read(code.written())).isEqualTo(code);
        assertThat(code.slips()).isEmpty();
        assertThat(code.toString()).doesNotContain(code.groups().get(0));
        assertThat(RecoveryCode.random()).isNotEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "", "  -  ", "\n", "—", "．", "　"})
    void howeverItsGroupsAreSetApart(String between) {
        String typed = String.join(between, code.groups());
        assertThat(RecoveryCode.read(typed)).isEqualTo(code);
        assertThat(RecoveryCode.read(" " + typed.toLowerCase(Locale.ROOT) + "\r\n")).isEqualTo(code);
    }

    @Test
    void lettersThatLookLikeDigitsAndWideOnesAreTakenForThem() {
        String typed = code.written().replace('0', 'o').replace('1', 'l').replace('V', 'u');
        assertThat(RecoveryCode.read(typed)).isEqualTo(code);
        var wide = new StringBuilder();
        code.written().chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        assertThat(RecoveryCode.read(wide.toString())).isEqualTo(code);
    }

    private static RecoveryCode with(RecoveryCode code, int at, char symbol) {
        String plain = code.written().replace("-", "");
        return RecoveryCode.read(plain.substring(0, at) + symbol + plain.substring(at + 1));
    }

    @Property(tries = 300)
    void oneWrongSymbolIsPointedOutInItsGroup(@ForAll @IntRange(max = 34) int at, @ForAll @IntRange(min = 1, max = 31) int by) {
        RecoveryCode right = RecoveryCode.random();
        char symbol = right.written().replace("-", "").charAt(at);
        RecoveryCode wrong = with(right, at, SYMBOLS.charAt((SYMBOLS.indexOf(symbol) + by) % 32));
        assertThat(wrong.slips()).containsExactly(at / 5 + 1);
        assertThat(wrong.slipsSoFar()).containsExactly(at / 5 + 1);
    }

    @Property(tries = 300)
    void twoNeighboursSwappedAreToo(@ForAll @IntRange(max = 6) int group, @ForAll @IntRange(max = 3) int at) {
        RecoveryCode right = RecoveryCode.random();
        String plain = right.written().replace("-", "");
        int from = group * 5 + at;
        RecoveryCode swapped = with(with(right, from, plain.charAt(from + 1)), from + 1, plain.charAt(from));
        if (plain.charAt(from) == plain.charAt(from + 1)) {
            assertThat(swapped).isEqualTo(right);
        } else {
            assertThat(swapped.slips()).containsExactly(group + 1);
        }
    }

    @Property(tries = 100)
    void twoGroupsSwappedAreBothPointedOut(@ForAll @IntRange(max = 6) int one, @ForAll @IntRange(max = 6) int other) {
        RecoveryCode right = RecoveryCode.random();
        List<String> groups = new ArrayList<>(right.groups());
        Collections.swap(groups, one, other);
        var swapped = new RecoveryCode(groups);
        if (one == other) {
            assertThat(swapped.slips()).isEmpty();
        } else {
            assertThat(swapped.slips()).containsExactlyInAnyOrder(one + 1, other + 1);
        }
    }

    @Test
    void whileItIsStillBeingCopiedOnlyFinishedGroupsAreJudged() {
        String half = code.written().substring(0, 14);
        assertThat(RecoveryCode.read(half).slipsSoFar()).isEmpty();
        assertThat(RecoveryCode.read(half).slips()).containsExactly(3, 4, 5, 6, 7);
        assertThat(RecoveryCode.read("").slipsSoFar()).isEmpty();
        assertThat(RecoveryCode.read("").slips()).hasSize(RecoveryCode.GROUPS);
        assertThat(RecoveryCode.read(code.written() + "-00000").slips()).containsExactly(8);
    }
}
