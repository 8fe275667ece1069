package cn.anlan.update;

import cn.anlan.entry.Refused;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The list on an update stick: nothing but a list is one. */
class ReleaseTest {
    private static final String SUM = "0".repeat(63) + "f";
    private static final String GOOD = "anlan-update 1\nversion 0.2.0\nschema 13\nfile anlan-0.2.0.msi 1234 " + SUM + "\nfile anlan_0.2.0.deb 5 " + SUM + "\n";

    @Test
    void theListIsReadLineByLine() {
        Release release = Release.read(GOOD);
        assertThat(release.version()).isEqualTo("0.2.0");
        assertThat(release.schema()).isEqualTo(13);
        assertThat(release.parts()).extracting(Release.Part::name).containsExactly("anlan-0.2.0.msi", "anlan_0.2.0.deb");
        assertThat(release.part("anlan-0.2.0.msi")).hasValueSatisfying(part -> assertThat(part.bytes()).isEqualTo(1234));
        assertThat(release.part("other")).isEmpty();
        assertThat(Release.read(GOOD.replace("\n", "\r\n"))).isEqualTo(release);
    }

    /** A name that leads out of the stick's folder is none, signed or not. */
    @ParameterizedTest
    @ValueSource(strings = {"file ../anlan.msi 1 S", "file ..\\anlan.msi 1 S", "file a/b.msi 1 S", "file C:x 1 S", "file .. 1 S", "file . 1 S", "file ... 1 S", "file 安澜.msi 1 S",
        "file a.msi -1 S", "file a.msi 1.5 S", "file a.msi 1 S ", "file a.msi 9999999999999 S", "file a.msi 1 s", "files a.msi 1 S", "file a b.msi 1 S", ""})
    void aPackageThatIsNoneSpoilsTheList(String line) {
        assertThatThrownBy(() -> Release.read("anlan-update 1\nversion 0.2.0\nschema 13\n" + line.replace("S", SUM) + "\nfile a.msi 1 " + SUM))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anlan-update 1", "anlan-update 2\nversion 0.2.0\nschema 13\nfile a 1 S", "anlan-update 1\nversion 0.2.0\nschema 13\n",
        "anlan-update 1\nversion x\nschema 13\nfile a 1 S", "anlan-update 1\nversion 1.2.3.4.5\nschema 13\nfile a 1 S", "anlan-update 1\nschema 13\nversion 0.2.0\nfile a 1 S",
        "anlan-update 1\nversion 0.2.0\nschema -1\nfile a 1 S", " anlan-update 1\nversion 0.2.0\nschema 13\nfile a 1 S", "\uFEFFanlan-update 1\nversion 0.2.0\nschema 13\nfile a 1 S"})
    void whatIsNoListIsRefused(String text) {
        assertThatThrownBy(() -> Release.read(text.replace("S", SUM))).isInstanceOf(Refused.class);
    }

    private static Release of(String version) {
        return Release.read(GOOD.replace("version 0.2.0", "version " + version));
    }

    @ParameterizedTest
    @CsvSource({"0.10, 0.9, true", "0.9, 0.10, false", "1.0.0, 1.0, false", "1.0, 1.0.0, false", "1.0.1, 1.0, true", "2, 1.9.9.9, true", "0.2.0, 0.2.0-SNAPSHOT, false",
        "0.2.1, 0.2.0-SNAPSHOT, true", "0.2.0, '', true", "0.2.0, dev, true", "0.2.0, 0.1.0-20261124093011, true", "0.2.0, 99999999999, false"})
    void versionsAreComparedNumberByNumber(String version, String other, boolean newer) {
        assertThat(of(version).isNewerThan(other)).isEqualTo(newer);
    }

    @Property(tries = 200)
    void ofTwoVersionsAtMostOneIsNewer(@ForAll @IntRange(max = 11) int a, @ForAll @IntRange(max = 11) int b, @ForAll @IntRange(max = 11) int c,
            @ForAll @IntRange(max = 11) int d) {
        String one = a + "." + b;
        String other = c + "." + d;
        assertThat(of(one).isNewerThan(other)).isEqualTo(a > c || a == c && b > d);
        assertThat(of(one).isNewerThan(other) && of(other).isNewerThan(one)).isFalse();
        assertThat(IntStream.of(a, b).mapToObj(String::valueOf).toList()).isEqualTo(java.util.List.of(one.split("\\.")));
    }
}
