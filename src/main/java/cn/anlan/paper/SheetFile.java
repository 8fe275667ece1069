package cn.anlan.paper;

import cn.anlan.entry.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;

/** A spreadsheet somebody handed in (表格文件): told by what is in it, for names lie; read a row at a time. */
interface SheetFile extends AutoCloseable {
    int HEAD = 512;
    /** A byte that no Chinese text file has near its beginning. */
    int NUL = 0;

    /** How many visible sheets it has. */
    int sheets();

    /** Whether its day numbers count from 1904, as those of old Macintosh files do. */
    boolean from1904();

    /** Hands over the rows of a visible sheet (counted from 0) until the taker says false. */
    void each(int sheet, Predicate<SheetRow> taker);

    @Override
    void close();

    /** Opens .xlsx, .xls or .csv; throws {@link Refused} when it is none, is locked by a password, or would burst the machine. */
    static SheetFile open(Path file) {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        } catch (IOException unreadable) {
            throw Refused.of("paper.refused.no_file", file);
        }
        if (head.length == 0) {
            throw Refused.of("paper.refused.empty_file", file.getFileName());
        } else if (startsWith(head, 'P', 'K', 3, 4)) {
            return XlsxFile.open(file);
        } else if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return XlsFile.open(file);
        } else if (isMarkup(head)) {
            throw Refused.of("paper.refused.web_page", file.getFileName());
        } else if (holdsNul(head)) {
            throw Refused.of("paper.refused.no_sheet_file", file.getFileName());
        }
        return CsvFile.open(file);
    }

    private static boolean startsWith(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMarkup(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        return text.startsWith("<") || text.startsWith("\u00EF\u00BB\u00BF<");
    }

    private static boolean holdsNul(byte[] head) {
        for (byte b : head) {
            if (b == NUL) {
                return true;
            }
        }
        return false;
    }
}
