/** Paying mediators by the case (以案定补). */
@NullMarked
package cn.anlan.mediation.subsidy;

import org.jspecify.annotations.NullMarked;
