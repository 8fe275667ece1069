package cn.anlan.command;

import cn.anlan.app.Wiring;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Text;
import cn.anlan.paper.FaultReport;
import cn.anlan.paper.SheetFault;
import cn.anlan.paper.SheetImport;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Register;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan import} (导入): brings a spreadsheet into a register; the good rows land, the others are listed with their reasons. */
@Command(name = "import")
final class ImportCommand extends StoreCommand {
    @Parameters(index = "0", paramLabel = "REGISTER")
    private String register = "";

    @Parameters(index = "1", paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--all-or-none")
    private boolean allOrNone;

    @Option(names = "--reason", paramLabel = "TEXT")
    private @Nullable String reason;

    @Option(names = "--errors", paramLabel = "OUT.xlsx")
    private @Nullable Path errors;

    @Option(names = "--json")
    private boolean json;

    @Override
    protected int run(Wiring wiring) {
        return bringIn(new SheetImport(wiring.registers(), wiring.initial()), wiring.registers().named(register));
    }

    private <E extends Entry> int bringIn(SheetImport sheets, Register<E> entries) {
        SheetImport.Checked<E> checked = sheets.check(entries, file, Progress.none());
        checked.faults().forEach(fault -> out().println(json ? EntryJson.write(object(fault)) : sentence(fault)));
        if (errors != null && !checked.faults().isEmpty()) {
            FaultReport.write(file, entries.shape(), checked.faults(), errors);
        }
        boolean all = checked.allLand(reason != null && !reason.isBlank());
        int landed = dryRun || allOrNone && !all ? 0 : sheets.land(checked, reason, Progress.none());
        summarise(checked, landed);
        return all ? DONE : REFUSED;
    }

    private void summarise(SheetImport.Checked<?> checked, int landed) {
        if (json) {
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("rows", checked.rows());
            summary.put("landed", landed);
            summary.put("clean", checked.clean().size());
            summary.put("doubtful", checked.doubtful().size());
            summary.put("bad", checked.bad());
            summary.put("unknown_columns", checked.unknown());
            out().println(EntryJson.write(summary));
            return;
        }
        if (!checked.unknown().isEmpty()) {
            out().println(Text.of("command.import.unknown", String.join(Text.of("command.comma"), checked.unknown())));
        }
        out().println(Text.of("command.import.found", checked.rows(), checked.clean().size(), checked.doubtful().size(), checked.bad()));
        out().println(dryRun ? Text.of("command.import.dry_run") : Text.of("command.import.landed", landed));
        if (!checked.doubtful().isEmpty() && (reason == null || reason.isBlank())) {
            out().println(Text.of("command.import.doubtful"));
        }
    }

    private static String sentence(SheetFault fault) {
        return Text.of(fault.soft() ? "command.import.warning" : "command.import.error", fault.row(), fault.letter(), fault.sentence());
    }

    private static Map<String, Object> object(SheetFault fault) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("row", fault.row());
        object.put("column", fault.letter());
        object.put("field", fault.field());
        object.put("level", fault.soft() ? "warning" : "error");
        object.put("sentence", fault.sentence());
        object.put("original", fault.original());
        return object;
    }
}
