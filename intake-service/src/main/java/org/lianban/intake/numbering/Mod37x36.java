package org.lianban.intake.numbering;

/** ISO 7064 MOD 37,36 (GB/T 17710): one check character over digits and capital letters. */
public final class Mod37x36 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int M = 36;

    private Mod37x36() {}

    /** @throws IllegalArgumentException for a character that is neither a digit nor a capital letter */
    public static char checkCharacter(String text) {
        int p = M;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException(
                        "Expected digits and capital letters, but position " + i + " is none");
            }
            p = (p + value) % M;
            p = (p == 0 ? M : p) * 2 % (M + 1);
        }
        return ALPHABET.charAt((M + 1 - p) % M);
    }

    /** Whether the last character is the check character of those before it. */
    public static boolean valid(String text) {
        return text.length() > 1 && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && text.charAt(text.length() - 1) == checkCharacter(text.substring(0, text.length() - 1));
    }
}
