/** What the house survives: kills, power cuts, full disks and changed bytes, again and again, and what was looked at afterwards. */
@NullMarked
package cn.anlan.bench.crash;

import org.jspecify.annotations.NullMarked;
