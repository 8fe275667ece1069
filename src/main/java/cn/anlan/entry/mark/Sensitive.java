package cn.anlan.entry.mark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Personal information (个人信息保护法 art. 28): shown masked unless someone asks to see it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Sensitive {
    Kind value();

    /** How a sensitive value is masked. */
    enum Kind {
        ID_NUMBER,
        PHONE,
        ADDRESS
    }
}
