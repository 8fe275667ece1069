/** The command line (命令行): the same registers and desks without a screen, for automation and for tests of the whole. */
@NullMarked
package cn.anlan.command;

import org.jspecify.annotations.NullMarked;
