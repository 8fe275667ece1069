/** The manual (使用手册): chapters in plain words, read by help page, print shop and command line alike. */
@NullMarked
package cn.anlan.manual;

import org.jspecify.annotations.NullMarked;
