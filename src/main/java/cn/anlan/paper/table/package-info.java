/** Statistical tables with merged headings, on paper and as workbooks. */
@NullMarked
package cn.anlan.paper.table;

import org.jspecify.annotations.NullMarked;
