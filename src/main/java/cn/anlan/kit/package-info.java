/** Parts every page is made of: leaving the painting thread, dialogs, looks, and what a page has at hand. */
@NullMarked
package cn.anlan.kit;

import org.jspecify.annotations.NullMarked;
