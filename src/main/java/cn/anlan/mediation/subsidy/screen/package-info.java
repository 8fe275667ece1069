/** Paying by the case, on screen. */
@NullMarked
package cn.anlan.mediation.subsidy.screen;

import org.jspecify.annotations.NullMarked;
