/** What is printed and what comes in on paper's younger sister, the spreadsheet (表格): reading, checking and writing it. */
@NullMarked
package cn.anlan.paper;

import org.jspecify.annotations.NullMarked;
