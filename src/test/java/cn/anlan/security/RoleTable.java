package cn.anlan.security;

import cn.anlan.entry.Field;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The table "Who may do what" of the README, read as it is printed there: the oracle of all tests of roles. */
public final class RoleTable {
    private static final Path README = Path.of("README.md");
    private static final Set<String> LISTS = Set.of("code", "place", "committee", "mediator", "village", "phrase", "case_series");
    private static final String CASE = "dispute";

    private final List<Role> order = new ArrayList<>();
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    public RoleTable() {
        boolean inside = false;
        for (String line : lines()) {
            inside = line.startsWith("## ") ? line.equals("## Who may do what") : inside;
            if (inside && line.startsWith("|") && !line.startsWith("|---")) {
                List<String> cells = Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1)).map(String::strip).toList();
                if (order.isEmpty()) {
                    cells.stream().skip(1).forEach(cell -> order.add(Role.of(cell.substring(cell.indexOf('`') + 1, cell.lastIndexOf('`')))));
                } else {
                    rows.put(cells.get(0), cells.subList(1, cells.size()));
                }
            }
        }
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(README);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The deeds in the first column. */
    public Set<String> deeds() {
        return rows.keySet();
    }

    public List<Role> roles() {
        return order;
    }

    /** What stands in the table for a deed and a role. */
    public String cell(String deed, Role role) {
        return rows.get(deed).get(order.indexOf(role));
    }

    /** The registers a deed is open for. */
    public Set<String> registers(String deed, Role role, Registers all) {
        Set<String> names = all.all().stream().map(Register::name).collect(Collectors.toCollection(LinkedHashSet::new));
        return switch (cell(deed, role)) {
            case "–" -> Set.of();
            case "✓", "everything", "everything, masked" -> names;
            case "her own cases" -> ofACase(all);
            case "her own cases; lists to fill them in from" -> {
                Set<String> both = ofACase(all);
                both.addAll(LISTS);
                yield both;
            }
            case "attachments, scans" -> Set.of("attachment", "scan", "dispute_document");
            case "places, code lists", "places and code lists; no case" -> Set.of("place", "code");
            default -> throw new IllegalStateException("What is “" + cell(deed, role) + "”?");
        };
    }

    /** The disputes and whatever hangs on them, as the shapes say. */
    private static Set<String> ofACase(Registers all) {
        return all.all().stream().filter(register -> hangsOnACase(all, register)).map(Register::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean hangsOnACase(Registers all, Register<?> register) {
        return register.name().equals(CASE) || register.shape().owner().flatMap(Field::linked).filter(owner -> hangsOnACase(all, all.named(owner))).isPresent();
    }

    /** The steps of a case that are open to a role, of those there are. */
    public Set<String> steps(Role role, Set<String> there) {
        String cell = cell("steps of a case", role);
        if (cell.equals("–") || cell.equals("all")) {
            return cell.equals("all") ? there : Set.of();
        }
        Set<String> named = Set.of(cell.replace("all but ", "").split(", "));
        return there.stream().filter(step -> cell.startsWith("all but") != named.contains(step)).collect(Collectors.toSet());
    }
}
