/** Panes of the settings in which the house is looked after: backups, handing over. */
@NullMarked
package cn.anlan.app.page.upkeep;

import org.jspecify.annotations.NullMarked;
