package cn.anlan.app.window;

import cn.anlan.app.Wiring;
import cn.anlan.app.page.Setup;
import cn.anlan.app.sample.FreshSample;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Shape;
import cn.anlan.kit.Background;
import cn.anlan.kit.Memory;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.Database;
import cn.anlan.store.backup.Return;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * How the store behind a window is opened (打开数据), on whatever thread it is asked, one after the other: classes that are first met by two threads
 * at once may wait for each other for ever.
 */
final class Opening {
    /** 华藏寺镇, the county seat. */
    private static final String SAMPLE_TOWN = "620623100";

    private final AnlanWindow.Ground ground;
    private final Background background;

    /** A store that is open, and what its settings say. */
    record Opened(Wiring wiring, Memory memory) {}

    Opening(AnlanWindow.Ground ground, Background background) {
        this.ground = ground;
        this.background = background;
    }

    /** Has what opens a store loaded while somebody still types her password; gives the claim back. */
    synchronized SingleWindow warmUp(SingleWindow claimed) {
        Database.warmUp(Shape.of(Dispute.class));
        return claimed;
    }

    /** Whether somebody has to come in first; not told while a return of a backup has been cut short. */
    boolean isLocked(Path folder) {
        return !new Return(folder).isPending() && ground.keys().of(folder, ground.clock()).exist();
    }

    /**
     * Opens the store once a return of a backup that was cut short has been finished; empty when somebody has to come in first. A new store asked
     * for with sample data gets the sample township at once, without questions.
     */
    synchronized Optional<Opened> open(Path folder, boolean sample) {
        new Return(folder).finish();
        return isLocked(folder) ? Optional.empty() : Optional.of(opened(folder, sample));
    }

    private Opened opened(Path folder, boolean sample) {
        Opened opened = opened(new Wiring(folder, ground.clock()));
        if (!sample || opened.wiring.settings().get(Memory.HOME).isPresent()) {
            return opened;
        }
        FreshSample.make(opened.wiring, SAMPLE_TOWN, ground.sample(), Progress.none());
        return reopened(opened.wiring, true);
    }

    /** Opens the store for one who came in. */
    synchronized Opened open(Callable<Wiring> house) throws Exception {
        return opened(house.call());
    }

    private Opened opened(Wiring open) {
        return new Opened(open, new Memory(open.settings(), background));
    }

    /** The house is built again, on the sample that was made if there is one. */
    private Opened reopened(Wiring house, boolean sampled) {
        Path folder = house.database().folder();
        house.close();
        if (sampled) {
            FreshSample.putInPlace(folder);
        }
        return opened(new Wiring(folder, ground.clock()));
    }

    /** The first questions are answered: the house is built again on what was answered. */
    Opened begun(Wiring house, boolean sampled, Setup setup) {
        Opened opened = reopened(house, sampled);
        setup.begin(opened.wiring.settings()::put, opened.wiring.registers().newId());
        return opened(opened.wiring);
    }
}
