/** What a line of a register is: the Entry, its Shape and the words an Entry is written with. Knows nothing of stores or screens. */
@NullMarked
package cn.anlan.entry;

import org.jspecify.annotations.NullMarked;
