package org.lianban.result.notices.sms;

/** 短信分段: a message of Chinese text holds 70 characters, a part of a longer one 67 (3GPP TS 23.040, UCS-2). */
public final class Segments {
    private static final int SINGLE = 70;
    private static final int PART = 67;

    private Segments() {}

    public static int of(String text) {
        return text.length() <= SINGLE ? 1 : (text.length() + PART - 1) / PART;
    }

    /** The longest text that fits into so many segments, in UTF-16 units. */
    public static int capacity(int segments) {
        return segments <= 1 ? SINGLE : segments * PART;
    }
}
