package cn.anlan.paper.scan;

import cn.anlan.paper.form.FormCode;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is seen in a scan at first sight (扫描件概况).
 *
 * @param mediaType {@code jpg}, {@code png} or {@code pdf}, by what the bytes are and not by the file's name
 * @param pages of a PDF; a picture has one
 * @param takenAt when the camera says it was taken, by the camera's clock; null when it does not say
 * @param codes of our own forms, in the order of the pages
 */
public record ScanLook(String mediaType, int pages, @Nullable LocalDateTime takenAt, List<FormCode> codes) {
    public ScanLook {
        codes = List.copyOf(codes);
    }

    /** The same of other bytes. */
    public ScanLook as(String otherType) {
        return new ScanLook(otherType, pages, takenAt, codes);
    }
}
