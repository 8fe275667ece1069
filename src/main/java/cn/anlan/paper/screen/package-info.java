/** Papers on screen before they are printed (打印预览). */
@NullMarked
package cn.anlan.paper.screen;

import org.jspecify.annotations.NullMarked;
