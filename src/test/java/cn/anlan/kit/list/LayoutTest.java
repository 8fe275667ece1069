package cn.anlan.kit.list;

import cn.anlan.kit.list.Layout.Slot;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How a clerk left her columns, written in one line and read again by this program or a newer one. */
class LayoutTest {
    @Property(tries = 100)
    void everyLayoutIsReadBack(@ForAll @Size(max = 12) List<@IntRange(min = 0, max = 9_999) Integer> widths, @ForAll boolean sorted, @ForAll boolean down) {
        List<Slot> slots = java.util.stream.IntStream.range(0, widths.size()).mapToObj(i -> new Slot("field_" + i, widths.get(i))).toList();
        var layout = new Layout(slots, sorted ? "happen_date" : null, sorted && down);
        assertThat(Layout.read(layout.line())).isEqualTo(layout);
    }

    /** Settings may be damaged, or written by a program that knew other words; the list opens all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "sort:", "sort", "sort:x", "title", "title:", ":90", "title:abc", "title:99999", "sort:-", "sort:+", "\t", "title:90:80", "标题:90"})
    void whatCannotBeUnderstoodIsLeftOut(String line) {
        assertThat(Layout.read(line)).isEqualTo(new Layout(List.of(), null, false));
        assertThat(Layout.read("title:90 " + line + " stage:80")).isEqualTo(new Layout(List.of(new Slot("title", 90), new Slot("stage", 80)), null, false));
    }

    @Test
    void theLastOrderCounts() {
        assertThat(Layout.read("title:90 sort:title- sort:stage+")).isEqualTo(new Layout(List.of(new Slot("title", 90)), "stage", false));
    }
}
