/** Villagers trained to bring law to neighbours, and what they do (法律明白人). */
@NullMarked
package cn.anlan.roster;

import org.jspecify.annotations.NullMarked;
