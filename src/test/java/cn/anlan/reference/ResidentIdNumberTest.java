package cn.anlan.reference;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResidentIdNumberTest {
    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 1949-12-31, 2",
        "620623198001010016, 1980-01-01, 1",
        "620623197506150028, 1975-06-15, 2",
        "620623200105200033, 2001-05-20, 1"})
    void aRightNumberTellsBirthAndSex(String number, LocalDate birth, String sex) {
        var id = new ResidentIdNumber(number);
        assertThat(id.isWellFormed()).isTrue();
        assertThat(id.hasRightCheck()).isTrue();
        assertThat(id.birth()).contains(birth);
        assertThat(id.sex()).isEqualTo(sex);
    }

    /** ISO 7064, MOD 11-2, counted the other way: every character doubled once for each place behind it, all together one more than a multiple of 11. */
    @Test
    void theCheckCharacterIsThatOfTheStandard() {
        Set<Character> seen = new TreeSet<>();
        for (int serial = 0; serial < 1000; serial++) {
            String seventeen = "62062319800101%03d".formatted(serial);
            char check = ResidentIdNumber.check(seventeen);
            seen.add(check);
            int rest = 0;
            for (char c : (seventeen + check).toCharArray()) {
                rest = (rest * 2 + (c == 'X' ? 10 : c - '0')) % 11;
            }
            assertThat(rest).as(seventeen + check).isEqualTo(1);
        }
        assertThat(seen).hasSize(11);
    }

    @Test
    void nobodyIsBornTomorrow() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        assertThat(number(today.minusDays(1)).isWellFormed()).isTrue();
        assertThat(number(today.plusDays(2)).isWellFormed()).isFalse();
    }

    private static ResidentIdNumber number(LocalDate birth) {
        String seventeen = "620623" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "001";
        return new ResidentIdNumber(seventeen + ResidentIdNumber.check(seventeen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"440524188001010014", "620623199002290018"})
    void aRightCheckDigitDoesNotMakeABirthDate(String number) {
        var id = new ResidentIdNumber(number);
        assertThat(id.hasRightCheck()).isTrue();
        assertThat(id.isWellFormed()).isFalse();
        assertThat(id.birth()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "620623800101001", "62062319800101001", "6206231980010100160",
        "62062319800101001x", "A20623198001010016", "620623299901010010"})
    void anythingElseIsNoNumber(String number) {
        assertThat(new ResidentIdNumber(number).isWellFormed()).isFalse();
    }

    @Test
    void everyOtherLastCharacterIsWrong() {
        assertThat("0123456789X".chars().mapToObj(last -> new ResidentIdNumber("62062319800101001" + (char) last))
                .filter(ResidentIdNumber::hasRightCheck).map(ResidentIdNumber::number)).containsExactly("620623198001010016");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "\" 110105 19491231 002x \", 11010519491231002X",
        "１１０１０５１９４９１２３１００２ｘ, 11010519491231002X"})
    void whatWasTypedIsMadeOrdinary(String typed, String number) {
        assertThat(ResidentIdNumber.normalise(typed)).isEqualTo(number);
    }

    @Test
    void aNumberContradictsAnotherSexOrBirthDateOnly() {
        var id = new ResidentIdNumber("620623197506150028");
        LocalDate birth = LocalDate.of(1975, 6, 15);
        assertThat(id.contradicts("2", birth)).isFalse();
        assertThat(id.contradicts(null, null)).isFalse();
        assertThat(id.contradicts("9", null)).isFalse();
        assertThat(id.contradicts("1", birth)).isTrue();
        assertThat(id.contradicts("2", birth.plusDays(1))).isTrue();
        assertThat(new ResidentIdNumber("6206231975").contradicts("1", birth)).isFalse();
    }
}
