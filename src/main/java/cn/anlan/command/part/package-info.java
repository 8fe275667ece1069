/** What several commands have in common. */
@NullMarked
package cn.anlan.command.part;

import org.jspecify.annotations.NullMarked;
