/** The SQLite file of one township and the only ways to read and change it. */
@NullMarked
package cn.anlan.store;

import org.jspecify.annotations.NullMarked;
