package cn.anlan.reference;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.entry.Type;
import cn.anlan.entry.Violation;
import cn.anlan.entry.mark.Soft;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;

/** Checks one entry against what its fields demand (字段校验): constraints, code lists, the place tree, clean text. */
public final class Checks {
    private final CodeLists codes;
    private final Places places;
    private final Clock clock;
    private volatile @Nullable Validator validator;

    /** The clock's zone is the office's: Asia/Shanghai. */
    public Checks(CodeLists codes, Places places, Clock clock) {
        this.codes = codes;
        this.places = places;
        this.clock = clock;
    }

    /** Starts Hibernate Validator ahead of its first use; a tenth of a second nobody should wait for. */
    public void warm() {
        validator();
    }

    /** Everything wrong with the fields of an entry, in the order of the form; {@code before} is the stored entry when there is one. */
    public <E extends Entry> List<Violation> check(Shape<E> shape, E entry, @Nullable E before) {
        List<Violation> wrong = new ArrayList<>();
        @Nullable Object[] values = shape.values(entry);
        @Nullable Object[] old = before == null ? null : shape.values(before);
        for (ConstraintViolation<E> violation : validator().validate(entry)) {
            wrong.add(sentence(shape, violation));
        }
        for (Field field : shape.businessFields()) {
            Object value = values[field.index()];
            boolean changed = old == null || !Objects.equals(value, old[field.index()]);
            if (value != null && changed) {
                lookUp(shape, field, value, wrong);
            }
        }
        wrong.sort(Comparator.comparingInt(v -> v.field() == null ? Integer.MAX_VALUE : shape.field(v.field()).index()));
        return wrong;
    }

    private <E extends Entry> void lookUp(Shape<E> shape, Field field, Object value, List<Violation> wrong) {
        if (value instanceof String text && !FreeText.isClean(text)) {
            wrong.add(refusal(shape, field, "control_characters"));
        }
        if (field.type() == Type.CODE || field.type() == Type.CODES) {
            String list = field.codeList().orElseThrow();
            Collection<?> chosen = value instanceof Collection<?> many ? many : List.of(value);
            for (Object code : chosen) {
                if (!codes.allows(list, String.valueOf(code), LocalDate.now(clock))) {
                    wrong.add(refusal(shape, field, "unknown_code", code));
                }
            }
        } else if (field.type() == Type.PLACE) {
            boolean known = places.find((String) value)
                    .filter(place -> field.placeLevels().isEmpty() || field.placeLevels().contains(place.level())).isPresent();
            if (!known) {
                wrong.add(refusal(shape, field, "unknown_place", value));
            }
        }
    }

    private static Violation refusal(Shape<?> shape, Field field, String key, Object... more) {
        Object[] args = new Object[more.length + 1];
        args[0] = shape.label(field);
        System.arraycopy(more, 0, args, 1, more.length);
        return Violation.hard(field.name(), Text.of("reference.refused." + key, args));
    }

    private static <E extends Entry> Violation sentence(Shape<E> shape, ConstraintViolation<E> violation) {
        String path = violation.getPropertyPath().toString();
        String leaf = path.substring(path.lastIndexOf('.') + 1).replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        Field field = shape.field(leaf);
        var constraint = violation.getConstraintDescriptor();
        Map<String, Object> limits = constraint.getAttributes();
        String sentence = Text.of("reference.refused." + constraint.getAnnotation().annotationType().getSimpleName(), shape.label(field),
                limits.getOrDefault("max", limits.getOrDefault("value", "")), limits.getOrDefault("min", ""));
        Set<?> payload = constraint.getPayload();
        return new Violation(field.name(), sentence, payload.contains(Soft.class));
    }

    private Validator validator() {
        Validator ready = validator;
        if (ready == null) {
            synchronized (this) {
                ready = validator;
                if (ready == null) {
                    ready = Validation.byProvider(HibernateValidator.class).configure()
                            .messageInterpolator(new NoMessages()).clockProvider(() -> clock)
                            .buildValidatorFactory().getValidator();
                    validator = ready;
                }
            }
        }
        return ready;
    }

    /** Our sentences come from the texts; the validator's own messages are never built. */
    private static final class NoMessages implements MessageInterpolator {
        @Override
        public String interpolate(String template, Context context) {
            return "";
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return "";
        }
    }
}
