package cn.anlan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** A test that paints on the stage TestFX gives it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnScreen
@ExtendWith(ApplicationExtension.class)
public @interface UiTest {
}
