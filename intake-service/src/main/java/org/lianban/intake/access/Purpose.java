package org.lianban.intake.access;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 访问目的, as the header {@code Lianban-Purpose} names it (个人信息保护法 6: 明确、合理的目的). */
public enum Purpose {
    /** 收件、补正. */
    INTAKE,
    /** 审批. */
    REVIEW,
    /** 牵头协调. */
    COORDINATION,
    /** 送达. */
    DELIVERY,
    /** 原件移交、留存、退还. */
    CUSTODY,
    /** 归档. */
    ARCHIVE,
    /** 咨询、投诉、回访. */
    CALLBACK,
    /** 监督检查、考核. */
    INSPECTION;

    public static final String HEADER = "Lianban-Purpose";

    public static Optional<Purpose> of(@Nullable String text) {
        return Arrays.stream(values()).filter(p -> p.name().equalsIgnoreCase(text)).findFirst();
    }
}
