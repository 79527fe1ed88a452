package org.lianban.intake.parties.identity;

/** 组织机构代码 (GB 11714): eight characters and a check character; part of every credit code. */
public final class OrganisationCode {
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private OrganisationCode() {}

    /** Over the first eight characters, digits or capital letters. */
    static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(code.charAt(i), 36) * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    static boolean valid(String code) {
        return code.length() == 9 && code.charAt(8) == checkCharacter(code);
    }
}
