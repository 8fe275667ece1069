/** The commands of the mediation desk (调解工作台的命令): what is due, quick entry, the next step. */
@NullMarked
package cn.anlan.command.desk;

import org.jspecify.annotations.NullMarked;
