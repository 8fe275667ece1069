package cn.anlan.exchange;

import cn.anlan.exchange.Finding.Broken;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * A zip read by its directory and walked so that every byte is accounted for (严格压缩包): local headers and directory agree, nothing lies
 * between, before or after the files, no comment, no extra field, no attribute. Names that lead astray and files that swell are refused.
 */
final class StrictZip implements AutoCloseable {
    /** Limits of the format (ZHB 1.0, importer safety). */
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_BYTES = 2L << 30;
    private static final long MOST_RATIO = 200;
    private static final int DOCUMENT = 16 << 20;

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int SIZES_FOLLOW = 8;
    private static final int UTF8 = 0x0800;

    /** What the zip itself is called in a finding, and what stands before the names of its files. */
    private final String part;
    private final String prefix;
    private final FileChannel file;
    private final long start;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Set<String> foldedNames = new TreeSet<>();
    private long total;

    /** One file of the zip; the sizes and the place of its bytes in the whole file. */
    private record Item(String name, Head head, long compressed, long size, long at) {
        boolean isDeflated() {
            return head.method == DEFLATED;
        }
    }

    /** What local header and directory say alike. */
    private record Head(int flags, int method, int time, int crc) {
        short version() {
            return (short) (method == DEFLATED ? 20 : 10);
        }
    }

    private StrictZip(String part, String prefix, FileChannel file, Region whole) throws IOException {
        this.part = part;
        this.prefix = prefix;
        this.file = file;
        this.start = whole.at;
        walk(whole.left);
    }

    /** Opens a file; throws {@link Broken} when it is no zip of this kind. */
    static StrictZip open(Path bundle) throws IOException {
        FileChannel channel = FileChannel.open(bundle, StandardOpenOption.READ);
        try {
            return new StrictZip(bundle.getFileName().toString(), "", channel, new Region(channel, 0, channel.size()));
        } catch (IOException broken) {
            channel.close();
            throw broken;
        }
    }

    /** The zip stored in this one under a name; shares its file. */
    StrictZip inside(String name) throws IOException {
        Item item = item(name);
        if (item.isDeflated()) {
            throw new Broken(name, "broken.zip");
        }
        return new StrictZip(name, name + "/", file, new Region(file, item.at, item.size));
    }

    Set<String> names() {
        return items.keySet();
    }

    long size(String name) throws Broken {
        return item(name).size;
    }

    private Item item(String name) throws Broken {
        Item item = items.get(name);
        if (item == null) {
            throw new Broken(name, "broken.missing", name);
        }
        return item;
    }

    private void walk(long length) throws IOException {
        ByteBuffer end = read(length - END_LENGTH, END_LENGTH);
        int entries = Short.toUnsignedInt(end.getShort(10));
        int size = end.getInt(12);
        long directory = Integer.toUnsignedLong(end.getInt(16));
        ByteBuffer expected = little(END_LENGTH).putInt(END).putInt(0).putShort((short) entries).putShort((short) entries)
                .putInt(size).putInt((int) directory).putShort((short) 0);
        if (!end.equals(expected.flip()) || size < 0 || directory + size + END_LENGTH != length) {
            throw new Broken(part, "broken.zip");
        }
        if (entries > MOST_ENTRIES) {
            throw new Broken(part, "broken.too_many", entries, MOST_ENTRIES);
        }
        ByteBuffer central = read(directory, size);
        long at = 0;
        for (int i = 0; i < entries; i++) {
            at = walk(central, at);
        }
        if (central.hasRemaining() || at != directory) {
            throw new Broken(part, "broken.gap");
        }
    }

    /** Takes one line of the directory and checks the file it names; where the next one must begin. */
    private long walk(ByteBuffer central, long at) throws IOException {
        if (central.remaining() < CENTRAL_LENGTH) {
            throw new Broken(part, "broken.zip");
        }
        ByteBuffer line = central.slice().order(ByteOrder.LITTLE_ENDIAN);
        var head = new Head(line.getShort(8), line.getShort(10), line.getInt(12), line.getInt(16));
        long compressed = Integer.toUnsignedLong(line.getInt(20));
        long size = Integer.toUnsignedLong(line.getInt(24));
        int nameLength = Short.toUnsignedInt(line.getShort(28));
        if (line.remaining() < CENTRAL_LENGTH + nameLength) {
            throw new Broken(part, "broken.zip");
        }
        byte[] name = new byte[nameLength];
        line.get(CENTRAL_LENGTH, name);
        var item = new Item(new String(name, StandardCharsets.UTF_8), head, compressed, size, start + at + LOCAL_LENGTH + nameLength);
        checkLimits(item);
        ByteBuffer expected = common(little(CENTRAL_LENGTH + nameLength).putInt(CENTRAL).putShort(head.version()), item, true, name.length)
                .putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt((int) at).put(name).flip();
        if (!line.slice(0, CENTRAL_LENGTH + nameLength).equals(expected)) {
            throw new Broken(inPart(item), "broken.header", item.name);
        }
        central.position(central.position() + CENTRAL_LENGTH + nameLength);
        return walkLocal(item, name, at);
    }

