/** The window: one per store, with its navigation, its pages, its find box and its status line. */
@NullMarked
package cn.anlan.app.window;

import org.jspecify.annotations.NullMarked;
