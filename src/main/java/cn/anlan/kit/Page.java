package cn.anlan.kit;

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

    /** Jumps to one entry. */
    default void open(String id) {}

    /** Starts a new entry (Ctrl+N). */
    default void fresh() {}
}
