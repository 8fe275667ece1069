package cn.anlan.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What only a dialog can ask (对话框): files, folders, and whether typed text may be lost. A test answers in its own way. */
public interface Dialogs {

    /**
     * A kind of file.
     *
     * @param label what a person calls it
     * @param endings e.g. {@code *.xlsx}
     */
    record Kind(String label, List<String> endings) {
        public Kind {
            endings = List.copyOf(endings);
        }
    }

    /** A file to read; empty when the clerk thought better of it. */
    Optional<Path> open(String title, Kind kind);

    /** A file to write; whether an existing one may be replaced has been asked. */
    Optional<Path> save(String title, String suggestedName, Kind kind);

    Optional<Path> folder(String title);

    /** True when the clerk chose {@code yes}; closing the dialog means no. */
    boolean confirm(String question, String yes);

    /** A reason, never blank; empty when the clerk thought better of it. */
    Optional<String> reason(String question);

    /** Something went wrong that the clerk cannot cure. Does not wait for an answer. */
    void failure(Failure failure);

    /**
     * What a failure tells.
     *
     * @param sentence plain words
     * @param code short, the same for the same cause, so that it can be told by phone
     * @param details for whoever mends it
     */
    record Failure(String sentence, String code, String details) {}
}
