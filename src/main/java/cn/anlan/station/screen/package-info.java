/** Service points on screen. */
@NullMarked
package cn.anlan.station.screen;

import org.jspecify.annotations.NullMarked;
