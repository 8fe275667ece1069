package cn.anlan.entry;

import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Money;
import cn.anlan.entry.mark.PlaceOf;
import cn.anlan.entry.mark.Section;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An Entry type read once (登记表的样式): its fields in order and in sections, how to take an entry apart and how to build one.
 * Values of unfilled fields are null; flags are false and code sets empty instead.
 */
public final class Shape<E extends Entry> {
    private final Class<E> type;
    private final Entity entity;
    private final String room;
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, Field> byName = new LinkedHashMap<>();
    /** For each field the getters that lead to it from the entry. */
    private final List<List<MethodHandle>> paths = new ArrayList<>();
    private final Node root;

    private Shape(Class<E> type) {
        this.type = type;
        this.entity = type.getAnnotation(Entity.class);
        String home = type.getPackageName();
        this.room = home.substring(home.lastIndexOf('.') + 1);
        this.root = read(type, "", List.of());
        fields.forEach(field -> byName.put(field.name(), field));
        if (byName.size() != fields.size()) {
            throw new IllegalStateException("Two fields of one name in " + type);
        }
    }

    /** Reads a record type; throws {@link IllegalStateException} when it is not the record of an entity. */
    public static <E extends Entry> Shape<E> of(Class<E> type) {
        if (!type.isRecord() || !type.isAnnotationPresent(Entity.class)) {
            throw new IllegalStateException(type + " is not an @Entity record");
        }
        return new Shape<>(type);
    }

    /** A record class: its parts are fields or nested records. */
    private record Node(MethodHandle constructor, List<Part> parts) {}

    /** One component: a leaf (index into the fields) or a nested record. */
    private record Part(MethodHandle getter, int leaf, Class<?> leafType, @Nullable Node nested) {}

