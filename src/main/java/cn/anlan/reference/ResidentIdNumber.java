package cn.anlan.reference;

import cn.anlan.entry.Period;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A resident ID number (公民身份号码, GB 11643-1999): 6 area + 8 birth date + 3 sequence (odd = male) + 1 check character. */
public record ResidentIdNumber(String number) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** The number behind what was typed or pasted: blanks, dashes and marks nobody sees dropped, full-width digits and a small x made ordinary. */
    public static String normalise(String typed) {
        var plain = new StringBuilder();
        typed.codePoints().map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '-' && Character.getType(c) != Character.FORMAT)
                .forEach(plain::appendCodePoint);
        return plain.toString().toUpperCase(Locale.ROOT);
    }

    /** Length, characters and a birth date between 1900 and today (Asia/Shanghai). */
    public boolean isWellFormed() {
        return number.matches("\\d{17}[\\dX]") && birth().isPresent();
    }

    public boolean hasRightCheck() {
        return number.length() == 18 && number.charAt(17) == check(number);
    }

    /** The check character for the first 17 digits. */
    public static char check(String seventeen) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += Character.digit(seventeen.charAt(i), 10) * WEIGHTS[i];
        }
        return CHECKS.charAt(Math.floorMod(sum, 11));
    }

    /** The birth date, if the eight digits are one. */
    public Optional<LocalDate> birth() {
        try {
            LocalDate born = LocalDate.of(digits(6, 10), digits(10, 12), digits(12, 14));
            boolean plausible = born.getYear() >= 1900 && !born.isAfter(LocalDate.now(Period.ZONE));
            return plausible ? Optional.of(born) : Optional.empty();
        } catch (DateTimeException | NumberFormatException | StringIndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    /** GB/T 2261.1: 1 male, 2 female. */
    public String sex() {
        return Character.digit(number.charAt(16), 10) % 2 == 1 ? "1" : "2";
    }

    /** The number stands for another person than one of this sex and birth date; unstated ones contradict nothing. */
    public boolean contradicts(@Nullable String sex, @Nullable LocalDate birthDate) {
        if (!isWellFormed()) {
            return false;
        }
        boolean otherSex = ("1".equals(sex) || "2".equals(sex)) && !sex().equals(sex);
        return otherSex || birthDate != null && !birthDate.equals(birth().orElseThrow());
    }

    private int digits(int from, int to) {
        return Integer.parseInt(number.substring(from, to));
    }

    /** Checks the form; an empty value is another rule's matter. */
    public static final class Form implements ConstraintValidator<ResidentId, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || new ResidentIdNumber(value).isWellFormed();
        }
    }

    /** Checks the last character of a well-formed number. */
    public static final class CheckDigit implements ConstraintValidator<ResidentIdChecked, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || !new ResidentIdNumber(value).isWellFormed() || new ResidentIdNumber(value).hasRightCheck();
        }
    }
}
