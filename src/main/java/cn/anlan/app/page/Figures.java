package cn.anlan.app.page;

import cn.anlan.entry.Due;
import cn.anlan.entry.Field;
import cn.anlan.entry.Permission.Act;
import cn.anlan.reference.CodeLists;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What the workbench shows of the office (工作台数字): how much is registered, where the disputes stand, what is due.
 *
 * @param due the most urgent first
 */
record Figures(List<Count> registers, List<Count> stages, List<Due> due) {
    private static final String DISPUTE = "dispute";
    private static final String STAGE = "stage";
    private static final int MOST_COUNTED = 1_000_000;

    /** A number and the list behind it. */
    record Count(String register, String label, long number, Query query) {}

    /** Counts; not on the painting thread. */
    static Figures read(Registers registers, CodeLists codes, Function<LocalDate, List<Due>> todo, LocalDate today) {
        List<Count> counts = new ArrayList<>();
        List<Count> stages = new ArrayList<>();
        for (Register<?> register : registers.all()) {
            if (register.shape().owner().isEmpty() && !register.shape().isTool() && registers.may(Act.READ, register.name())) {
                counts.add(count(register, Names.of(register.shape()), Query.all()));
            }
            if (register.name().equals(DISPUTE) && registers.may(Act.READ, DISPUTE)) {
                register.shape().find(STAGE).ifPresent(stage -> stages.addAll(byStage(register, stage, codes)));
            }
        }
        counts.sort(Comparator.comparing(count -> registers.named(count.register()).shape().day().isEmpty()));
        return new Figures(counts, stages, todo.apply(today));
    }

    private static Count count(Register<?> register, String label, Query query) {
        return new Count(register.name(), label, register.count(query, MOST_COUNTED), query);
    }

    private static List<Count> byStage(Register<?> register, Field stage, CodeLists codes) {
        return codes.all(stage.codeList().orElseThrow()).stream()
                .map(code -> count(register, code.label(), Query.all().is(stage.name(), code.code())))
                .filter(count -> count.number() > 0).toList();
    }

    boolean isEmpty() {
        return registers.stream().allMatch(count -> count.number() == 0);
    }
}
