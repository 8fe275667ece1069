/** Public legal service points, advisers, and the people who come for help (公共法律服务). */
@NullMarked
package cn.anlan.station;

import org.jspecify.annotations.NullMarked;
