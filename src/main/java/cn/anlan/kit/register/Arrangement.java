package cn.anlan.kit.register;

import cn.anlan.entry.Entry;
import cn.anlan.kit.form.Asking;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * How the page of a register is laid out (页面布局) when a tab for each child register would not do.
 *
 * @param formTitle the words on the tab of the form
 * @param sheets the tabs behind it, in order; children nobody names get a tab each behind these
 * @param hidden children that have no tab
 * @param listShare how much of the width the list takes, 0 to 1
 */
public record Arrangement<E extends Entry>(@Nullable String formTitle, Asking<E> asking, List<Sheet> sheets, Set<String> hidden, double listShare) {
    private static final double USUAL_SHARE = 0.44;

    /**
     * One tab.
     *
     * @param children the registers in it, chosen from when there are several
     * @param above what stands over them; null for nothing
     * @param own what stands in it instead of children; null for children
     */
    public record Sheet(String id, String title, List<String> children, @Nullable Node above, @Nullable Node own) {

        /** A tab of some child registers. */
        public static Sheet of(String id, String title, String... children) {
            return new Sheet(id, title, List.of(children), null, null);
        }

        /** A tab of a child register with something standing over it. */
        public static Sheet under(Node above, String id, String title, String child) {
            return new Sheet(id, title, List.of(child), above, null);
        }

        /** A tab with a content of its own. */
        public static Sheet holding(Node own, String id, String title) {
            return new Sheet(id, title, List.of(), null, own);
        }
    }

    /** A tab for each child. */
    static <E extends Entry> Arrangement<E> plain(Asking<E> asking) {
        return new Arrangement<>(null, asking, List.of(), Set.of(), USUAL_SHARE);
    }
}
