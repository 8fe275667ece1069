package cn.anlan.paper.form;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FormCodeTest {
    private static final String ID = "01HZX3V9K2M4N6P8Q0R2S4T6V8";

    @Property(tries = 50)
    void whatIsWrittenIsRead(@ForAll Form form, @ForAll @IntRange(min = 1, max = 9999) int page) {
        var code = new FormCode(ID, form.code(), page);
        assertThat(FormCode.read(code.written())).contains(code);
        assertThat(code.known()).contains(form);
        assertThat(code.written()).matches("[0-9A-Z $%*+./:-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://example.org", "ANLAN1:01HZX:SESSION:1", "ANLAN2:01HZX3V9K2M4N6P8Q0R2S4T6V8:SESSION:1",
            "ANLAN1:01HZX3V9K2M4N6P8Q0R2S4T6V8:session:1", "ANLAN1:01HZX3V9K2M4N6P8Q0R2S4T6V8:SESSION:0", "ANLAN1:01HZX3V9K2M4N6P8Q0R2S4T6V8:SESSION:1:2"})
    void anythingElseIsNotOurs(String text) {
        assertThat(FormCode.read(text)).isEmpty();
    }

    @Test
    void aFormOfANewerVersionIsKept() {
        assertThat(FormCode.read("ANLAN1:" + ID + ":HEARING:2")).get().satisfies(code -> assertThat(code.known()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyFormHasAChineseNameAndIsFoundByIt(Form form) {
        assertThat(Text.find("paper.form." + form.word())).isPresent();
        if (form.isPrinted()) {
            assertThat(Form.of(form.word())).isEqualTo(form).isEqualTo(Form.of(form.label()));
        }
    }

    @Test
    void anUnknownFormIsRefusedWithTheListOfThem() {
        assertThatThrownBy(() -> Form.of("起诉状")).isInstanceOf(Refused.class).hasMessageContaining("起诉状").hasMessageContaining("oral_agreement");
        assertThatThrownBy(() -> Form.of("identity")).isInstanceOf(Refused.class);
    }
}
