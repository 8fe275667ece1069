package cn.anlan.command;

import cn.anlan.app.Wiring;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.command.part.Unmasking;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Register;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan save} (保存): stores entries written as JSON by the same rules as the screen, all of them or none. */
@Command(name = "save")
final class SaveCommand extends StoreCommand {
    private static final String ID = "id";
    private static final String VOID_REASON = "void_reason";

    @Parameters(paramLabel = "REGISTER")
    private String register = "";

    @Option(names = "--json", paramLabel = "FILE", required = true)
    private String json = "";

    @Option(names = "--reason", paramLabel = "TEXT")
    private @Nullable String reason;

    @Mixin
    private Unmasking unmasking = new Unmasking();

    @Override
    protected int run(Wiring wiring) throws IOException {
        List<Map<String, Object>> objects = EntryJson.readAll(read(json));
        saveAll(wiring, wiring.registers().named(register), objects);
        return DONE;
    }

    private <E extends Entry> void saveAll(Wiring wiring, Register<E> entries, List<Map<String, Object>> objects) {
        List<E> stored = wiring.registers().together(() -> {
            List<E> done = new ArrayList<>();
            for (Map<String, Object> object : objects) {
                done.add(save(entries, EntryJson.values(entries.shape(), object), wiring.initial().values(entries.shape())));
            }
            return done;
        });
        UnaryOperator<E> shown = unmasking.over(wiring, entries);
        stored.forEach(entry -> out().println(EntryJson.write(entries.shape(), shown.apply(entry))));
    }

    private <E extends Entry> E save(Register<E> entries, Map<String, @Nullable Object> written, Map<String, @Nullable Object> initial) {
        Optional<E> known = Optional.ofNullable(written.get(ID)).flatMap(id -> entries.find(id.toString()));
        Map<String, @Nullable Object> values = new HashMap<>(known.isPresent() ? Map.of() : initial);
        values.putAll(written);
        List.of(ID, "revision").forEach(own -> values.remove(own, null));
        boolean wantsVoid = values.containsKey(VOID_REASON);
        Object voidReason = values.remove(VOID_REASON);
        Map<String, @Nullable Object> claimed = claimed(entries.shape(), known.orElse(null), values, initial);
        if (known.isPresent() && wantsVoid && voidReason == null && known.get().voidReason() != null) {
            return entries.restore(known.get().id());
        }
        E entry = known.isPresent() ? entries.shape().with(known.get(), values)
                : values.get(ID) == null ? entries.create(values) : entries.shape().create(values.get(ID).toString(), values);
        E stored = entries.save(entry, reason);
        claimed.forEach((name, value) -> {
            Field field = entries.shape().field(name);
            refuseUnlessSame(entries.shape(), field, entries.shape().get(stored, field), value);
        });
        return voidReason == null ? stored : entries.annul(stored.id(), voidReason.toString());
    }

    /**
     * What the house fills in by itself may be repeated, not changed. Where it fills in only while storing, what was written is taken out here
     * and compared afterwards.
     */
    private static <E extends Entry> Map<String, @Nullable Object> claimed(Shape<E> shape, @Nullable E known, Map<String, @Nullable Object> values,
            Map<String, @Nullable Object> initial) {
        Map<String, @Nullable Object> claimed = new HashMap<>();
        for (Field field : shape.businessFields()) {
            if (field.isDerived() && values.containsKey(field.name())) {
                if (known != null || initial.containsKey(field.name())) {
                    refuseUnlessSame(shape, field, known == null ? initial.get(field.name()) : shape.get(known, field), values.get(field.name()));
                } else {
                    claimed.put(field.name(), values.remove(field.name()));
                }
            }
        }
        return claimed;
    }

    private static void refuseUnlessSame(Shape<?> shape, Field field, @Nullable Object filledIn, @Nullable Object written) {
        if (!Objects.equals(field.type().toColumn(filledIn), field.type().toColumn(written))) {
            throw Refused.field(field.name(), "command.refused.derived", shape.label(field));
        }
    }
}
