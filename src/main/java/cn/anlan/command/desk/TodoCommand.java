package cn.anlan.command.desk;

import cn.anlan.app.Wiring;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.command.part.TextTable;
import cn.anlan.entry.Due;
import cn.anlan.entry.Text;
import cn.anlan.store.EntryJson;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code anlan todo} (待办): what is overdue or has come to its day of reminding, and why. */
@Command(name = "todo")
public final class TodoCommand extends StoreCommand {
    @Option(names = "--on", paramLabel = "DATE")
    private @Nullable LocalDate on;

    @Option(names = "--json")
    private boolean json;

    @Override
    protected int run(Wiring wiring) {
        LocalDate day = on == null ? LocalDate.now(Wiring.officeClock()) : on;
        List<Due> due = wiring.todo(day);
        if (json) {
            due.forEach(matter -> out().println(EntryJson.write(object(matter, wiring.codes().label("deadline_item", matter.item())))));
            return DONE;
        }
        var table = new TextTable();
        due.forEach(matter -> table.row(List.of(when(matter, day), wiring.codes().label("deadline_item", matter.item()), matter.title(),
                Objects.requireNonNullElse(matter.id(), "")), matter.why()));
        table.print(out());
        out().println(Text.of("command.todo.all", due.size()));
        return DONE;
    }

    private static String when(Due matter, LocalDate day) {
        long days = matter.daysLeft(day);
        return days < 0 ? Text.of("command.todo.late", -days)
                : days == 0 ? Text.of("command.todo.today") : Text.of("command.todo.soon", days);
    }

    private static Map<String, @Nullable Object> object(Due matter, String label) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("register", matter.register());
        object.put("id", matter.id());
        object.put("title", matter.title());
        object.put("item", matter.item());
        object.put("item_label", label);
        object.put("due", matter.due().toString());
        object.put("level", matter.level().name().toLowerCase(Locale.ROOT));
        object.put("overdue", matter.level() == Due.Level.LATE);
        object.put("why", matter.why());
        return object;
    }
}