    private Node read(Class<?> record, String sectionOfRecord, List<MethodHandle> path) {
        try {
            var lookup = MethodHandles.privateLookupIn(record, MethodHandles.lookup());
            List<Part> parts = new ArrayList<>();
            String section = sectionOfRecord;
            RecordComponent[] components = record.getRecordComponents();
            for (RecordComponent component : components) {
                Section opened = component.getAnnotation(Section.class);
                section = opened == null ? section : opened.value();
                MethodHandle getter = lookup.unreflect(component.getAccessor()).asType(
                        MethodType.methodType(Object.class, Object.class));
                List<MethodHandle> longer = new ArrayList<>(path);
                longer.add(getter);
                if (component.getType().isRecord()) {
                    parts.add(new Part(getter, -1, component.getType(), read(component.getType(), snake(component.getName()), longer)));
                } else {
                    paths.add(longer);
                    fields.add(new Field(fields.size(), snake(component.getName()), section, typeOf(component), component));
                    parts.add(new Part(getter, fields.size() - 1, component.getType(), null));
                }
            }
            Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            MethodHandle constructor = lookup.findConstructor(record, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            return new Node(constructor, parts);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException("Cannot read " + record, closed);
        }
    }

    private static Type typeOf(RecordComponent component) {
        Class<?> type = component.getType();
        if (component.isAnnotationPresent(Coded.class)) {
            return type == Set.class ? Type.CODES : Type.CODE;
        } else if (component.isAnnotationPresent(PlaceOf.class)) {
            return Type.PLACE;
        } else if (component.isAnnotationPresent(Link.class)) {
            return Type.LINK;
        } else if (component.isAnnotationPresent(Money.class)) {
            return Type.MONEY;
        }
        Type plain = PLAIN.get(type);
        if (plain == null) {
            throw new IllegalStateException("No column for " + component);
        }
        return plain;
    }

    private static final Map<Class<?>, Type> PLAIN = Map.of(
            String.class, Type.TEXT, int.class, Type.INTEGER, Integer.class, Type.INTEGER, long.class, Type.INTEGER, Long.class, Type.INTEGER,
            LocalDate.class, Type.DATE, LocalDateTime.class, Type.TIME, boolean.class, Type.FLAG, Set.class, Type.CODES);

    private static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    public Class<E> type() {
        return type;
    }

    /** The register's name, e.g. {@code dispute}. */
    public String name() {
        return entity.value();
    }

    /** The room the register stands in, e.g. {@code mediation}. */
    public String room() {
        return room;
    }

    /** Every field, the house's own three first. */
    public List<Field> fields() {
        return fields;
    }

    /** The fields that say something about the office's business. */
    public List<Field> businessFields() {
        return fields.subList(Field.OWN, fields.size());
    }

    public Optional<Field> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The named field; throws {@link Refused} with a sentence when there is none. */
    public Field field(String name) {
        return find(name).orElseThrow(() -> Refused.of("entry.refused.no_field", label(), name));
    }

    /** The link to the owner, for a child register. */
    public Optional<Field> owner() {
        return fields.stream().filter(Field::linksToOwner).findFirst();
    }

    /** Set up by the office for its own use; see {@link Entity#tool()}. */
    public boolean isTool() {
        return entity.tool();
    }

    /** The day that decides whether an entry belongs to a period. */
    public Optional<Field> day() {
        return find(entity.day());
    }

    /** The register's Chinese name. */
    public String label() {
        return Text.of(room + "." + name());
    }

    /** The field's Chinese name. */
    public String label(Field field) {
        return Text.find(room + "." + name() + "." + field.name()).orElseGet(() -> Text.of("entry.field." + field.name()));
    }

    /** The section's Chinese name. */
    public String sectionLabel(String section) {
        return Text.find(room + "." + name() + ".section." + section).orElseGet(() -> Text.of("entry.section." + section));
    }

    /** The entry taken apart, one value per field. */
    public @Nullable Object[] values(E entry) {
        @Nullable Object[] values = new Object[fields.size()];
        take(root, entry, values);
        return values;
    }

    private void take(Node node, Object record, @Nullable Object[] values) {
        for (Part part : node.parts) {
            Object value = invoke(part.getter, record);
            if (part.nested == null) {
                values[part.leaf] = value instanceof Integer small ? (Object) small.longValue() : value;
            } else if (value != null) {
                take(part.nested, value, values);
            }
        }
    }

    /** One value of an entry. */
    public @Nullable Object get(E entry, Field field) {
        Object value = entry;
        for (MethodHandle getter : paths.get(field.index())) {
            value = value == null ? null : invoke(getter, value);
        }
        return value instanceof Integer small ? (Object) small.longValue() : value;
    }

    /** An entry of these values, one per field. */
    public E build(@Nullable Object[] values) {
        return type.cast(build(root, values));
    }

    private static Object build(Node node, @Nullable Object[] values) {
        @Nullable Object[] arguments = new Object[node.parts.size()];
        for (int i = 0; i < arguments.length; i++) {
            Part part = node.parts.get(i);
            arguments[i] = part.nested == null ? fit(values[part.leaf], part.leafType) : build(part.nested, values);
        }
        try {
            return node.constructor.invokeExact(arguments);
        } catch (Throwable broken) {
            throw new IllegalStateException("Cannot build from " + Arrays.toString(arguments), broken);
        }
    }

    private static @Nullable Object fit(@Nullable Object value, Class<?> wanted) {
        if (value == null) {
            return wanted == boolean.class ? Boolean.FALSE : wanted == int.class ? 0 : wanted == long.class ? 0L : wanted == Set.class ? Set.of() : null;
        }
        if (value instanceof Number number && (wanted == int.class || wanted == Integer.class)) {
            return Math.toIntExact(number.longValue());
        }
        return value instanceof Set<?> set && set.size() > 1 ? new LinkedHashSet<Object>(set.stream().sorted().toList()) : value;
    }

    private static @Nullable Object invoke(MethodHandle getter, Object record) {
        try {
            return getter.invokeExact(record);
        } catch (Throwable broken) {
            throw new IllegalStateException("Cannot read " + record.getClass(), broken);
        }
    }

    /** The same entry with some values replaced, by field name. */
    public E with(E entry, Map<String, ? extends @Nullable Object> changes) {
        @Nullable Object[] values = values(entry);
        changes.forEach((name, value) -> values[field(name).index()] = value);
        return build(values);
    }

    /** A new entry holding these values, by field name. */
    public E create(String id, Map<String, ? extends @Nullable Object> filled) {
        @Nullable Object[] values = new Object[fields.size()];
        values[0] = id;
        values[1] = 0L;
        filled.forEach((name, value) -> values[field(name).index()] = value);
        return build(values);
    }

    /** What a person calls this entry, e.g. 张三与李四邻里纠纷. */
    public String title(E entry, Display display) {
        @Nullable Object[] values = values(entry);
        return Arrays.stream(entity.title()).map(this::field)
                .map(field -> display.show(field, values[field.index()]))
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
    }
}
