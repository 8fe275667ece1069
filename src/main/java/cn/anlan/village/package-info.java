/** Villages and communities and the titles they hold (民主法治示范村). */
@NullMarked
package cn.anlan.village;

import org.jspecify.annotations.NullMarked;
