package cn.anlan.paper.screen;

import cn.anlan.entry.Progress;
import cn.anlan.paper.print.Press.Gaps;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at before it is printed (待印件).
 *
 * @param name what it is called, also as a file, without ending
 * @param pdf makes it; throws {@link cn.anlan.entry.Refused} where a character is missing in all fonts, or when cancelled
 * @param word the same in Word; null where there is no such thing
 * @param printed told when it leaves the house, on paper or as a file
 */
public record Sheaf(String name, BiFunction<Gaps, Progress, byte[]> pdf, @Nullable Word word, Runnable printed) {

    /** A paper in Word (Word 文书), and what is to be said of the template it is made after; both worked out away from the painting thread. */
    public record Word(Supplier<byte[]> bytes, Supplier<List<String>> remarks) {}

    /** One that is made too quickly to be cancelled. */
    public Sheaf(String name, Function<Gaps, byte[]> pdf, @Nullable Word word, Runnable printed) {
        this(name, (gaps, progress) -> pdf.apply(gaps), word, printed);
    }
}
