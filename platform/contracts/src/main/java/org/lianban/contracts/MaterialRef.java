package org.lianban.contracts;

import org.jspecify.annotations.Nullable;

/**
 * 申请材料 as handed in: a reference, never the content.
 *
 * @param code the material of the catalogue list, {@code m01}
 * @param form how it was handed in
 * @param digest {@code sha256:} and 64 hex digits; null for all but electronic ones
 * @param sm3 {@code sm3:} and 64 hex digits, attested by a clerk who compared paper and copy
 * @param trust null: not graded
 */
public record MaterialRef(String code, String name, Form form, @Nullable String digest, @Nullable String mediaType,
        long bytes, @Nullable String sm3, @Nullable Grade trust) {

    public MaterialRef(String code, String name, Form form, @Nullable String digest, @Nullable String mediaType,
            long bytes) {
        this(code, name, form, digest, mediaType, bytes, null, null);
    }

    public enum Form {
        ELECTRONIC,
        PAPER,
        /** 数据共享免提交. */
        EXEMPT_DATA,
        /** 电子证照免提交. */
        EXEMPT_LICENSE,
        /** 容缺后补. */
        DEFERRED,
        /** 承诺免交. */
        WAIVED;

        /** Whether the applicant handed something in. */
        public boolean handedIn() {
            return this == ELECTRONIC || this == PAPER;
        }
    }

    /** 信任等级 (国办函〔2016〕108号). */
    public enum Grade {
        /** Issued by the authority itself. */
        A,
        /** Checked against the original by a window; may be reused. */
        B,
        /** Uploaded by the applicant, the original has to be checked. */
        C,
        /** Made by the applicant, with a commitment. */
        D
    }
}
