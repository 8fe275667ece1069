/** The file a store is kept in: its key, its connections, its schema brought up to date. */
@NullMarked
package cn.anlan.store.file;

import org.jspecify.annotations.NullMarked;
