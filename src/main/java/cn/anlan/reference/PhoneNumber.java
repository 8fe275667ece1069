package cn.anlan.reference;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A telephone number as offices write it (联系电话): mobile, landline with or without area code, or the word for none. */
public record PhoneNumber(String number) {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("(0\\d{2,3}-?)?\\d{7,8}(-\\d{1,5})?");
    /** What stands on a form for a person without a telephone. */
    private static final String NONE = "无";

    public boolean isRight() {
        return MOBILE.matcher(number).matches() || LANDLINE.matcher(number).matches() || number.equals(NONE);
    }

    /** The constraint; an empty value is another rule's matter. */
    public static final class Form implements ConstraintValidator<Phone, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || new PhoneNumber(value).isRight();
        }
    }
}
