/** Mediation on screen. */
@NullMarked
package cn.anlan.mediation.screen;

import org.jspecify.annotations.NullMarked;
