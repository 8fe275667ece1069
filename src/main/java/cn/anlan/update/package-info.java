/** A newer program from a stick: signed, verified, installed, or refused in a sentence. */
@NullMarked
package cn.anlan.update;

import org.jspecify.annotations.NullMarked;
