package org.lianban.intake.commands;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** 日 in China, by which numbers and terms are counted. */
public final class Days {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Days() {}

    public static LocalDate in(Instant at) {
        return LocalDate.ofInstant(at, CHINA);
    }
}
