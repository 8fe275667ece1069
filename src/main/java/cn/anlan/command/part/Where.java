package cn.anlan.command.part;

import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import cn.anlan.store.Query;
import cn.anlan.store.Query.Op;
import cn.anlan.store.Registers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One condition as written on the command line (筛选条件): {@code field=value}, {@code field~text}, {@code field>=v}, {@code field<=v}. */
public record Where(String field, String sign, String value) {
    private static final Pattern WRITTEN = Pattern.compile("\\s*([a-z][a-z0-9_]*)\\s*(>=|<=|=|~)(.*)", Pattern.DOTALL);

    /** Empty when the text is no condition. */
    public static Optional<Where> parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches() ? Optional.of(new Where(parts.group(1), parts.group(2), parts.group(3).strip())) : Optional.empty();
    }

    /** The query narrowed by this condition. A place followed by ~ means that place and all below it; no value after = means unfilled. */
    public Query narrow(Query query, Shape<?> shape, Registers registers) {
        Field column = shape.field(field);
        if (sign.equals("~")) {
            return column.type() == Type.PLACE ? query.where(field, Op.STARTS, registers.read(shape, column, value))
                    : query.where(field, Op.CONTAINS, value);
        } else if (value.isEmpty()) {
            return query.where(field, Op.EMPTY, null);
        } else if (column.type() == Type.CODES) {
            return query.where(field, Op.HAS_CODE, code(shape, column, registers));
        }
        Object wanted = registers.read(shape, column, value);
        return query.where(field, sign.equals("=") ? Op.IS : sign.equals(">=") ? Op.FROM : Op.TO, wanted);
    }

    private String code(Shape<?> shape, Field column, Registers registers) {
        return registers.read(shape, column, value) instanceof Iterable<?> codes && codes.iterator().hasNext()
                ? String.valueOf(codes.iterator().next()) : value;
    }
}
