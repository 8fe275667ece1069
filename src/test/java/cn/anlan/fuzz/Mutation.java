package cn.anlan.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Changes a file as sticks, disks, mail programs and people do; the same for the same seed. */
final class Mutation {
    private static final String[] WORDS = {"999999999", "-1", "0", "9223372036854775808", "1e999", "NaN", "\"", "<", "]]>", "&a;", "{", "[[[[[[[[", "\u0000", "\uFEFF",
        "𠮷", "=1+1", "2026-13-45", ",,,,,,", "\r", "null", "../../x"};

    private final Random random;

    Mutation(long seed) {
        this.random = new Random(seed);
    }

    /** Changes bytes wherever they stand. */
    byte[] bytes(byte[] whole) {
        byte[] changed = whole;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            changed = once(changed);
        }
        return changed;
    }

    private byte[] once(byte[] whole) {
        if (whole.length < 2) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        byte[] copy = whole.clone();
        int from = random.nextInt(whole.length);
        int length = 1 + random.nextInt(Math.min(4_096, whole.length - from));
        switch (random.nextInt(8)) {
            case 0, 1 -> random.ints(1 + random.nextInt(8), 0, copy.length).forEach(at -> copy[at] ^= (byte) (1 << random.nextInt(8)));
            case 2 -> copy[random.nextInt(Math.min(copy.length, 128))] = (byte) random.nextInt(256);
            case 3 -> Arrays.fill(copy, from, from + length, (byte) (random.nextBoolean() ? 0 : 0xFF));
            case 4 -> System.arraycopy(whole, from, copy, random.nextInt(whole.length - length + 1), length);
            case 5 -> {
                return Arrays.copyOf(whole, from);
            }
            case 6 -> {
                return joined(Arrays.copyOf(whole, from), Arrays.copyOfRange(whole, from + length, whole.length));
            }
            default -> {
                byte[] piece = new byte[length];
                random.nextBytes(piece);
                return joined(Arrays.copyOf(whole, from), piece, Arrays.copyOfRange(whole, from, whole.length));
            }
        }
        return copy;
    }

    /** Changes bytes, or puts a word nobody expects somewhere, or in place of a number. */
    byte[] text(byte[] whole) {
        String text = new String(whole, StandardCharsets.UTF_8);
        String word = WORDS[random.nextInt(WORDS.length)];
        if (random.nextInt(3) == 0 || text.isEmpty()) {
            return bytes(whole);
        }
        int at = random.nextInt(text.length());
        if (random.nextBoolean()) {
            while (at < text.length() && !Character.isDigit(text.charAt(at))) {
                at++;
            }
            int end = at;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            return (text.substring(0, at) + word + text.substring(end)).getBytes(StandardCharsets.UTF_8);
        }
        return (text.substring(0, at) + word + text.substring(at)).getBytes(StandardCharsets.UTF_8);
    }

    /** Changes a part inside a zip, whose sums are right again; now and then a whole part goes, or comes twice as large. */
    byte[] zipped(byte[] whole) {
        if (random.nextInt(4) == 0) {
            return bytes(whole);
        }
        try (var in = new ZipInputStream(new ByteArrayInputStream(whole))) {
            List<ZipEntry> names = new ArrayList<>();
            List<byte[]> parts = new ArrayList<>();
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry);
                parts.add(in.readAllBytes());
            }
            int chosen = random.nextInt(parts.size());
            int gone = random.nextInt(10) == 0 ? random.nextInt(parts.size()) : -1;
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                for (int i = 0; i < parts.size(); i++) {
                    if (i != gone) {
                        zip.putNextEntry(new ZipEntry(names.get(i).getName()));
                        zip.write(i == chosen ? text(parts.get(i)) : parts.get(i));
                        zip.closeEntry();
                    }
                }
            }
            return out.toByteArray();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static byte[] joined(byte[]... pieces) {
        var out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }
}
