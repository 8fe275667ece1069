package cn.anlan.app.page;

import cn.anlan.entry.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pictures of pages (图标), by page or register name; a register nobody drew one for has the plain one. */
public final class Icons {
    private Icons() {}

    public static FontIcon of(String name) {
        return new FontIcon(Text.find("app.icon." + name).orElseGet(() -> Text.of("app.icon.plain")));
    }
}
