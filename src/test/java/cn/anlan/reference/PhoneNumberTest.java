package cn.anlan.reference;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"13909350000", "19900000000", "0935-3122141", "09353122141", "3122141", "010-12345678", "0935-3122141-8", "无"})
    void asOfficesWriteThem(String number) {
        assertThat(new PhoneNumber(number).isRight()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "12909350000", "1390935000", "139093500001",
        "935-3122141", "0935-312214", "0935 3122141", "有", "13909350000;13909350001"})
    void anythingElseIsNone(String number) {
        assertThat(new PhoneNumber(number).isRight()).isFalse();
    }
}
