package org.lianban.contracts;

import org.jspecify.annotations.Nullable;

/**
 * 申请材料 as handed in: a reference, never the content.
 *
 * @param code the material of the catalogue list, {@code m01}
 * @param form how it was handed in
 * @param digest {@code sha256:} and 64 hex digits; null for paper
 */
public record MaterialRef(String code, String name, Form form, @Nullable String digest, @Nullable String mediaType,
        long bytes) {
    public enum Form {
        ELECTRONIC, PAPER
    }
}
