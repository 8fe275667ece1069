package cn.anlan.reference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CreditCodeNumberTest {
    @Test
    void theStandardsExampleIsRight() {
        assertThat(new CreditCodeNumber("91350100M000100Y43").isRight()).isTrue();
        assertThat(CreditCodeNumber.check("91350100M000100Y4")).isEqualTo('3');
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "91350100M000100Y4", "91350100M000100Y433", "91350100M000100Y44",
        "91350100m000100y43", "9135010OM000100Y43", "91350100I000100Y43"})
    void anythingElseIsWrong(String code) {
        assertThat(new CreditCodeNumber(code).isRight()).isFalse();
    }

    @Test
    void oneChangedCharacterIsNoticed() {
        String right = "91350100M000100Y43";
        for (int i = 0; i < right.length(); i++) {
            char other = right.charAt(i) == '7' ? '8' : '7';
            assertThat(new CreditCodeNumber(right.substring(0, i) + other + right.substring(i + 1)).isRight()).as("at %d", i).isFalse();
        }
    }
}
