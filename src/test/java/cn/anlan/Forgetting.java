package cn.anlan;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets go of what a class of tests kept in its static fields once its last test is over. A house with its window is some two hundred megabytes;
 * kept until the end of the suite, a dozen of them leave the last tests nothing to live on.
 */
public final class Forgetting implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) throws IllegalAccessException {
        for (Field field : kept(context.getRequiredTestClass())) {
            field.setAccessible(true);
            field.set(null, null);
        }
    }

    private static List<Field> kept(Class<?> tests) {
        return Arrays.stream(tests.getDeclaredFields()).filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> !Modifier.isFinal(field.getModifiers()) && !field.getType().isPrimitive()).toList();
    }
}
