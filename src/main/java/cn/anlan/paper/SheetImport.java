package cn.anlan.paper;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Progress.Steps;
import cn.anlan.entry.Refused;
import cn.anlan.reference.Initial;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings a clerk's spreadsheet into a register (导入): every row is checked by the register's own rules, then the good ones land at once. */
public final class SheetImport {
    private static final String CANCELLED = "paper.refused.cancelled";

    private final Registers registers;
    private final Initial initial;

    public SheetImport(Registers registers, Initial initial) {
        this.registers = registers;
        this.initial = initial;
    }

    /**
     * A sheet that was checked and not yet brought in (待导入的表).
     *
     * @param clean entries nothing speaks against
     * @param doubtful entries with warnings only; they land with a reason
     * @param bad how many rows cannot land
     * @param faults everything found, in order of rows
     * @param unknown headings no field answers to; their columns are left out
     */
    public record Checked<E extends Entry>(Register<E> register, List<E> clean, List<E> doubtful, int bad, List<SheetFault> faults,
            List<String> unknown) {

        public int rows() {
            return clean.size() + doubtful.size() + bad;
        }

        /** Whether every row would land, given a reason for the doubtful ones or not. */
        public boolean allLand(boolean withReason) {
            return bad == 0 && (withReason || doubtful.isEmpty());
        }
    }

    /** Checks every row and stores nothing. Throws {@link Refused} when the file is no sheet, holds no header of this register, or it is cancelled. */
    public <E extends Entry> Checked<E> check(Register<E> register, Path path, Progress progress) {
        try (SheetFile file = SheetFile.open(path)) {
            var reader = new SheetReader(file, register.shape());
            var check = new SheetCheck<>(register, registers, reader, initial.values(register.shape()));
            var steps = new Steps(progress, 0, CANCELLED);
            return sorted(register, registers.trial(() -> check.rows(steps)), reader.unknown());
        }
    }

    private static <E extends Entry> Checked<E> sorted(Register<E> register, List<SheetCheck.Row<E>> rows, List<String> unknown) {
        List<E> clean = new ArrayList<>();
        List<E> doubtful = new ArrayList<>();
        List<SheetFault> faults = new ArrayList<>();
        int bad = 0;
        for (SheetCheck.Row<E> row : rows) {
            faults.addAll(row.faults());
            if (row.faults().isEmpty()) {
                clean.add(row.entry());
            } else if (row.faults().stream().allMatch(SheetFault::soft)) {
                doubtful.add(row.entry());
            } else {
                bad++;
            }
        }
        return new Checked<>(register, clean, doubtful, bad, faults, unknown);
    }

    /**
     * Stores the clean rows, and with a non-blank reason the doubtful ones, in one write: all of them or, when the store has changed
     * and refuses one now or it is cancelled, none. How many landed.
     */
    public <E extends Entry> int land(Checked<E> checked, @Nullable String reason, Progress progress) {
        boolean overrule = reason != null && !reason.isBlank();
        List<E> doubtful = overrule ? checked.doubtful : List.of();
        int all = checked.clean.size() + doubtful.size();
        var steps = new Steps(progress, all, CANCELLED);
        return registers.together(() -> {
            for (E entry : checked.clean) {
                steps.next();
                checked.register.save(entry);
            }
            for (E entry : doubtful) {
                steps.next();
                checked.register.save(entry, reason);
            }
            steps.pause();
            return all;
        });
    }
}
