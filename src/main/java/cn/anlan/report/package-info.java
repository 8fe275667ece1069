/** Statistics (统计报表): a report is rows × columns of conditions; a cell is a number and the list behind it. */
@NullMarked
package cn.anlan.report;

import org.jspecify.annotations.NullMarked;
