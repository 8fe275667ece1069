package cn.anlan.paper.scan;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What a camera wrote into a JPEG beside the picture (照片信息).
 *
 * @param orientation 1 upright … 8, as in the EXIF standard: how the picture is to be turned or mirrored to stand upright
 * @param takenAt by the camera's clock; null when it does not say
 */
record Exif(int orientation, @Nullable LocalDateTime takenAt) {
    private static final Exif NONE = new Exif(1, null);
    private static final DateTimeFormatter CAMERA = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");
    private static final int ORIENTATION = 0x0112;
    private static final int CAMERA_PART = 0x8769;
    private static final int TAKEN = 0x9003;
    private static final int APP1 = 0xFFE1;
    private static final int IMAGE_FOLLOWS = 0xFFDA;

    /** Reads the first EXIF block of a JPEG; a picture without one, or with a broken one, stands upright. */
    static Exif of(byte[] jpeg) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(jpeg);
            if ((bytes.getShort() & 0xFFFF) != 0xFFD8) {
                return NONE;
            }
            for (int marker = bytes.getShort() & 0xFFFF; marker != IMAGE_FOLLOWS; marker = bytes.getShort() & 0xFFFF) {
                int length = (bytes.getShort() & 0xFFFF) - 2;
                if (marker == APP1 && isExif(bytes)) {
                    return read(bytes.slice(bytes.position() + 6, length - 6));
                }
                bytes.position(bytes.position() + length);
            }
            return NONE;
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return NONE;
        }
    }

    private static boolean isExif(ByteBuffer bytes) {
        byte[] name = new byte[6];
        bytes.get(bytes.position(), name);
        return new String(name, StandardCharsets.ISO_8859_1).equals("Exif\0\0");
    }

    /** A TIFF block: byte order, then the first directory. */
    private static Exif read(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = tiff.getInt(4);
        int orientation = number(tiff, first, ORIENTATION);
        int camera = number(tiff, first, CAMERA_PART);
        return new Exif(orientation < 1 || orientation > 8 ? 1 : orientation, camera == 0 ? null : taken(tiff, camera));
    }

    /** Where the twelve bytes of a tag begin in a directory; -1 when it is not there. */
    private static int find(ByteBuffer tiff, int directory, int tag) {
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + 12 * i;
            if ((tiff.getShort(at) & 0xFFFF) == tag) {
                return at;
            }
        }
        return -1;
    }

    private static int number(ByteBuffer tiff, int directory, int tag) {
        int at = find(tiff, directory, tag);
        boolean isShort = at >= 0 && tiff.getShort(at + 2) == 3;
        return at < 0 ? 0 : isShort ? tiff.getShort(at + 8) & 0xFFFF : tiff.getInt(at + 8);
    }

    private static @Nullable LocalDateTime taken(ByteBuffer tiff, int directory) {
        int at = find(tiff, directory, TAKEN);
        if (at < 0) {
            return null;
        }
        byte[] text = new byte[19];
        tiff.get(tiff.getInt(at + 8), text);
        try {
            return LocalDateTime.parse(new String(text, StandardCharsets.ISO_8859_1), CAMERA).withSecond(0);
        } catch (DateTimeException unset) {
            return null;
        }
    }
}
