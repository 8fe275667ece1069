package cn.anlan.paper.screen;

import cn.anlan.entry.Progress;
import cn.anlan.paper.print.Press.Gaps;
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
public record Sheaf(String name, BiFunction<Gaps, Progress, byte[]> pdf, @Nullable Supplier<byte[]> word, Runnable printed) {

    /** One that is made too quickly to be cancelled. */
    public Sheaf(String name, Function<Gaps, byte[]> pdf, @Nullable Supplier<byte[]> word, Runnable printed) {
        this(name, (gaps, progress) -> pdf.apply(gaps), word, printed);
    }
}
