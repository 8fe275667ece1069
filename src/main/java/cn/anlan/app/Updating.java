package cn.anlan.app;

import cn.anlan.entry.Refused;
import cn.anlan.store.Database;
import cn.anlan.store.schema.SchemaVersion;
import cn.anlan.update.Installed;
import cn.anlan.update.StoreCopy;
import cn.anlan.update.Update;
import java.nio.file.Path;
import java.time.Clock;

/** How this very program is brought up to date (本机更新): whether that is allowed here, and where the store is laid by before. */
public final class Updating {
    private final Update update;
    private final Update.Backup backup;
    private final boolean allowed;

    public Updating(Update update, Update.Backup backup, boolean allowed) {
        this.update = update;
        this.backup = backup;
        this.allowed = allowed;
    }

    /** Of the running program, while its store is open. Throws {@link Refused} when the administrator's file cannot be followed. */
    public static Updating of(Database database, Clock clock) {
        return here(version -> database.write(() -> StoreCopy.lay(database.folder(), version, clock)));
    }

    /** Of the running program, while nobody has the store open. */
    public static Updating of(Path store, Clock clock) {
        return here(version -> StoreCopy.lay(store, version, clock));
    }

    private static Updating here(Update.Backup backup) {
        var installed = Installed.here(DataFolder.program(), SchemaVersion.CURRENT);
        return new Updating(new Update(installed, Update::run), backup, DataFolder.site().updates());
    }

    /** What a stick brings. Throws {@link Refused} when it is not good or not allowed here. */
    public Update.Offer check(Path stick) {
        if (!allowed) {
            throw Refused.of("update.refused.forbidden");
        }
        return update.check(stick);
    }

    /** Installs it. Throws {@link Refused} when that failed; nothing has changed then. */
    public Update.Outcome install(Update.Offer offer) {
        return update.install(offer, backup);
    }
}
