package cn.anlan.bench.crash;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a program did to the files below a folder, as {@code src/bench/recorder.c} wrote it down. */
final class Recorded {
    private static final int HEAD = 4 * Long.BYTES;

    private Recorded() {}

    /** One thing done: to an inode, at an offset, with bytes, or to names. */
    record Line(char kind, long inode, long offset, byte[] bytes, String second) {
        String first() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return kind + " " + inode + " " + offset + " " + (kind == 'W' ? bytes.length : first()) + " " + second;
        }
    }

    /** All lines; a torn last one was not written. */
    static List<Line> read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            for (byte[] head = in.readNBytes(HEAD); head.length == HEAD; head = in.readNBytes(HEAD)) {
                ByteBuffer numbers = ByteBuffer.wrap(head).order(ByteOrder.nativeOrder());
                char kind = (char) numbers.getLong();
                long inode = numbers.getLong();
                long offset = numbers.getLong();
                byte[] first = in.readNBytes((int) numbers.getLong());
                byte[] length = in.readNBytes(Long.BYTES);
                if (length.length == Long.BYTES) {
                    byte[] second = in.readNBytes((int) ByteBuffer.wrap(length).order(ByteOrder.nativeOrder()).getLong());
                    lines.add(new Line(kind, inode, offset, first, new String(second, StandardCharsets.UTF_8)));
                }
            }
        }
        return lines;
    }
}
