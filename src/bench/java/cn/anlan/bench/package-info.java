/** Benchmarks: each compares the house with a named peer in the same run and prints a ratio of CPU times. */
@NullMarked
package cn.anlan.bench;

import org.jspecify.annotations.NullMarked;
