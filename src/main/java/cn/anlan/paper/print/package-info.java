/** From a page put together of typed parts to a PDF with its own fonts (排版印制); the only place that knows the layout engine. */
@NullMarked
package cn.anlan.paper.print;

import org.jspecify.annotations.NullMarked;
