package cn.anlan.kit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dialogs that answer by themselves and remember what they were asked. */
public final class Answers implements Dialogs {
    public final List<String> asked = new ArrayList<>();
    public final List<Failure> failures = new ArrayList<>();
    public boolean agree = true;
    /** The file or folder chosen next; null thinks better of it. */
    public @Nullable Path file;
    /** The reason given next; null thinks better of it. */
    public @Nullable String reason;

    @Override
    public Optional<Path> open(String title, Kind kind) {
        asked.add(title);
        return Optional.ofNullable(file);
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, Kind kind) {
        asked.add(title);
        return Optional.ofNullable(file);
    }

    @Override
    public Optional<Path> folder(String title) {
        asked.add(title);
        return Optional.ofNullable(file);
    }

    @Override
    public boolean confirm(String question, String yes) {
        asked.add(question);
        return agree;
    }

    @Override
    public Optional<String> reason(String question) {
        asked.add(question);
        return Optional.ofNullable(reason);
    }

    @Override
    public void failure(Failure failure) {
        failures.add(failure);
    }
}
