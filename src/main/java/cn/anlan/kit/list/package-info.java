/** A register as a list: rows fetched while one scrolls, sorted and filtered in the store. */
@NullMarked
package cn.anlan.kit.list;

import org.jspecify.annotations.NullMarked;
