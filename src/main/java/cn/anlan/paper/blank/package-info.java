/** Documents with blanks to fill in (模板填空): one engine, whatever the document is written in. */
@NullMarked
package cn.anlan.paper.blank;

import org.jspecify.annotations.NullMarked;
