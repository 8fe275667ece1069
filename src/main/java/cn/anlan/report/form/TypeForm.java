package cn.anlan.report.form;

import cn.anlan.reference.Code;
import cn.anlan.reference.CodeLists;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The types of dispute a ministry's form has (类型栏), and which of ours count in each. A code list of the form's own says so: a code without
 * parent is a column, one with a parent counts there; a code it does not know counts where the code above it does.
 */
final class TypeForm {
    private static final String TYPES = "dispute_type_sf";

    private final CodeLists codes;
    private final String list;

    TypeForm(CodeLists codes, String list) {
        this.codes = codes;
        this.list = list;
    }

    /** Each column's code list entry with our codes that count in it, in the form's order. */
    Map<Code, Set<String>> columns() {
        Map<String, Set<String>> counted = new LinkedHashMap<>();
        codes.all(TYPES).forEach(type -> counted.computeIfAbsent(column(type), column -> new TreeSet<>()).add(type.code()));
        Map<Code, Set<String>> columns = new LinkedHashMap<>();
        codes.all(list).stream().filter(code -> code.parent() == null)
                .forEach(code -> columns.put(code, counted.getOrDefault(code.code(), Set.of())));
        return columns;
    }

    private String column(Code type) {
        return codes.find(list, type.code()).map(known -> known.parent() == null ? known.code() : known.parent())
                .or(() -> codes.find(TYPES, type.parent()).map(this::column)).orElse("");
    }
}
