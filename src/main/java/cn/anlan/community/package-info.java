/** What neighbours settle together (议事协商). */
@NullMarked
package cn.anlan.community;

import org.jspecify.annotations.NullMarked;
