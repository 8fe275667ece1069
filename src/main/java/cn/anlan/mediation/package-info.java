/** Disputes, who takes part in them, what was agreed, and the committees and mediators who do the work (矛盾纠纷调解). */
@NullMarked
package cn.anlan.mediation;

import org.jspecify.annotations.NullMarked;
