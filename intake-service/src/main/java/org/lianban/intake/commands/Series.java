package org.lianban.intake.commands;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.security.CheckCharacters;

/** 编号序列: what is numbered, without gaps, per region and day. */
public enum Series {
    /** 办件编号: region, date, {@code YJS}, order and a check character, 24 in all; at most 50 by GB/T 39046. */
    CASE(""),
    /** 收件回执编号. */
    RECEIPT("SJHZ"),
    /** 一次告知书编号. */
    NOTICE("YCGZ"),
    /** 授权委托编号. */
    MANDATE("SQWT"),
    /** 咨询辅导编号. */
    CONSULTATION("ZXFD"),
    /** 数据异议编号. */
    OBJECTION("SJYY"),
    /** 快递申报编号. */
    PARCEL("KDSB"),
    /** 授权同意编号. */
    CONSENT("TYSQ"),
    /** 预填表单编号. */
    PREFILL("YTBD");

    /** How a case number is written; its last character checks the others. */
    public static final String CASE_NUMBER = "[0-9]{14}YJS[0-9]{6}[0-9A-Z]";
    /** Numbers of one series, region and day. */
    public static final int LAST_ORDER = 999_999;
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private final String prefix;

    Series(String prefix) {
        this.prefix = prefix;
    }

    /**
     * @param region six digits
     * @param day in China
     * @param order from 1 to {@link #LAST_ORDER}
     */
    public String number(String region, LocalDate day, int order) {
        if (order < 1 || order > LAST_ORDER) {
            throw new IllegalStateException("Expected an order of 1 to " + LAST_ORDER + ", but " + this + " of "
                    + region + " on " + day + " came to " + order);
        }
        String serial = "%06d".formatted(order);
        if (this != CASE) {
            return prefix + region + day.format(DATE) + serial;
        }
        String body = region + day.format(DATE) + "YJS" + serial;
        return body + CheckCharacters.mod37x36(body);
    }

    /** Whether a text can be a number of this series; saves a look into the database. */
    public boolean numbers(String text) {
        return this == CASE ? isCaseNumber(text) : text.matches(prefix + "[0-9]{20}");
    }

    /** Whether a text can be one of our case numbers. */
    public static boolean isCaseNumber(String text) {
        return text.matches(CASE_NUMBER) && CheckCharacters.endsInMod37x36(text);
    }

    /** What is wrong with a case number in a body, at {@code /caseNo}; null is none and not wrong. */
    public static List<Fault> faults(@Nullable String caseNo) {
        return caseNo == null || isCaseNumber(caseNo)
                ? List.of()
                : List.of(new Fault("/caseNo", "MALFORMED", "办件编号不正确"));
    }

    /** The region that a case number begins with. */
    public static String region(String caseNo) {
        return caseNo.substring(0, 6);
    }
}
