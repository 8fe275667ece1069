package cn.anlan.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a list (一页) and where the next ones begin.
 *
 * @param next null when these were the last
 */
public record Page<E>(List<E> rows, @Nullable Cursor next) {

    /** The last row seen: its sort value as the column holds it, and its id. */
    public record Cursor(@Nullable Object sorted, String id) {}
}
