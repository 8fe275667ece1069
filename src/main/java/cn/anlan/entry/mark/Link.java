package cn.anlan.entry.mark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The id of an entry of another register; a link to the owner makes this a child (子表) edited inside its owner's page. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Link {
    String value();

    boolean owner() default false;
}
