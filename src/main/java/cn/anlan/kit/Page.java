package cn.anlan.kit;

import java.util.Map;
import javafx.scene.Parent;

/** One page of the window (页面): a register, a desk or a report on screen. */
public interface Page {

    /** What the navigation calls it. */
    String title();

    /** What is shown; the same node each time. */
    Parent node();

    /** The page has come to the front: bring what it shows up to date. */
    void shown();

    /** Asks, if something typed would be lost; false keeps the page in front. */
    boolean mayLeave();

    /** What is half filled in here, each form as text by the place it is typed in ({@code dispute/dispute_party}); empty when nothing would be lost. */
    default Map<String, String> unsaved() {
        return Map.of();
    }

    /** Takes up what {@link #unsaved} told, each form at its place; {@code told} says to the clerk from when it is. */
    default void resume(Map<String, String> forms, String told) {}

    /** Jumps to one entry. */
    default void open(String id) {}

    /** Starts a new entry (Ctrl+N). */
    default void fresh() {}
}
