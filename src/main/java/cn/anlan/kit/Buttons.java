package cn.anlan.kit;

import cn.anlan.entry.Text;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons of one make (按钮): an id for those who look for it, words from the texts, an icon, a tooltip that names the key. */
public final class Buttons {
    private Buttons() {}

    /** A button whose words are {@code kit.button.<id>}, and whose tooltip is {@code kit.button.<id>.tip} if there is one. */
    public static Button of(String id, Ikon icon, Runnable pressed) {
        var button = new Button(Text.of("kit.button." + id), new FontIcon(icon));
        button.setOnAction(event -> pressed.run());
        return prepared(button, id);
    }

    /** A page's own button: the words of that key, no icon, never narrower than they are. */
    public static Button words(String id, String key, Runnable pressed) {
        var button = new Button(Text.of(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> pressed.run());
        return button;
    }

    /** A button that shows only its icon. */
    public static Button icon(String id, Ikon icon, Runnable pressed) {
        var button = new Button("", new FontIcon(icon));
        button.setOnAction(event -> pressed.run());
        button.setFocusTraversable(false);
        return Style.FLAT_ICON.on(prepared(button, id));
    }

    /** A button that stays pressed. */
    public static ToggleButton toggle(String id, Ikon icon) {
        return prepared(new ToggleButton(Text.of("kit.button." + id), new FontIcon(icon)), id);
    }

    private static <B extends ButtonBase> B prepared(B button, String id) {
        button.setId(id);
        button.setAccessibleText(Text.of("kit.button." + id));
        Text.find("kit.button." + id + ".tip").ifPresent(tip -> button.setTooltip(new Tooltip(tip)));
        return button;
    }
}
