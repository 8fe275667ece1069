/** The pages every office has, whatever registers it keeps: first run, workbench, find, bin, journal, settings, help. */
@NullMarked
package cn.anlan.app.page;

import org.jspecify.annotations.NullMarked;
