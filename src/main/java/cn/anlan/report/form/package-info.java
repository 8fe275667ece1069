/** What reports look like: rows and columns of conditions over the facts of cases. */
@NullMarked
package cn.anlan.report.form;

import org.jspecify.annotations.NullMarked;
