/** Dossiers on screen: the tab of the case page, the inbox, the archive. */
@NullMarked
package cn.anlan.mediation.screen.dossier;

import org.jspecify.annotations.NullMarked;
