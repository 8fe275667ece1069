package cn.anlan.command.part;

import cn.anlan.app.Wiring;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Mask;
import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Shape;
import cn.anlan.store.Journal;
import cn.anlan.store.Register;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Personal data on the command line (脱敏): masked in a locked store, unless one who may see it says what for, which is journaled. */
public final class Unmasking {
    @Option(names = "--purpose", paramLabel = "TEXT")
    private @Nullable String purpose;

    /** Whether the entries of a register may be given out in full; notes it when they are. */
    public boolean isFull(Wiring wiring, Register<?> register) {
        if (wiring.doorkeeper().access().ring().isEmpty()) {
            return true;
        } else if (purpose == null) {
            return false;
        }
        wiring.registers().require(Act.REVEAL, register.name());
        wiring.journal().note(Journal.Action.REVEAL, Journal.Subject.register(register.name()), purpose);
        return true;
    }

    /** What it is for, as she said; {@code otherwise} when she said nothing. */
    public String purpose(String otherwise) {
        return purpose == null || purpose.isBlank() ? otherwise : purpose;
    }

    /** How an entry is given out. */
    public <E extends Entry> UnaryOperator<E> over(Wiring wiring, Register<E> register) {
        return isFull(wiring, register) ? UnaryOperator.identity() : entry -> masked(register.shape(), entry);
    }

    private static <E extends Entry> E masked(Shape<E> shape, E entry) {
        Map<String, @Nullable Object> masked = new HashMap<>();
        for (Field field : shape.fields()) {
            Object value = shape.get(entry, field);
            if (field.sensitivity().isPresent() && value != null) {
                masked.put(field.name(), Mask.of(field, value.toString()));
            }
        }
        return shape.with(entry, masked);
    }
}
