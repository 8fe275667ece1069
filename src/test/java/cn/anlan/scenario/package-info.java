/** What an operator tries on the first day (验收情景): domain.md §13, walked through the command line. */
@NullMarked
package cn.anlan.scenario;

import org.jspecify.annotations.NullMarked;
