/** What leaves the house for the county and what comes back (上报): bundles sealed, checked and noted in the ledger. */
@NullMarked
package cn.anlan.exchange;

import org.jspecify.annotations.NullMarked;
