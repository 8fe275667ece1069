package cn.anlan.command;

import cn.anlan.app.Wiring;
import cn.anlan.entry.Due;
import cn.anlan.entry.Text;
import cn.anlan.store.EntryJson;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code anlan todo} (待办): what is overdue or due within a week of a day, and why. */
@Command(name = "todo")
final class TodoCommand extends StoreCommand {
    private static final int DAYS_AHEAD = 7;

    @Option(names = "--on", paramLabel = "DATE")
    private @Nullable LocalDate on;

    @Option(names = "--json")
    private boolean json;

    @Override
    int run(Wiring wiring) {
        LocalDate day = on == null ? LocalDate.now(Wiring.officeClock()) : on;
        List<Due> due = wiring.mediation().due(day.plusDays(DAYS_AHEAD));
        if (json) {
            due.forEach(matter -> out().println(EntryJson.write(object(matter, day))));
            return DONE;
        }
        var table = new TextTable();
        due.forEach(matter -> table.row(List.of(when(matter, day), matter.title(), matter.why(), matter.id())));
        table.print(out());
        out().println(Text.of("command.todo.all", due.size()));
        return DONE;
    }

    private static String when(Due matter, LocalDate day) {
        long days = ChronoUnit.DAYS.between(day, matter.due());
        return days < 0 ? Text.of("command.todo.late", -days)
                : days == 0 ? Text.of("command.todo.today") : Text.of("command.todo.soon", days);
    }

    private static Map<String, Object> object(Due matter, LocalDate day) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("register", matter.register());
        object.put("id", matter.id());
        object.put("title", matter.title());
        object.put("due", matter.due().toString());
        object.put("overdue", matter.due().isBefore(day));
        object.put("why", matter.why());
        return object;
    }
}
