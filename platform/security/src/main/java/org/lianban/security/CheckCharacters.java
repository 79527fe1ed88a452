package org.lianban.security;

/** 校验码: the check characters of the numbers that we read and make. Letters are capitals. */
public final class CheckCharacters {
    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String RESIDENT = "10X98765432";
    private static final int[] RESIDENT_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CheckCharacters() {}

    /**
     * ISO 7064 MOD 37,36 (GB/T 17710), as on electronic licences and our case numbers.
     *
     * @param text digits and letters, at least one
     * @throws IllegalArgumentException for any other character
     */
    public static char mod37x36(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Expected something to check, but got nothing");
        }
        int modulus = 36;
        int p = modulus;
        for (int i = 0; i < text.length(); i++) {
            int sum = (p + value(ALPHANUMERIC, text, i)) % modulus;
            p = (sum == 0 ? modulus : sum) * 2 % (modulus + 1);
        }
        return ALPHANUMERIC.charAt((modulus + 1 - p) % modulus);
    }

    /** Whether the last character is the check character of those before it. */
    public static boolean endsInMod37x36(String text) {
        int last = text.length() - 1;
        return last > 0 && text.chars().allMatch(c -> ALPHANUMERIC.indexOf(c) >= 0)
                && text.charAt(last) == mod37x36(text.substring(0, last));
    }

    /** 公民身份号码 (GB 11643), ISO 7064 MOD 11,2. @param number its first 17 characters, or all; digits */
    public static char residentId(String number) {
        int sum = 0;
        for (int i = 0; i < RESIDENT_WEIGHTS.length; i++) {
            sum += value("0123456789", number, i) * RESIDENT_WEIGHTS[i];
        }
        return RESIDENT.charAt(sum % 11);
    }

    /** 组织机构代码 (GB 11714). @param code its first eight characters, or all */
    public static char organisationCode(String code) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += value(ALPHANUMERIC, code, i) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    /** 统一社会信用代码 (GB 32100). @param code its first 17 characters, or all; I, O, S, V and Z do not occur */
    public static char creditCode(String code) {
        int modulus = 31;
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += value(CREDIT, code, i) * weight;
            weight = weight * 3 % modulus;
        }
        return CREDIT.charAt((modulus - sum % modulus) % modulus);
    }

    private static int value(String alphabet, String text, int at) {
        int value = alphabet.indexOf(text.charAt(at));
        if (value < 0) {
            throw new IllegalArgumentException("Expected one of " + alphabet + ", but position " + at + " is none");
        }
        return value;
    }
}
