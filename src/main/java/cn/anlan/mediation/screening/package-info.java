/** Looking for quarrels before they break out (排查). */
@NullMarked
package cn.anlan.mediation.screening;

import org.jspecify.annotations.NullMarked;
