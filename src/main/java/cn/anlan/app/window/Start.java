package cn.anlan.app.window;

import cn.anlan.app.DataFolder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the window was asked for (启动方式).
 *
 * @param folder where the store is or shall be
 * @param bundle a file for the county that was opened by double-click; null for none
 */
public record Start(Path folder, Set<Word> words, @Nullable Path bundle) {
    private static final String FOLDER = "--store";
    private static final String BUNDLE = ".zhb";

    /** Words that change how the window starts. */
    public enum Word {
        /** Fills a new store with the sample township. */
        SAMPLE,
        /** Prints how long each phase of the start took. */
        TIMINGS,
        /** Turns to every page once and leaves. */
        REHEARSE;

        private String written() {
            return "--" + name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Word> of(String written) {
            return EnumSet.allOf(Word.class).stream().filter(word -> word.written().equals(written)).findFirst();
        }
    }

    public Start {
        words = Set.copyOf(words);
    }

    /**
     * What the window is asked for; empty when these words are a command line. {@code --sample} is followed by its folder.
     * Throws {@link cn.anlan.entry.Refused} when the administrator's settings of this PC cannot be followed.
     */
    public static Optional<Start> read(Collection<String> line) {
        Deque<String> rest = new ArrayDeque<>(line);
        Set<Word> words = EnumSet.noneOf(Word.class);
        Path folder = null;
        Path bundle = null;
        while (!rest.isEmpty()) {
            String next = rest.pop();
            Optional<Word> word = Word.of(next);
            word.ifPresent(words::add);
            boolean namesFolder = next.equals(FOLDER) || next.equals(Word.SAMPLE.written());
            if (namesFolder && !rest.isEmpty()) {
                folder = Path.of(rest.pop());
            } else if (word.isEmpty() && rest.isEmpty() && isBundle(next)) {
                bundle = Path.of(next).toAbsolutePath();
            } else if (word.isEmpty() || namesFolder) {
                return Optional.empty();
            }
        }
        return Optional.of(new Start(folder == null ? DataFolder.usual() : folder, words, bundle));
    }

    /** Whether a word is a bundle somebody may have opened with a double click. */
    public static boolean isBundle(String word) {
        return word.toLowerCase(Locale.ROOT).endsWith(BUNDLE);
    }

    Optional<Path> file() {
        return Optional.ofNullable(bundle);
    }

    boolean has(Word word) {
        return words.contains(word);
    }
}
