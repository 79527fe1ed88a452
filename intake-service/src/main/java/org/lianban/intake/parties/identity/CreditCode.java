package org.lianban.intake.parties.identity;

import java.util.Locale;
import java.util.Optional;
import org.lianban.security.CheckCharacters;

/**
 * 统一社会信用代码 (GB 32100-2015): authority, category, six digits of area, nine characters of organisation code with its
 * own check (GB 11714), one check character. The letters I, O, S, V and Z do not occur.
 */
public final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    private CreditCode() {}

    /** @return in Chinese what is wrong, empty when nothing is; lower case counts as upper case */
    public static Optional<String> fault(String number) {
        String code = number.toUpperCase(Locale.ROOT);
        if (code.length() != LENGTH || !code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            return Optional.of("统一社会信用代码应为 18 位数字或大写字母，不含 I、O、S、V、Z");
        }
        if (!code.substring(2, 8).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of("统一社会信用代码第 3 至 8 位应为行政区划代码");
        }
        if (code.charAt(16) != CheckCharacters.organisationCode(code.substring(8, 16))) {
            return Optional.of("统一社会信用代码中的组织机构代码（第 9 至 17 位）校验不通过，请核对");
        }
        return code.charAt(LENGTH - 1) == CheckCharacters.creditCode(code)
                ? Optional.empty()
                : Optional.of("统一社会信用代码的校验码不正确，请核对");
    }
}
