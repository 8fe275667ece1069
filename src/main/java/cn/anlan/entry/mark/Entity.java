package cn.anlan.entry.mark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the register an Entry belongs to: the same word in table, command line and bundle. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Entity {
    String value();

    /** The fields whose values, one after the other, name an entry to a person, e.g. in a list of hits. */
    String[] title();

    /** The day an entry belongs to when the county asks for a period; empty where there is none. */
    String day() default "";

    /** False for what is typed on one screen and taken apart by a desk: it has no table and is never stored itself. */
    boolean stored() default true;

    /** True for what an office sets up for its own use (code lists, phrases, number series): it is no work, is not counted and stays at home. */
    boolean tool() default false;
}
