package cn.anlan.command;

import cn.anlan.app.Wiring;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.command.part.Unmasking;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Text;
import cn.anlan.paper.SheetTemplate;
import cn.anlan.paper.SheetWriter;
import cn.anlan.store.Journal;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan sheet} (导出台账): a register as a workbook, or the empty template for one. */
@Command(name = "sheet")
final class SheetCommand extends StoreCommand {
    @Parameters(paramLabel = "REGISTER")
    private String register = "";

    @Option(names = "--out", paramLabel = "FILE.xlsx", required = true)
    private Path file = Path.of("");

    @Option(names = "--template")
    private boolean template;

    @Option(names = "--columns", paramLabel = "FIELD", split = ",")
    private List<String> columns = new ArrayList<>();

    @Option(names = "--unmasked")
    private boolean unmasked;

    @Mixin
    private Unmasking unmasking = new Unmasking();

    @Override
    protected int run(Wiring wiring) {
        if (template) {
            String home = wiring.settings().get("home").orElse("");
            var empty = new SheetTemplate(wiring.codes(), wiring.places(), Wiring.officeClock());
            empty.write(wiring.registers().named(register).shape(), home, file);
            out().println(Text.of("command.sheet.template", file));
        } else {
            out().println(Text.of("command.sheet.written", write(wiring, wiring.registers().named(register)), file));
        }
        return DONE;
    }

    private <E extends Entry> int write(Wiring wiring, Register<E> entries) {
        wiring.registers().require(Act.EXPORT, register);
        boolean full = unmasked && unmasking.isFull(wiring, entries);
        List<Field> fields = columns.isEmpty() ? entries.shape().businessFields() : columns.stream().map(entries.shape()::field).toList();
        int rows = new SheetWriter().write(entries, Query.all(), new SheetWriter.Columns(fields, !full), file);
        wiring.journal().note(Journal.Action.EXPORT, Journal.Subject.register(register), unmasking.purpose(Text.of(full ? "command.sheet.full" : "command.sheet.masked")),
                Map.of("rows", rows, "file", String.valueOf(file.getFileName())));
        return rows;
    }
}
