package cn.anlan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A test that paints on the stage TestFX gives it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnScreen
@ExtendWith({ApplicationExtension.class, UiTest.InFront.class})
public @interface UiTest {

    /** What was shown has the keyboard: under JavaFX 20 a window without a screen gets it only when it asks. */
    final class InFront implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> List.copyOf(Window.getWindows()).forEach(Window::requestFocus));
            WaitForAsyncUtils.waitForFxEvents(1);
        }
    }
}
