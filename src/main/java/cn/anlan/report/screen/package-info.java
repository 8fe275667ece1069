/** Reports on screen. */
@NullMarked
package cn.anlan.report.screen;

import org.jspecify.annotations.NullMarked;
