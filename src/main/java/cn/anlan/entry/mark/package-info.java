/** The words an Entry is written with: what a field means to the office, readable by every part of the house. */
@NullMarked
package cn.anlan.entry.mark;

import org.jspecify.annotations.NullMarked;
