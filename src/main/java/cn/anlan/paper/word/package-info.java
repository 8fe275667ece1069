/** Word documents (.docx) read, filled and written by hand: a zip of XML, no more. */
@NullMarked
package cn.anlan.paper.word;

import org.jspecify.annotations.NullMarked;
