/** Scans and photos: what they are, what the square code on them says, how they look on screen. */
@NullMarked
package cn.anlan.paper.scan;

import org.jspecify.annotations.NullMarked;
