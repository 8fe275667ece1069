/** Copies of the whole store in one file, and how one comes back. */
@NullMarked
package cn.anlan.store.backup;

import org.jspecify.annotations.NullMarked;
