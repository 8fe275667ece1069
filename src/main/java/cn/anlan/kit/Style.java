package cn.anlan.kit;

import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;

/** How parts look (样式): each name is a class of the one stylesheet, e.g. {@code FIELD_ERROR} is {@code .field-error}. */
public enum Style {
    PAGE, TOOL_BAR, TITLE, QUIET, STATUS,
    NOTICE, NOTICE_PLAIN, NOTICE_REFUSED, NOTICE_WARNING, NOTICE_DONE,
    VOID_ROW, CHIPS, CHIP, EMPTY_STATE, COUNTER,
    FORM, SECTION, SECTION_TITLE, FIELD, FIELD_LABEL, REQUIRED, FIELD_ERROR, WRONG, READ_ONLY, CLOSED, SHELVED, PICK_BOX, PICK_LIST, SUGGESTION,
    DRAWER, HISTORY_LINE, HISTORY_HEAD, COMPARISON, OVERDUE, SOON, PRIMARY, STEP_BAR, STEP_FORM, STAGES, STAGE, STAGE_PAST, STAGE_HERE, FLAT_ICON,
    CHOICE, LOG, CASE_TITLE, CASE_MARK, SEEN, SEEN_TITLE, DONE, DOCUMENT_ROW, DOCUMENT_MISSING, DROP_AREA, DROP_HERE, THUMB, SCAN_VIEWER;

    private static final String SHEET = "/style/anlan.css";

    public String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same node, dressed. */
    public <N extends Node> N on(N node) {
        if (!node.getStyleClass().contains(css())) {
            node.getStyleClass().add(css());
        }
        return node;
    }

    /** Puts the look on or takes it off. */
    public void set(Node node, boolean wanted) {
        if (wanted) {
            on(node);
        } else {
            node.getStyleClass().remove(css());
        }
    }

    /** Chooses the theme of every window. Before anything is made that has a look: JavaFX would read its own theme for that first. */
    public static void theme() {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    }

    /** Dresses a scene: theme, our stylesheet, and a font that writes Chinese. On the painting thread. */
    public static void dress(Scene scene) {
        theme();
        String family = ".root { -fx-font-family: \"" + Fonts.family() + "\"; }";
        String encoded = Base64.getEncoder().encodeToString(family.getBytes(StandardCharsets.UTF_8));
        scene.getStylesheets().setAll(Objects.requireNonNull(Style.class.getResource(SHEET), SHEET).toExternalForm(),
                "data:text/css;base64," + encoded);
    }
}
