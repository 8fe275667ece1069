/** Coming in, on screen. */
@NullMarked
package cn.anlan.security.screen;

import org.jspecify.annotations.NullMarked;
