package cn.anlan.security.screen;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What stands for a thing in a choice (选项名称). */
final class Labels<T> extends StringConverter<T> {
    private final Function<T, String> label;

    Labels(Function<T, String> label) {
        this.label = label;
    }

    @Override
    public String toString(@Nullable T thing) {
        return thing == null ? "" : label.apply(thing);
    }

    @Override
    public T fromString(String written) {
        throw new UnsupportedOperationException(written);
    }
}
