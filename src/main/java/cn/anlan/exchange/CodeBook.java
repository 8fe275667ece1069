package cn.anlan.exchange;

import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.reference.Code;
import cn.anlan.reference.Place;
import cn.anlan.store.Query;
import cn.anlan.store.Registers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The code lists and places a bundle carries (随包代码表), as they stand in the snapshot the bundle is made of. */
final class CodeBook {
    private static final int VERSION_DIGITS = 16;

    private final SequencedMap<String, List<Code>> lists = new TreeMap<>();
    private final List<Place> places = new ArrayList<>();

    /** Reads them; inside the snapshot. */
    CodeBook(Registers registers) {
        registers.of(Code.class).each(Query.all(), code -> lists.computeIfAbsent(code.list(), list -> new ArrayList<>()).add(code));
        lists.values().forEach(codes -> codes.sort(Comparator.comparingInt(Code::sort).thenComparing(Code::code)));
        registers.of(Place.class).each(Query.all(), places::add);
        places.sort(Comparator.comparing(Place::code));
    }

    /** The labels of a list by code. */
    Map<String, String> labels(String list) {
        Map<String, String> labels = new HashMap<>();
        lists.getOrDefault(list, List.of()).forEach(code -> labels.put(code.code(), code.label()));
        return labels;
    }

    /** The labels of a list as they stand in a line, each made once for all lines. */
    Map<String, byte[]> quotedLabels(String list) {
        Map<String, byte[]> quoted = new HashMap<>();
        labels(list).forEach((code, label) -> quoted.put(code, Json.quoted(label).getBytes(StandardCharsets.UTF_8)));
        return quoted;
    }

    /** The documents of the lists these registers use, by path; the place tree is one of them. */
    SequencedMap<String, ObjectNode> documents(List<? extends Shape<?>> shapes) {
        SequencedMap<String, ObjectNode> documents = new TreeMap<>();
        for (Shape<?> shape : shapes) {
            shape.fields().stream().map(Field::codeList).flatMap(Optional::stream)
                    .forEach(list -> documents.computeIfAbsent(path(list), path -> document(list)));
        }
        documents.put(path("place_level"), document("place_level"));
        documents.put(path("place"), places());
        return documents;
    }

    private static String path(String list) {
        return "codes/" + list + ".json";
    }

    private ObjectNode document(String list) {
        List<Code> codes = lists.getOrDefault(list, List.of());
        ArrayNode lines = Json.object().arrayNode();
        for (Code code : codes) {
            lines.add(Json.object().put("code", code.code()).put("label", code.label()).put("parent", code.parent()).put("sort", code.sort())
                    .put("valid_from", day(code.validFrom())).put("valid_to", day(code.validTo())).put("local", code.local()));
        }
        return document(list, codes.stream().map(Code::validFrom).toList(), lines);
    }

    private ObjectNode places() {
        ArrayNode lines = Json.object().arrayNode();
        for (Place place : places) {
            lines.add(Json.object().put("code", place.code()).put("label", place.name()).put("level", place.level()).put("parent", place.parent())
                    .put("urban_rural_class", place.urbanRuralClass()).put("valid_from", day(place.validFrom()))
                    .put("valid_to", day(place.validTo())).put("replaced_by", place.replacedBy()).put("sample", place.sample()));
        }
        return document("place", places.stream().map(Place::validFrom).toList(), lines);
    }

    /** A list's version is the day its newest code came into force; a list without such days goes by its content. */
    private static ObjectNode document(String list, List<@Nullable LocalDate> inForce, ArrayNode lines) {
        String version = inForce.stream().filter(Objects::nonNull).max(Comparator.naturalOrder()).map(LocalDate::toString)
                .orElseGet(() -> Bag.sha256(Json.pretty(lines)).substring(0, VERSION_DIGITS));
        ObjectNode document = Json.object().put("list", list).put("version", version);
        document.set("codes", lines);
        return document;
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
