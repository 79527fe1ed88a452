package org.lianban.contracts;

import org.jspecify.annotations.Nullable;

/**
 * 申请人 or 代理人. Personal data: travels only where the item needs it, and is masked in every log.
 *
 * @param idType {@code RESIDENT_ID} (GB 11643) or {@code CREDIT_CODE} (GB 32100)
 */
public record Party(String name, IdType idType, String idNumber, @Nullable String phone) {
    public enum IdType {
        /** 公民身份号码. */
        RESIDENT_ID,
        /** 统一社会信用代码. */
        CREDIT_CODE
    }

    /** 张三丰 becomes 张**, and 110105194912310021 becomes 110***********0021. */
    public Party masked() {
        return new Party(maskName(name), idType, maskMiddle(idNumber, 3, 4),
                phone == null ? null : maskMiddle(phone, 3, 4));
    }

    private static String maskName(String name) {
        return mask(name, 1, 0, false);
    }

    private static String maskMiddle(String text, int head, int tail) {
        return mask(text, head, tail, true);
    }

    /** By whole characters: half of one cannot be stored. @param whole whether a short one is masked as a whole */
    private static String mask(String text, int head, int tail, boolean whole) {
        int count = text.codePointCount(0, text.length());
        if (count <= head + tail) {
            return whole ? "*".repeat(count) : text;
        }
        return text.substring(0, text.offsetByCodePoints(0, head)) + "*".repeat(count - head - tail)
                + text.substring(text.offsetByCodePoints(text.length(), -tail));
    }

    @Override
    public String toString() {
        Party m = masked();
        return m.name + "/" + m.idNumber;
    }
}
