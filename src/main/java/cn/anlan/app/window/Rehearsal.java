package cn.anlan.app.window;

import cn.anlan.kit.Dialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/** Turns to every page once and leaves (彩排): shows that an installed program is whole, and which classes a start needs. */
final class Rehearsal {
    private final Audience audience = new Audience();
    private final Timings timings;

    Rehearsal(Timings timings) {
        this.timings = timings;
    }

    /** The dialogs of a window nobody sits at. */
    Dialogs dialogs() {
        return audience;
    }

    /** Goes from page to page, each when the one before has come to rest; says how many there were, or what failed first, and leaves. */
    void run(List<String> pages, Consumer<String> go, BooleanSupplier idle, Runnable leave) {
        Iterator<String> left = pages.iterator();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (!idle.getAsBoolean()) {
                    return;
                }
                if (left.hasNext() && audience.failures.isEmpty()) {
                    go.accept(left.next());
                } else {
                    stop();
                    timings.mark(audience.failures.isEmpty() ? "rehearsed" : "failed:" + audience.failures.get(0).details());
                    leave.run();
                }
            }
        }.start();
    }

    /** Agrees to everything, chooses nothing, notes what goes wrong. */
    private static final class Audience implements Dialogs {
        private final List<Failure> failures = new ArrayList<>();

        @Override
        public Optional<Path> open(String title, Kind kind) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String suggestedName, Kind kind) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public boolean confirm(String question, String yes) {
            return true;
        }

        @Override
        public Optional<String> reason(String question) {
            return Optional.empty();
        }

        @Override
        public void failure(Failure failure) {
            failures.add(failure);
        }
    }
}
