package cn.anlan.reference;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** A unified social credit code (统一社会信用代码, GB 32100-2015): 17 characters and a check character modulo 31. */
public record CreditCodeNumber(String code) {
    private static final String SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** 18 characters of the standard's alphabet, the last one fitting. */
    public boolean isRight() {
        return code.length() == 18 && code.chars().allMatch(c -> SYMBOLS.indexOf(c) >= 0) && code.charAt(17) == check(code);
    }

    /** The check character for the first 17. */
    public static char check(String seventeen) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += SYMBOLS.indexOf(seventeen.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return SYMBOLS.charAt((31 - sum % 31) % 31);
    }

    /** The constraint; an empty value is another rule's matter. */
    public static final class Form implements ConstraintValidator<CreditCode, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || new CreditCodeNumber(value).isRight();
        }
    }
}
