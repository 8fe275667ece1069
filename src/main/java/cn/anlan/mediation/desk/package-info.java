/** Where a dispute is moved from one stage to the next. */
@NullMarked
package cn.anlan.mediation.desk;

import org.jspecify.annotations.NullMarked;
