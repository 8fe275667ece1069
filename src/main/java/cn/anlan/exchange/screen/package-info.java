/** The post room on screen: period, check, seal, ledger. */
@NullMarked
package cn.anlan.exchange.screen;

import org.jspecify.annotations.NullMarked;
