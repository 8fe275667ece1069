package cn.anlan.store.word;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * The pieces by which text is found (检索单元): three characters from every position on, fewer at the end, so that any part of
 * a text begins some piece. Each piece starts with a private-use character for its register and kind.
 */
public final class Grams {
    public static final int LENGTH = 3;
    private static final int FIRST_SCOPE = 0xE000;
    /** ASCII punctuation is moved here, where the tokenizer takes it for a letter. */
    private static final int PUNCTUATION = 0xE380;
    private static final int MOST_PER_POSITION = 48;

    private final int scope;

    /** The pieces of one register; {@code scope} is its number in the store. */
    public Grams(int scope) {
        this.scope = FIRST_SCOPE + 3 * scope;
    }

    /** Text as it is compared: small letters, ordinary width. */
    public static String fold(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints().map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c == 0x3000 ? ' ' : c).forEach(folded::appendCodePoint);
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** Every piece of an entry: of its words as written, of its names by initials and by syllables. Both texts are folded. */
    public String of(String words, String names) {
        Set<String> pieces = new LinkedHashSet<>();
        for (String word : words.split("\\s+")) {
            int[] letters = word.codePoints().map(Grams::letter).toArray();
            for (int i = 0; i < letters.length; i++) {
                pieces.add(piece(scope, letters, i, Math.min(LENGTH, letters.length - i)));
            }
        }
        for (String name : names.split("\\s+")) {
            sounds(name, Pinyin::letters, scope + 1, pieces);
            sounds(name, Pinyin::syllables, scope + 2, pieces);
        }
        return String.join(" ", pieces);
    }

    private static void sounds(String name, IntFunction<int[]> reading, int kind, Set<String> pieces) {
        List<int[]> readings = name.codePoints().mapToObj(reading).filter(r -> r.length > 0).toList();
        for (int i = 0; i < readings.size(); i++) {
            pieces.addAll(product(kind, readings.subList(i, Math.min(readings.size(), i + LENGTH))));
        }
    }

    /** Every way to read the positions, one after the other. */
    private static List<String> product(int kind, List<int[]> positions) {
        List<String> ways = List.of(Character.toString(kind));
        for (int[] options : positions) {
            List<String> longer = new ArrayList<>();
            for (String way : ways) {
                for (int option : options) {
                    if (longer.size() < MOST_PER_POSITION * LENGTH) {
                        longer.add(way + Character.toString(option));
                    }
                }
            }
            ways = longer;
        }
        return ways;
    }

    private static int letter(int c) {
        return c < 128 && !Character.isLetterOrDigit(c) ? PUNCTUATION + c : c;
    }

    private static String piece(int kind, int[] letters, int from, int length) {
        return Character.toString(kind) + new String(letters, from, length);
    }

    /** The full-text expression for entries that may hold a folded word; what it finds is checked against the text itself. */
    public String expression(String word) {
        List<String> ways = new ArrayList<>();
        int[] letters = word.codePoints().map(Grams::letter).toArray();
        ways.add(all(scope, java.util.Arrays.stream(letters).mapToObj(c -> new int[] {c}).toList()));
        if (isLatin(word)) {
            ways.add(all(scope + 1, word.chars().mapToObj(c -> new int[] {c}).toList()));
            Pinyin.meanings(word).forEach(meaning -> ways.add(all(scope + 2, meaning)));
        }
        return ways.stream().map(way -> "(" + way + ")").collect(Collectors.joining(" OR "));
    }

    public static boolean isLatin(String word) {
        return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    /** All pieces a run of positions must have; a run shorter than a piece only begins one. */
    private static String all(int kind, List<int[]> positions) {
        if (positions.size() <= LENGTH) {
            String star = positions.size() < LENGTH ? "*" : "";
            return any(kind, positions, star);
        }
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i + LENGTH <= positions.size(); i++) {
            pieces.add("(" + any(kind, positions.subList(i, i + LENGTH), "") + ")");
        }
        return String.join(" AND ", pieces);
    }

    private static String any(int kind, List<int[]> positions, String star) {
        return product(kind, positions).stream().map(piece -> '"' + piece + '"' + star).collect(Collectors.joining(" OR "));
    }
}
