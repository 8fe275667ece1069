/** What is due in mediation (调解待办). */
@NullMarked
package cn.anlan.mediation.deadline;

import org.jspecify.annotations.NullMarked;
