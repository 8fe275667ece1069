/** Sample townships for trying the program: invented people and events, made by the same registers and desks as real ones. */
@NullMarked
package cn.anlan.app.sample;

import org.jspecify.annotations.NullMarked;
