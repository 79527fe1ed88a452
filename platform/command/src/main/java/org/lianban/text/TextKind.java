package org.lianban.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a text is, which says what may stand in it. */
public enum TextKind {
    /** 姓名 of a person: one line; one form of dot; no space between Chinese characters. */
    PERSON_NAME(100, false, null, "含有汉字或者字母的姓名"),
    /** 名称 of a firm or another body: one line. */
    FIRM_NAME(200, false, null, "含有汉字或者字母的名称"),
    /** 证件号码, 文号: number of a document, also with Chinese characters and brackets; no space in it. */
    DOCUMENT_NUMBER(64, true, null, "含有汉字、字母或者数字的号码"),
    /** Free text in one line; what is broken over several lines is joined by spaces. */
    LINE(500, false, null, ""),
    /** Free text of several lines, each ended by a line feed. */
    LINES(2000, false, null, ""),
    /** 编号, 编码: letters, digits and some punctuation of ASCII. */
    CODE(64, true, "[0-9A-Za-z._:@/+=#~-]+", "字母、数字或 . _ - 等符号"),
    /** 行政区划代码. */
    REGION(6, true, "[0-9]{6}", "六位数字"),
    /** 电话号码, with the country's prefix or an extension. */
    PHONE(30, true, "\\+?[0-9]{3,}(-[0-9]+)*((转|x|ext\\.?|#)[0-9]{1,6})?", "电话号码，例如 13800000000 或 0373-1234567"),
    /** 摘要 of a file. */
    DIGEST(80, true, "(sha256|sm3):[0-9a-f]{64}", "sha256: 或 sm3: 加 64 位十六进制小写数字");

    private final int limit;
    private final boolean number;
    private final @Nullable Pattern pattern;
    private final String form;

    TextKind(int limit, boolean number, @Nullable String pattern, String form) {
        this.limit = limit;
        this.number = number;
        this.pattern = pattern == null ? null : Pattern.compile(pattern);
        this.form = form;
    }

    /** The longest it may be, in code points, where a field does not say otherwise. */
    public int limit() {
        return limit;
    }

    /** Whether it is read digit by digit: full width is narrowed and no space stays in it. */
    public boolean isNumber() {
        return number;
    }

    /** What the whole text must match; null: anything clean. */
    public @Nullable Pattern pattern() {
        return pattern;
    }

    /** How {@link #pattern} is told to people. */
    public String form() {
        return form;
    }
}
