/** The front door: how the house is put together, and its window. */
@NullMarked
package cn.anlan.app;

import org.jspecify.annotations.NullMarked;
