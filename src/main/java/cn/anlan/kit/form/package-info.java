/** An entry as a form: one editor per field, errors at their fields, nothing typed is ever lost. */
@NullMarked
package cn.anlan.kit.form;

import org.jspecify.annotations.NullMarked;
