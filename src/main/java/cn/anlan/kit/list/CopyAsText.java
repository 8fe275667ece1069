package cn.anlan.kit.list;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Shown;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Rows as a sheet or a letter takes them (复制为文字): a line of names, then tab-separated values, personal ones masked. */
final class CopyAsText {
    private CopyAsText() {}

    /** Of {@code chosen} rows those at hand; that some were not yet read is told, for nobody counts what she pastes. */
    static <E extends Entry> void copy(Shape<E> shape, List<Field> fields, List<Shown<E>> rows, int chosen, NoticeBar notice) {
        if (!rows.isEmpty()) {
            var content = new ClipboardContent();
            content.putString(text(shape, fields, rows));
            Clipboard.getSystemClipboard().setContent(content);
            notice.done(Text.of("kit.copy.done", rows.size()));
        }
        if (rows.size() < chosen) {
            notice.refused(Text.of("kit.copy.partly", chosen, rows.size()));
        }
    }

    static <E extends Entry> String text(Shape<E> shape, List<Field> fields, List<Shown<E>> rows) {
        String head = fields.stream().map(shape::label).collect(Collectors.joining("\t"));
        return head + "\n" + rows.stream()
                .map(row -> fields.stream().map(field -> row.masked(field).replaceAll("\\R|\t", " ")).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }
}
