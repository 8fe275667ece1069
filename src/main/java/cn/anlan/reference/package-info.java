/** What the office looks up: the place tree, code lists, the work calendar, numbers that carry their own check. */
@NullMarked
package cn.anlan.reference;

import org.jspecify.annotations.NullMarked;
