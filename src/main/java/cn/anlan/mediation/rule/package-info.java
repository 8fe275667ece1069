/** What the office demands of one entry of the mediation room, across its fields (调解登记的勾稽规则). */
@NullMarked
package cn.anlan.mediation.rule;

import org.jspecify.annotations.NullMarked;
