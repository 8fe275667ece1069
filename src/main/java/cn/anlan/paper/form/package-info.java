/** The documents of a dispute (文书): which there are, when each is due, and what stands in their blanks. */
@NullMarked
package cn.anlan.paper.form;

import org.jspecify.annotations.NullMarked;
