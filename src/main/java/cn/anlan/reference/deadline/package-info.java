/** By when, and why (期限). */
@NullMarked
package cn.anlan.reference.deadline;

import org.jspecify.annotations.NullMarked;
