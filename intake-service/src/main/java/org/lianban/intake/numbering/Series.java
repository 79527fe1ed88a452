package org.lianban.intake.numbering;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** 编号序列: what is numbered, without gaps, per region and day. */
public enum Series {
    /** 办件编号: region, date, {@code YJS}, order and a check character, 24 in all; at most 50 by GB/T 39046. */
    CASE {
        @Override
        String compose(String region, String date, String order) {
            String body = region + date + "YJS" + order;
            return body + Mod37x36.checkCharacter(body);
        }
    },
    /** 收件回执编号. */
    RECEIPT {
        @Override
        String compose(String region, String date, String order) {
            return "SJHZ" + region + date + order;
        }
    },
    /** 一次告知书编号. */
    NOTICE {
        @Override
        String compose(String region, String date, String order) {
            return "YCGZ" + region + date + order;
        }
    },
    /** 授权委托编号. */
    MANDATE {
        @Override
        String compose(String region, String date, String order) {
            return "SQWT" + region + date + order;
        }
    },
    /** 咨询辅导编号. */
    CONSULTATION {
        @Override
        String compose(String region, String date, String order) {
            return "ZXFD" + region + date + order;
        }
    },
    /** 数据异议编号. */
    OBJECTION {
        @Override
        String compose(String region, String date, String order) {
            return "SJYY" + region + date + order;
        }
    },
    /** 快递申报编号. */
    PARCEL {
        @Override
        String compose(String region, String date, String order) {
            return "KDSB" + region + date + order;
        }
    },
    /** 授权同意编号. */
    CONSENT {
        @Override
        String compose(String region, String date, String order) {
            return "TYSQ" + region + date + order;
        }
    },
    /** 预填表单编号. */
    PREFILL {
        @Override
        String compose(String region, String date, String order) {
            return "YTBD" + region + date + order;
        }
    };

    /** Numbers of one series, region and day. */
    public static final int LAST_ORDER = 999_999;
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    abstract String compose(String region, String date, String order);

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
        return compose(region, day.format(DATE), "%06d".formatted(order));
    }

    /** Whether a text can be one of our case numbers; saves a look into the database. */
    public static boolean isCaseNumber(String text) {
        return text.matches("[0-9]{14}YJS[0-9]{6}[0-9A-Z]") && Mod37x36.valid(text);
    }
}
