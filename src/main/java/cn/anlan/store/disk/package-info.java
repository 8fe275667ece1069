/** How bytes and names come to stand on the disk for good. */
@NullMarked
package cn.anlan.store.disk;

import org.jspecify.annotations.NullMarked;
