package cn.anlan.paper;

import cn.anlan.entry.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A table as plain text (.csv), in UTF-8 or as Chinese Windows writes it (GBK); cells in quotes may hold commas and line breaks. */
final class CsvFile implements SheetFile {
    private static final Charset CHINESE_WINDOWS = Charset.forName("GB18030");
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int END = -1;

    private final Path file;
    private final Charset charset;

    private CsvFile(Path file, Charset charset) {
        this.file = file;
        this.charset = charset;
    }

    static CsvFile open(Path file) {
        return new CsvFile(file, isUtf8(file) ? StandardCharsets.UTF_8 : CHINESE_WINDOWS);
    }

    private static boolean isUtf8(Path file) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (InputStream in = Files.newInputStream(file); Reader reader = new InputStreamReader(in, decoder)) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException other) {
            return false;
        } catch (IOException unreadable) {
            throw Refused.of("paper.refused.no_file", file);
        }
    }

    @Override
    public int sheets() {
        return 1;
    }

    @Override
    public boolean from1904() {
        return false;
    }

    @Override
    public void each(int sheet, Predicate<SheetRow> taker) {
        try (InputStream in = Files.newInputStream(file); var reader = new BufferedReader(new InputStreamReader(in, charset))) {
            int next = reader.read();
            next = next == BYTE_ORDER_MARK ? reader.read() : next;
            boolean more = true;
            for (int number = 1; more && next != END; number++) {
                List<Cell> cells = new ArrayList<>();
                next = row(reader, next, cells);
                more = taker.test(new SheetRow(number, cells));
            }
        } catch (IOException unreadable) {
            throw Refused.of("paper.refused.no_file", file);
        }
    }

    /** Reads a row that begins with a character already read; the first character after the row. */
    private static int row(BufferedReader reader, int first, List<Cell> cells) throws IOException {
        int c = first;
        var text = new StringBuilder();
        while (c != END && c != '\n' && c != '\r') {
            if (c == '"' && text.isEmpty()) {
                quoted(reader, text);
            } else if (c == ',') {
                cells.add(Cell.text(text.toString()));
                text.setLength(0);
            } else {
                text.append((char) c);
            }
            c = reader.read();
        }
        cells.add(Cell.text(text.toString()));
        if (c == '\r') {
            int after = reader.read();
            return after == '\n' ? reader.read() : after;
        }
        return c == END ? END : reader.read();
    }

    /** Reads to the closing quote; two quotes are one. */
    private static void quoted(BufferedReader reader, StringBuilder text) throws IOException {
        int c = reader.read();
        while (c != END) {
            if (c == '"') {
                reader.mark(1);
                if (reader.read() != '"') {
                    reader.reset();
                    return;
                }
            }
            text.append((char) c);
            c = reader.read();
        }
    }

    @Override
    public void close() {
        // each reading opens and closes the file itself
    }
}
