package cn.anlan.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The code lists (代码表) as they stand in the store: an old record keeps its label, a new one gets only codes in force. */
public final class CodeLists {
    private volatile Map<String, Map<String, Code>> lists = Map.of();
    /** list/code of those that only head other codes; children added in this county leave their parent a choice. */
    private volatile Set<String> headings = Set.of();

    /** Takes these codes instead of the ones known so far. */
    public void reload(List<Code> codes) {
        Map<String, Map<String, Code>> fresh = new LinkedHashMap<>();
        codes.stream().filter(code -> code.voidReason() == null)
                .sorted(Comparator.comparing(Code::list).thenComparing(Code::sort).thenComparing(Code::code))
                .forEach(code -> fresh.computeIfAbsent(code.list(), list -> new LinkedHashMap<>()).put(code.code(), code));
        lists = fresh;
        headings = codes.stream().filter(code -> code.parent() != null && !code.local())
                .map(code -> code.list() + "/" + code.parent()).collect(Collectors.toSet());
    }

    public Optional<Code> find(String list, @Nullable String code) {
        return Optional.ofNullable(code).map(lists.getOrDefault(list, Map.of())::get);
    }

    /** The label, or the bare code when the list does not know it. */
    public String label(String list, String code) {
        return find(list, code).map(Code::label).orElse(code);
    }

    /** The code whose label, or whose very text, this is. */
    public Optional<String> read(String list, String written) {
        Map<String, Code> codes = lists.getOrDefault(list, Map.of());
        if (codes.containsKey(written)) {
            return Optional.of(written);
        }
        return codes.values().stream().filter(code -> code.label().equals(written)).map(Code::code).findFirst();
    }

    /** The codes of a list one may choose on a day: in force, and no mere heading of others. */
    public List<Code> choices(String list, LocalDate day) {
        return lists.getOrDefault(list, Map.of()).values().stream().filter(code -> isChoice(code, day)).toList();
    }

    /** Whether a code may be chosen on a day. */
    public boolean allows(String list, String code, LocalDate day) {
        return find(list, code).filter(known -> isChoice(known, day)).isPresent();
    }

    /** Every code a list ever had. */
    public List<Code> all(String list) {
        return List.copyOf(lists.getOrDefault(list, Map.of()).values());
    }

    private boolean isChoice(Code code, LocalDate day) {
        return !headings.contains(code.list() + "/" + code.code())
                && (code.validFrom() == null || !day.isBefore(code.validFrom()))
                && (code.validTo() == null || !day.isAfter(code.validTo()));
    }
}
