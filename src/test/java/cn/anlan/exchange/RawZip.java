package cn.anlan.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip laid down field by field (APPNOTE 4.3), so that each may be a lie. */
final class RawZip {
    private final List<Part> parts = new ArrayList<>();

    /** One file and what is said of it; {@code said} and {@code crc} are the size and sum the zip claims. */
    static final class Part {
        private final byte[] name;
        private final byte[] bytes;
        private final int method;
        long said;
        int crc;
        int flags;
        int external;
        int version;
        byte[] extra = {};
        byte[] localName;

        private Part(String name, byte[] content, boolean deflated) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.localName = this.name;
            this.method = deflated ? 8 : 0;
            this.version = deflated ? 20 : 10;
            this.bytes = deflated ? deflate(content) : content;
            this.said = content.length;
            var sum = new CRC32();
            sum.update(content);
            this.crc = (int) sum.getValue();
        }
    }

    private static byte[] deflate(byte[] content) {
        var deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 14];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    Part stored(String name, String content) {
        return add(new Part(name, content.getBytes(StandardCharsets.UTF_8), false));
    }

    Part raw(String name, byte[] content) {
        return add(new Part(name, content, false));
    }

    Part deflated(String name, byte[] content) {
        return add(new Part(name, content, true));
    }

    private Part add(Part part) {
        parts.add(part);
        return part;
    }

    byte[] bytes() {
        return bytes(new byte[0], new byte[0], new byte[0]);
    }

    /** With something between the files and the directory, in front of everything, and as a comment. */
    byte[] bytes(byte[] between, byte[] front, byte[] comment) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(front);
        var directory = new ByteArrayOutputStream();
        for (Part part : parts) {
            int at = out.size();
            ByteBuffer local = little(30).putInt(0x04034b50).putShort((short) part.version);
            out.writeBytes(common(local, part, part.localName.length).array());
            out.writeBytes(part.localName);
            out.writeBytes(part.extra);
            out.writeBytes(part.bytes);
            ByteBuffer central = little(46).putInt(0x02014b50).putShort((short) part.version).putShort((short) part.version);
            directory.writeBytes(common(central, part, part.name.length).putShort((short) 0).putShort((short) 0).putShort((short) 0)
                    .putInt(part.external).putInt(at).array());
            directory.writeBytes(part.name);
            directory.writeBytes(part.extra);
        }
        out.writeBytes(between);
        int begin = out.size();
        out.writeBytes(directory.toByteArray());
        out.writeBytes(little(22).putInt(0x06054b50).putInt(0).putShort((short) parts.size()).putShort((short) parts.size())
                .putInt(directory.size()).putInt(begin).putShort((short) comment.length).array());
        out.writeBytes(comment);
        return out.toByteArray();
    }

    private static ByteBuffer common(ByteBuffer to, Part part, int nameLength) {
        return to.putShort((short) part.flags).putShort((short) part.method).putInt(0x5C210000).putInt(part.crc).putInt(part.bytes.length)
                .putInt((int) part.said).putShort((short) nameLength).putShort((short) part.extra.length);
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
