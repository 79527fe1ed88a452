package org.lianban.intake.parties.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.Set;
import org.lianban.security.CheckCharacters;

/** 公民身份号码 (GB 11643-1999): six digits of area, eight of birth date, three of order, one check character. */
public final class ResidentId {
    /** First two digits of GB/T 2260; 83 is on residence permits of people from Taiwan. */
    private static final Set<Integer> PROVINCES = Set.of(11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41,
            42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd")
            .withResolverStyle(ResolverStyle.STRICT);

    private ResidentId() {}

    /** @return in Chinese what is wrong, empty when nothing is; a lower case x counts as X */
    public static Optional<String> fault(String number, LocalDate today) {
        String id = number.toUpperCase(java.util.Locale.ROOT);
        if (!id.matches("[0-9]{17}[0-9X]")) {
            return Optional.of("公民身份号码应为 18 位：17 位数字和 1 位校验码");
        }
        if (!PROVINCES.contains(Integer.parseInt(id.substring(0, 2)))) {
            return Optional.of("公民身份号码的地区码不存在");
        }
        if (!bornBy(id.substring(6, 14), today)) {
            return Optional.of("公民身份号码中的出生日期不正确");
        }
        return id.charAt(17) == CheckCharacters.residentId(id) ? Optional.empty() : Optional.of("公民身份号码的校验码不正确，请核对");
    }

    private static boolean bornBy(String date, LocalDate today) {
        try {
            LocalDate born = LocalDate.parse(date, DATE);
            return born.getYear() >= 1800 && !born.isAfter(today);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
