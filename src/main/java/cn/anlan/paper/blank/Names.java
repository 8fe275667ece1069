package cn.anlan.paper.blank;

import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.store.Registers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names templates may use (占位符表): what a template is checked against before anything is filled in. */
public final class Names {
    private final Registers registers;
    private final Map<String, String> ofRegisters;
    private final Map<String, Set<String>> ofWords;

    /**
     * {@code ofRegisters} says which register's fields stand under a name, {@code ofWords} which words of our own. A register this store does
     * not keep is passed over.
     */
    public Names(Registers registers, Map<String, String> ofRegisters, Map<String, Set<String>> ofWords) {
        this.registers = registers;
        this.ofRegisters = new LinkedHashMap<>(ofRegisters);
        this.ofRegisters.values().removeIf(register -> shape(register).isEmpty());
        this.ofWords = ofWords;
    }

    private Optional<Shape<?>> shape(String register) {
        return registers.all().stream().filter(known -> known.name().equals(register)).<Shape<?>>map(known -> known.shape()).findFirst();
    }

    /** Whether a blank means something. */
    boolean know(Blank blank) {
        if (blank.path().isEmpty()) {
            return blank.kind() != Blank.Kind.VALUE && blank.code() == null && (ofRegisters.containsKey(blank.name()) || ofWords.containsKey(blank.name()));
        } else if (blank.path().equals("index")) {
            return blank.kind() == Blank.Kind.VALUE && (ofRegisters.containsKey(blank.name()) || ofWords.containsKey(blank.name()));
        }
        String register = ofRegisters.get(blank.name());
        return register == null ? ofWords.getOrDefault(blank.name(), Set.of()).contains(blank.path()) : know(register, blank.path());
    }

    private boolean know(String register, String path) {
        int dot = path.indexOf('.');
        Optional<Field> field = shape(register).flatMap(shape -> shape.find(dot < 0 ? path : path.substring(0, dot)));
        return field.isPresent() && (dot < 0 || field.get().linked().filter(linked -> know(linked, path.substring(dot + 1))).isPresent());
    }

    /** Every name, for a sentence that says what there is. */
    Set<String> all() {
        Set<String> all = new TreeSet<>(ofRegisters.keySet());
        all.addAll(ofWords.keySet());
        return all;
    }

    /** Every blank that may be written under a name, with what it means. */
    public Map<String, String> blanks() {
        Map<String, String> blanks = new LinkedHashMap<>();
        ofRegisters.forEach((name, register) -> shape(register).ifPresent(shape -> shape.businessFields()
                .forEach(field -> blanks.put("{{" + name + "." + field.name() + "}}", shape.label() + " " + shape.label(field)))));
        ofWords.forEach((name, words) -> words.stream().sorted().forEach(word -> blanks.put("{{" + name + "." + word + "}}", "")));
        return blanks;
    }
}
