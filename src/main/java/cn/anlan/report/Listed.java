package cn.anlan.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case behind a number (明细).
 *
 * @param closed null while it is not
 */
public record Listed(String id, int revision, String title, LocalDate accepted, @Nullable LocalDate closed) {}
