package cn.anlan.security.key;

import org.jspecify.annotations.Nullable;

/**
 * Who has a key (持钥人).
 *
 * @param role the word of her role
 * @param mediatorId the entry in the book of mediators that is she, for one who sees her own cases only
 */
public record Holder(String name, String role, @Nullable String mediatorId) {
    static final Holder NOBODY = new Holder("", "", null);
}
