package cn.anlan.reference;

import cn.anlan.Samples;
import cn.anlan.entry.Shape;
import cn.anlan.roster.Literate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who types an ID number need not type what it says: sex and birth date come by themselves, but never over what was typed. */
class IdentityCompletionTest {
    private static final Shape<Literate> SHAPE = Shape.of(Literate.class);

    private final IdentityCompletion<Literate> completion = new IdentityCompletion<>(Literate.class);

    private Literate complete(@Nullable Object... pairs) {
        return completion.complete(SHAPE.create("01ARZ3NDEKTSV4RRFFQ69G5FAV", Samples.map(pairs)), null);
    }

    @ParameterizedTest
    @CsvSource({"19800101, 1, 1", "19750615, 2, 2", "20010520, 333, 1", "19491231, 998, 2"})
    void sexAndBirthDateFollowFromTheNumber(String birth, int serial, String sex) {
        Literate done = complete("id_number", Samples.idNumber(birth, serial));
        assertThat(done.person().sex()).isEqualTo(sex);
        assertThat(done.person().birthDate().toString().replace("-", "")).isEqualTo(birth);
    }

    @Test
    void whatWasTypedStays() {
        Literate done = complete("id_number", Samples.idNumber("19800101", 1), "sex", "2", "birth_date", LocalDate.of(1981, 2, 3));
        assertThat(done.person().sex()).isEqualTo("2");
        assertThat(done.person().birthDate()).isEqualTo(LocalDate.of(1981, 2, 3));
    }

    @Test
    void aNumberPastedWithSpacesOrASmallXIsMadeOrdinary() {
        assertThat(complete("id_number", " 110105 19491231 002x ").person().idNumber()).isEqualTo("11010519491231002X");
        assertThat(complete("id_number", "１１０１０５１９４９１２３１００２ｘ").person().birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "620623", "620623199002300018", "护照E1234567"})
    void whatIsNoNumberSaysNothing(String typed) {
        Literate done = complete("id_number", typed);
        assertThat(done.person().sex()).isNull();
        assertThat(done.person().birthDate()).isNull();
    }

    @Test
    void withoutANumberTheEntryStaysAsItIs() {
        Literate none = SHAPE.create("01ARZ3NDEKTSV4RRFFQ69G5FAV", Samples.map("name", "张三"));
        assertThat(completion.complete(none, null)).isSameAs(none);
    }
}
