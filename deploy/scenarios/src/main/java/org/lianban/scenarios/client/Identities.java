package org.lianban.scenarios.client;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.lianban.security.CheckCharacters;

/** Invented identity numbers that pass their check digits. The same number gives the same identity. */
public final class Identities {
    private static final String[] FAMILY = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙"};
    private static final String[] GIVEN = {"建国", "秀英", "明", "丽", "志强", "敏", "伟", "芳", "晓东", "海燕", "玉兰"};
    private static final LocalDate EARLIEST = LocalDate.of(1955, 1, 1);
    /** Until 1999: everybody is of age. */
    private static final int DAYS = 16_000;

    private Identities() {}

    /**
     * 公民身份号码 (GB 11643).
     *
     * @param region six digits
     * @param number from 0
     */
    public static String residentId(String region, int number) {
        LocalDate born = EARLIEST.plusDays(number * 4_729L % DAYS);
        String body = region + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(number % 1_000);
        return body + CheckCharacters.residentId(body);
    }

    /** 统一社会信用代码 (GB 32100) of a firm registered in the region. */
    public static String creditCode(String region, int number) {
        String organisation = "MA" + "%06d".formatted(number % 1_000_000);
        String body = "91" + region + organisation + CheckCharacters.organisationCode(organisation);
        return body + CheckCharacters.creditCode(body);
    }

    public static String name(int number) {
        return FAMILY[number % FAMILY.length] + GIVEN[number % GIVEN.length];
    }

    public static String phone(int number) {
        return "138%08d".formatted(number % 100_000_000);
    }
}
