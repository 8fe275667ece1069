package cn.anlan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test that paints, in a window it opens itself. Where the machine cannot lay out text (no libpangoft2) it is skipped with a loud word,
 * or fails when {@code -Dui.required=true} says that skipping is no excuse. There is one screen, so one such test at a time; others run beside it.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Tag("ui")
@ResourceLock("screen")
@ExtendWith(OnScreen.CanPaint.class)
public @interface OnScreen {

    /** Whether this machine can paint without a screen. */
    final class CanPaint implements ExecutionCondition {
        private static final String LIBRARY = "libpangoft2-1.0.so.0";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (!System.getProperty("os.name").startsWith("Linux") || isThere()) {
                return ConditionEvaluationResult.enabled("can paint");
            }
            String why = "UI TESTS NOT RUN: " + LIBRARY + " is missing; install libpangoft2-1.0-0";
            if (Boolean.getBoolean("ui.required")) {
                throw new IllegalStateException(why);
            }
            return ConditionEvaluationResult.disabled(why);
        }

        private static boolean isThere() {
            try (var arena = Arena.ofConfined()) {
                SymbolLookup.libraryLookup(LIBRARY, arena);
                return true;
            } catch (IllegalArgumentException missing) {
                return false;
            }
        }
    }
}
