package org.lianban.scenarios.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Invented identity numbers that pass their check digits. The same number gives the same identity. */
public final class Identities {
    private static final int[] RESIDENT_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String RESIDENT_CHECKS = "10X98765432";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
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
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * RESIDENT_WEIGHTS[i];
        }
        return body + RESIDENT_CHECKS.charAt(sum % 11);
    }

    /** 统一社会信用代码 (GB 32100) of a firm registered in the region. */
    public static String creditCode(String region, int number) {
        String organisation = "MA" + "%06d".formatted(number % 1_000_000);
        int sum = 0;
        for (int i = 0; i < organisation.length(); i++) {
            sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        String body = "91" + region + organisation + (check == 10 ? "X" : check == 11 ? "0" : String.valueOf(check));
        int weighted = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            weighted += CREDIT_ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % CREDIT_ALPHABET.length();
        }
        int modulus = CREDIT_ALPHABET.length();
        return body + CREDIT_ALPHABET.charAt((modulus - weighted % modulus) % modulus);
    }

    public static String name(int number) {
        return FAMILY[number % FAMILY.length] + GIVEN[number % GIVEN.length];
    }

    public static String phone(int number) {
        return "138%08d".formatted(number % 100_000_000);
    }
}
