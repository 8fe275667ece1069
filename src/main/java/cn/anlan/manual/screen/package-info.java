/** The manual in the window (手册页). */
@NullMarked
package cn.anlan.manual.screen;

import org.jspecify.annotations.NullMarked;
