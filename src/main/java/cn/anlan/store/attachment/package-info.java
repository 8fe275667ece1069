/** The files that belong to entries, beside the store. */
@NullMarked
package cn.anlan.store.attachment;

import org.jspecify.annotations.NullMarked;
