/** The house of 安澜: {@link cn.anlan.Main} opens its door. */
@NullMarked
package cn.anlan;

import org.jspecify.annotations.NullMarked;
