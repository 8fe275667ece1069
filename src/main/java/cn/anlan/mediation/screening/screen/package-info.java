/** Screening on screen. */
@NullMarked
package cn.anlan.mediation.screening.screen;

import org.jspecify.annotations.NullMarked;
