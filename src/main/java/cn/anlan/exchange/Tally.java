package cn.anlan.exchange;

import cn.anlan.entry.Field;
import cn.anlan.entry.Period;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The totals of one register (台账统计), counted while its lines go by: all, those of the period, and both by each code the list shows. */
final class Tally {
    private static final int DAY = 10;

    private final Shape<?> shape;
    private final CodeBook codes;
    private final String from;
    private final String to;
    private final int day;
    private final List<Field> coded = new ArrayList<>();
    private final List<Map<String, Sum>> sums = new ArrayList<>();
    private final Sum total = new Sum();

    Tally(Shape<?> shape, CodeBook codes, Period period) {
        this.shape = shape;
        this.codes = codes;
        this.from = period.from().toString();
        this.to = period.to().toString();
        this.day = shape.day().map(Field::index).orElse(-1);
        for (Field field : shape.businessFields()) {
            if (field.isListed() && field.type() == Type.CODE) {
                coded.add(field);
                sums.add(new TreeMap<>());
            }
        }
    }

    private static final class Sum {
        private long all;
        private long inPeriod;

        void add(boolean isInPeriod) {
            all++;
            inPeriod += isInPeriod ? 1 : 0;
        }
    }

    void count(RecordLines.Cells row) {
        boolean inPeriod = day >= 0 && isInPeriod(row.text(day));
        total.add(inPeriod);
        for (int i = 0; i < sums.size(); i++) {
            String code = row.text(coded.get(i).index());
            if (code != null) {
                sums.get(i).computeIfAbsent(code, fresh -> new Sum()).add(inPeriod);
            }
        }
    }

    private boolean isInPeriod(@Nullable String moment) {
        String date = moment == null ? "" : moment.substring(0, Math.min(DAY, moment.length()));
        return date.compareTo(from) >= 0 && date.compareTo(to) <= 0;
    }

    long total() {
        return total.all;
    }

    /** {@code in_period} is null for a register without a day of its own. */
    ObjectNode json() {
        ObjectNode json = put(Json.object().put("entity", shape.name()).put("label", shape.label()), total);
        ArrayNode by = json.putArray("by");
        for (int i = 0; i < sums.size(); i++) {
            Field field = coded.get(i);
            Map<String, String> labels = codes.labels(field.codeList().orElseThrow());
            ArrayNode values = by.addObject().put("field", field.name()).put("label", shape.label(field)).putArray("values");
            sums.get(i).forEach((code, sum) ->
                    put(values.addObject().put("code", code).put("label", labels.getOrDefault(code, code)), sum));
        }
        return json;
    }

    private ObjectNode put(ObjectNode json, Sum sum) {
        return json.put("total", sum.all).put("in_period", day < 0 ? null : sum.inPeriod);
    }
}
