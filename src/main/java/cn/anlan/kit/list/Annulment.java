package cn.anlan.kit.list;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.store.Register;
import java.util.ArrayList;
import java.util.List;

/** Declaring entries void with one reason (作废): asked for in the bar, done one by one, and what was refused is told. */
public final class Annulment<E extends Entry> {
    private final Office office;
    private final Register<E> register;
    private final NoticeBar notice;

    public Annulment(Office office, Register<E> register, NoticeBar notice) {
        this.office = office;
        this.register = register;
        this.notice = notice;
    }

    /** Asks, and calls {@code done} when at least one entry became void. */
    public void ask(List<E> entries, Runnable done) {
        String question = entries.size() == 1
                ? Text.of("kit.void.one", register.title(entries.get(0))) : Text.of("kit.void.many", entries.size());
        notice.ask(question, Text.of("kit.button.void"),
                reason -> office.background().run("kit.busy.saving", () -> annul(entries, reason), refused -> {
                    if (refused.size() < entries.size()) {
                        done.run();
                    }
                    tell(entries.size() - refused.size(), refused);
                }));
    }

    private List<String> annul(List<E> entries, String reason) {
        List<String> refusals = new ArrayList<>();
        for (E entry : entries) {
            try {
                register.annul(entry.id(), reason);
            } catch (Refused refused) {
                refusals.add(register.title(entry) + Text.of("kit.colon") + refused.getMessage());
            }
        }
        return refusals;
    }

    private void tell(int done, List<String> refused) {
        if (refused.isEmpty()) {
            notice.done(Text.of("kit.void.done", done));
        } else {
            notice.refused(Text.of("kit.void.partly", done, refused.size(), String.join("\n", refused)));
        }
    }
}
