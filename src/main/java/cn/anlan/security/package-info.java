/** Who may come in, and what each may do. */
@NullMarked
package cn.anlan.security;

import org.jspecify.annotations.NullMarked;
