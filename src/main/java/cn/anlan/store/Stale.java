package cn.anlan.store;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import java.util.List;

/** Someone else saved the entry meanwhile (版次冲突): both versions are here, nothing is lost and nothing was overwritten. */
public final class Stale extends Refused {
    private final transient Entry stored;
    private final transient Entry typed;

    Stale(Entry stored, Entry typed) {
        super(List.of(Violation.hard(null, Text.of("store.refused.stale", typed.revision(), stored.revision()))));
        this.stored = stored;
        this.typed = typed;
    }

    public Entry stored() {
        return stored;
    }

    public Entry typed() {
        return typed;
    }
}
