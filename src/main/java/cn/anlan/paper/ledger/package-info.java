/** The running registers operators print (台账): which columns each has, on A4 lying or as a workbook. */
@NullMarked
package cn.anlan.paper.ledger;

import org.jspecify.annotations.NullMarked;
