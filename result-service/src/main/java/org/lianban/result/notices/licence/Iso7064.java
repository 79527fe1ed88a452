package org.lianban.result.notices.licence;

/** ISO 7064 MOD 37,36 (GB/T 17710-2008): one check character over digits and capital letters. */
public final class Iso7064 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int MODULUS = 36;

    private Iso7064() {}

    /**
     * @param text digits and capital letters, at least one
     * @throws IllegalArgumentException for any other character
     */
    public static char check(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Expected something to check, but got nothing");
        }
        int p = MODULUS;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("Expected 0-9 or A-Z, but got " + text.charAt(i));
            }
            int sum = (p + value) % MODULUS;
            p = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
        }
        return ALPHABET.charAt((MODULUS + 1 - p) % MODULUS);
    }

    /** Whether the last character is the check character of those before it. */
    public static boolean valid(String text) {
        return text.length() > 1 && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && check(text.substring(0, text.length() - 1)) == text.charAt(text.length() - 1);
    }
}
