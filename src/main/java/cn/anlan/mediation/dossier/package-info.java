/** The dossier of a dispute: which papers it needs, the scans of them, and the shelf it ends on. */
@NullMarked
package cn.anlan.mediation.dossier;

import org.jspecify.annotations.NullMarked;
