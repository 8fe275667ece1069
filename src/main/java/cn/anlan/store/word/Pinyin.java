package cn.anlan.store.word;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names by sound (拼音): every reading of a character, each whole syllable written as one private-use character, so that
 * a name is as short to search by sound as it is by its characters.
 */
public final class Pinyin {
    private static final List<String> INITIALS = List.of("", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x",
            "zh", "ch", "sh", "r", "z", "c", "s", "y", "w");
    private static final List<String> FINALS = List.of("a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "er", "i", "ia", "ian", "iang",
            "iao", "ie", "in", "ing", "iong", "iu", "o", "ong", "ou", "u", "ua", "uai", "uan", "uang", "ue", "ui", "un", "uo", "v", "ve");
    private static final int FIRST = 0xE400;
    /** Letters of the longest syllable. */
    private static final int LONGEST = 6;
    /** So many syllables tell a name well enough to look for it. */
    private static final int TOLD = 4;
    private static final Map<Integer, int[]> SYLLABLES = new ConcurrentHashMap<>();
    private static final Map<Integer, int[]> LETTERS = new ConcurrentHashMap<>();

    private Pinyin() {}

    /** The syllables a character may be read as; none for what is not a Chinese character. */
    public static int[] syllables(int character) {
        return SYLLABLES.computeIfAbsent(character, c -> readings(c).stream().mapToInt(Pinyin::code).filter(code -> code > 0).distinct().toArray());
    }

    /** The letters its syllables begin with; a letter or digit stands for itself. */
    public static int[] letters(int character) {
        return LETTERS.computeIfAbsent(character, c -> c < 128
                ? (Character.isLetterOrDigit(c) ? new int[] {Character.toLowerCase(c)} : new int[0])
                : readings(c).stream().mapToInt(reading -> reading.charAt(0)).distinct().toArray());
    }

    /** Readings in plain letters, v for ü (and u as well, as people type it). */
    public static List<String> readings(int character) {
        if (character < 0x3007 || character > 0xFFFF) {
            return List.of();
        }
        List<String> plain = new ArrayList<>();
        for (String reading : PinyinHelper.toPinyinList((char) character, PinyinStyleEnum.NORMAL)) {
            String letters = reading.replace('ü', 'v');
            if (letters.matches("[a-z]+")) {
                plain.add(letters);
                if (letters.indexOf('v') > 0) {
                    plain.add(letters.replace('v', 'u'));
                }
            }
        }
        return plain;
    }

    /** One reading of each character, put together; empty when some character has none. */
    public static String sound(String name) {
        List<List<String>> all = name.codePoints().mapToObj(Pinyin::readings).toList();
        return all.stream().anyMatch(List::isEmpty) ? "" : all.stream().map(each -> each.get(0)).collect(Collectors.joining());
    }

    private static int code(String syllable) {
        for (int initial = INITIALS.size() - 1; initial >= 0; initial--) {
            if (syllable.startsWith(INITIALS.get(initial))) {
                int end = FINALS.indexOf(syllable.substring(INITIALS.get(initial).length()));
                if (end >= 0) {
                    return FIRST + initial * FINALS.size() + end;
                }
            }
        }
        return 0;
    }

    /**
     * What typed letters may mean in whole syllables, the last one perhaps unfinished: each meaning is a list of positions,
     * each position the syllables that fit there. {@code zhangs} is zhang + anything beginning with s. Of many syllables only the
     * first are told, for long runs can be taken apart in too many ways; {@link #reads} looks at them all.
     */
    public static List<List<int[]>> meanings(String typed) {
        List<List<int[]>> found = new ArrayList<>();
        split(typed, 0, readable(typed), new ArrayList<>(), found);
        return found;
    }

    /** For each place in the letters whether syllables go on from there to the end. */
    private static boolean[] readable(String typed) {
        var readable = new boolean[typed.length() + 1];
        for (int from = typed.length() - 1; from >= 0; from--) {
            readable[from] = beginningWith(typed.substring(from)).length > 0;
            for (int to = from + 1; !readable[from] && to < typed.length() && to <= from + LONGEST; to++) {
                readable[from] = readable[to] && code(typed.substring(from, to)) > 0;
            }
        }
        return readable;
    }

    private static void split(String typed, int from, boolean[] readable, List<int[]> soFar, List<List<int[]>> found) {
        if (soFar.size() == TOLD) {
            found.add(List.copyOf(soFar));
            return;
        }
        int[] unfinished = beginningWith(typed.substring(from));
        if (unfinished.length > 0) {
            List<int[]> whole = new ArrayList<>(soFar);
            whole.add(unfinished);
            found.add(whole);
        }
        for (int to = from + 1; to < typed.length() && to <= from + LONGEST; to++) {
            int code = readable[to] ? code(typed.substring(from, to)) : 0;
            if (code > 0) {
                soFar.add(new int[] {code});
                split(typed, to, readable, soFar, found);
                soFar.remove(soFar.size() - 1);
            }
        }
    }

    /** Whether somewhere in a name one character after the other reads as these letters, the last one perhaps not to its end. */
    public static boolean reads(String name, String typed) {
        int[][] readings = name.codePoints().mapToObj(Pinyin::syllables).filter(r -> r.length > 0).toArray(int[][]::new);
        return IntStream.range(0, readings.length).anyMatch(start -> reads(readings, start, typed, 0));
    }

    private static boolean reads(int[][] readings, int here, String typed, int from) {
        for (int code : here < readings.length ? readings[here] : new int[0]) {
            String syllable = written(code);
            if (syllable.startsWith(typed.substring(from)) || typed.startsWith(syllable, from) && reads(readings, here + 1, typed, from + syllable.length())) {
                return true;
            }
        }
        return false;
    }

    private static String written(int code) {
        return INITIALS.get((code - FIRST) / FINALS.size()) + FINALS.get((code - FIRST) % FINALS.size());
    }

    private static int[] beginningWith(String letters) {
        return IntStream.range(0, INITIALS.size() * FINALS.size())
                .map(i -> FIRST + i).filter(code -> written(code).startsWith(letters)).toArray();
    }

    /** Whether a name has, somewhere, one character after the other that reads as each position asks. */
    public static boolean sounds(String name, List<int[]> positions, java.util.function.IntFunction<int[]> reading) {
        int[][] readings = name.codePoints().mapToObj(reading).filter(r -> r.length > 0).toArray(int[][]::new);
        return IntStream.rangeClosed(0, readings.length - positions.size())
                .anyMatch(start -> IntStream.range(0, positions.size()).allMatch(i -> meet(readings[start + i], positions.get(i))));
    }

    /** Whether two characters have a reading in common. */
    public static boolean meet(int[] readings, int[] wanted) {
        return Arrays.stream(readings).anyMatch(r -> Arrays.stream(wanted).anyMatch(w -> w == r));
    }
}
