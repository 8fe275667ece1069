/** Commands that look after the program itself. */
@NullMarked
package cn.anlan.command.upkeep;

import org.jspecify.annotations.NullMarked;
