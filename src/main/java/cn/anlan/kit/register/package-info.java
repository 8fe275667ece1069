/** A register as a page: its list, the entry beside it, its children below, its history at hand. */
@NullMarked
package cn.anlan.kit.register;

import org.jspecify.annotations.NullMarked;
