/** Passwords, keys and what is sealed with them. */
@NullMarked
package cn.anlan.security.key;

import org.jspecify.annotations.NullMarked;
