package cn.anlan.paper.form;

import java.util.function.Supplier;

/**
 * A scan or photo that belongs to a paper of the dossier (扫描件).
 *
 * @param kind the paper's word, see {@link Form#word()}
 * @param pages how many pages it has
 * @param content JPEG, PNG or PDF; fetched only when it is bound
 */
public record Scanned(String kind, String name, int pages, Supplier<byte[]> content) {}