    private long walkLocal(Item item, byte[] name, long at) throws IOException {
        boolean follow = (item.head.flags & SIZES_FOLLOW) != 0;
        ByteBuffer local = common(little(LOCAL_LENGTH + name.length).putInt(LOCAL), item, !follow, name.length).put(name).flip();
        if (!read(at, LOCAL_LENGTH + name.length).equals(local)) {
            throw new Broken(inPart(item), "broken.header", item.name);
        }
        long after = at + LOCAL_LENGTH + name.length + item.compressed;
        if (follow) {
            ByteBuffer sizes = little(16).putInt(DESCRIPTOR).putInt(item.head.crc).putInt((int) item.compressed).putInt((int) item.size).flip();
            if (!read(after, 16).equals(sizes)) {
                throw new Broken(inPart(item), "broken.header", item.name);
            }
            after += 16;
        }
        items.put(item.name, item);
        return after;
    }

    private static ByteBuffer common(ByteBuffer to, Item item, boolean sizes, int nameLength) {
        Head head = item.head;
        return to.putShort(head.version()).putShort((short) head.flags).putShort((short) head.method).putInt(head.time)
                .putInt(sizes ? head.crc : 0).putInt(sizes ? (int) item.compressed : 0).putInt(sizes ? (int) item.size : 0)
                .putShort((short) nameLength).putShort((short) 0);
    }

    private void checkLimits(Item item) throws Broken {
        String name = item.name;
        boolean astray = name.isEmpty() || name.startsWith("/") || name.endsWith("/") || !name.matches("[\\x21-\\x7E]+") || name.matches(".*[\\\\:].*")
                || Arrays.stream(name.split("/", -1)).anyMatch(step -> step.isEmpty() || step.equals(".") || step.equals(".."));
        if (astray) {
            throw new Broken(part, "broken.name", name);
        } else if (!foldedNames.add(name.toLowerCase(Locale.ROOT))) {
            throw new Broken(part, "broken.twin", name);
        }
        boolean known = (item.head.flags & ~(SIZES_FOLLOW | UTF8)) == 0
                && (item.isDeflated() || item.head.method == STORED && item.compressed == item.size && (item.head.flags & SIZES_FOLLOW) == 0);
        if (!known) {
            throw new Broken(inPart(item), "broken.header", name);
        }
        total += item.size;
        if (total > MOST_BYTES || item.size > item.compressed * MOST_RATIO) {
            throw new Broken(inPart(item), "broken.bomb", name);
        }
    }

    private String inPart(Item item) {
        return prefix + item.name;
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer read(long at, int length) throws IOException {
        if (at < 0 || length > DOCUMENT) {
            throw new Broken(part, "broken.zip");
        }
        ByteBuffer bytes = little(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, start + at + bytes.position()) < 0) {
                throw new Broken(part, "broken.zip");
            }
        }
        return bytes.flip();
    }

    /** The whole of a small document. */
    byte[] bytes(String name) throws IOException {
        if (item(name).size > DOCUMENT) {
            throw new Broken(inPart(item(name)), "broken.bomb", name);
        }
        try (InputStream in = stream(name)) {
            return in.readAllBytes();
        }
    }

    /** The bytes as they lie in the file, neither inflated nor checked. */
    InputStream raw(String name) throws Broken {
        Item item = item(name);
        return new Region(file, item.at, item.compressed);
    }

    /** The content; throws {@link Broken} while reading when it is not what the directory says. */
    InputStream stream(String name) throws Broken {
        Item item = item(name);
        var inflater = new Inflater(true);
        InputStream content = item.isDeflated() ? new InflaterInputStream(raw(name), inflater, 1 << 15) : raw(name);
        return new Checked(content, inflater, inPart(item), item);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Bytes read many at a time. */
    private abstract static class Bytes extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public abstract int read(byte[] into, int from, int length) throws IOException;
    }

    /** Some bytes of a file. */
    private static final class Region extends Bytes {
        private final FileChannel file;
        private long at;
        private long left;

        Region(FileChannel file, long at, long left) {
            this.file = file;
            this.at = at;
            this.left = left;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = file.read(ByteBuffer.wrap(into, from, (int) Math.min(length, left)), at);
            if (count < 0) {
                throw new EOFException();
            }
            at += count;
            left -= count;
            return count;
        }
    }

    /** Holds the content against the size and check sum the directory gives. */
    private static final class Checked extends Bytes {
        private final InputStream in;
        private final CRC32 crc = new CRC32();
        private final Inflater inflater;
        private final String where;
        private final Item item;
        private long bytes;

        Checked(InputStream in, Inflater inflater, String where, Item item) {
            this.in = in;
            this.inflater = inflater;
            this.where = where;
            this.item = item;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = inflated(into, from, length);
            if (count > 0) {
                crc.update(into, from, count);
                bytes += count;
            }
            if (bytes > item.size || count < 0 && (bytes < item.size || (int) crc.getValue() != item.head.crc)) {
                throw new Broken(where, "broken.content", item.name);
            }
            return count;
        }

        private int inflated(byte[] into, int from, int length) throws IOException {
            try {
                return in.read(into, from, length);
            } catch (ZipException | EOFException garbled) {
                throw new Broken(where, "broken.content", item.name);
            }
        }

        @Override
        public void close() throws IOException {
            inflater.end();
            in.close();
        }
    }
}
