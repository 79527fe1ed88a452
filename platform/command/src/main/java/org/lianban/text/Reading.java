package org.lianban.text;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import org.lianban.command.FaultCode;
import org.lianban.text.Text.Refused;
import org.lianban.text.Text.Repair;
import org.lianban.text.Text.Taken;

/** One text on its way through the rules of its kind. */
record Reading(TextKind kind, int max, Set<Repair> repairs) {
    private static final int DOT = 0xB7;
    private static final String DOTS = "\u00B7\u0387\u16EB\u2022\u2024\u2027\u2218\u2219\u22C5\u25CF\u25E6\u26AB\u2E31\u2E33\u30FB\u318D"
            + "\uA78F\uFF0E\uFF65";
    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\p{IsIdeographic}) (?=\\p{IsIdeographic})");
    private static final Pattern BREAK = Pattern.compile(" *\n[ \n]*");
    private static final Pattern AROUND = Pattern.compile(" ?\u00B7(?: ?\u00B7)* ?");
    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86-?)?1[0-9]{2}-?[0-9]{4}-?[0-9]{4}");
    /** Nothing honest grows more than this when it is cleaned: what is longer is not looked at. */
    private static final int RAW_FACTOR = 4;
    private static final int RAW_EXTRA = 1000;

    Text read(String raw) {
        if (raw.length() > (long) RAW_FACTOR * max + RAW_EXTRA) {
            return new Refused(FaultCode.TOO_LONG, FaultCode.TOO_LONG.message("", max, Characters.length(raw)));
        }
        if (plain(raw)) {
            return measured(raw);
        }
        int bad = refused(raw);
        if (bad >= 0) {
            return refusal(bad);
        }
        String clean = composed(cleaned(composed(raw)));
        int broken = clean.codePoints().filter(this::misplaced).findFirst().orElse(-1);
        if (broken >= 0) {
            return refusal(broken);
        }
        return measured(clean);
    }

    /** Nearly all that comes: ASCII without spaces, and the common Chinese characters; no rule has anything to say. */
    private boolean plain(String raw) {
        boolean dotted = kind == TextKind.PERSON_NAME || kind == TextKind.PHONE;
        return raw.chars()
                .allMatch(
                        c -> c > ' ' && c < 0x7F && !(dotted && (c == '.' || c == '-')) || c >= 0x4E00 && c <= 0x9FFF);
    }

    private Text measured(String clean) {
        int length = Characters.length(clean);
        if (length > max) {
            return new Refused(FaultCode.TOO_LONG, FaultCode.TOO_LONG.message("", max, length));
        }
        if (!clean.isEmpty() && !formed(clean)) {
            return new Refused(FaultCode.MALFORMED, FaultCode.MALFORMED.message("", kind.form()));
        }
        return new Taken(clean, repairs);
    }

    private Refused refusal(int c) {
        return new Refused(FaultCode.UNCLEAN, FaultCode.UNCLEAN.message("", Unclean.reason(c)));
    }

    /** The first character that no repair can help, or -1. */
    private int refused(String raw) {
        return raw.codePoints().filter(c -> Unclean.refused(c) && !Unclean.lineEnd(c) && c != '\t'
                && !(kind.isNumber() && Unclean.leftToRight(c))).findFirst().orElse(-1);
    }

    /** What is left after cleaning and has no place in this kind: a line end inside, a digit of another script. */
    private boolean misplaced(int c) {
        return switch (kind) {
            case LINES -> false;
            case LINE -> Unclean.lineEnd(c);
            case PERSON_NAME, FIRM_NAME -> Unclean.lineEnd(c) || Character.getType(c) == Character.PRIVATE_USE;
            case DOCUMENT_NUMBER, CODE, REGION, PHONE, DIGEST ->
                Unclean.lineEnd(c) || Character.isDigit(c) && c > '9' || Character.getType(c) == Character.PRIVATE_USE;
        };
    }

    private boolean formed(String clean) {
        return switch (kind) {
            case PERSON_NAME, FIRM_NAME -> clean.codePoints().anyMatch(Character::isLetter);
            case DOCUMENT_NUMBER -> clean.codePoints().anyMatch(Character::isLetterOrDigit);
            case LINE, LINES -> true;
            case CODE, REGION, PHONE, DIGEST -> kind.pattern() == null || kind.pattern().matcher(clean).matches();
        };
    }

    /** NFC; and a radical out of a PDF is the character that it looks like. */
    private String composed(String text) {
        return repaired(Repair.COMPOSITION, text, Normalizer.normalize(radicals(text), Normalizer.Form.NFC));
    }

    private static String radicals(String text) {
        if (text.chars().noneMatch(c -> c >= 0x2E80 && c <= 0x2FDF)) {
            return text;
        }
        StringBuilder characters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            characters.append(c >= 0x2E80 && c <= 0x2FDF
                    ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC)
                    : c);
        }
        return characters.toString();
    }

    private String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int[] all = text.codePoints().toArray();
        for (int i = 0; i < all.length; i++) {
            int c = all[i];
            if (Unclean.invisible(c)) {
                repairs.add(Repair.INVISIBLE);
            } else if (Unclean.lineEnd(c)) {
                i += c == '\r' && i + 1 < all.length && all[i + 1] == '\n' ? 1 : 0;
                if (c != '\n') {
                    repairs.add(Repair.LINE_ENDS);
                }
                clean.append('\n');
            } else if (Unclean.space(c)) {
                int space = c == 0x3000 && kind == TextKind.LINES ? c : ' ';
                if (space != c) {
                    repairs.add(Repair.SPACES);
                }
                clean.appendCodePoint(space);
            } else {
                clean.appendCodePoint(narrowed(c));
            }
        }
        return tidy(repaired(Repair.SPACES, clean.toString(), clean.toString().strip()));
    }

    private String repaired(Repair repair, String before, String after) {
        if (!after.equals(before)) {
            repairs.add(repair);
        }
        return after;
    }

    private int narrowed(int c) {
        boolean name = kind == TextKind.PERSON_NAME;
        if (!name && !kind.isNumber()) {
            return c;
        }
        int narrow = c;
        if (c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ' || kind.isNumber() && c >= '０' && c <= '９') {
            narrow = c - 'Ａ' + 'A';
        } else if (kind.isNumber() && hyphen(c)) {
            narrow = '-';
        } else if (kind.isNumber() && kind != TextKind.DOCUMENT_NUMBER && c > 0xFF00 && c <= 0xFF5E) {
            narrow = c - 'Ａ' + 'A';
        }
        if (narrow != c) {
            repairs.add(Repair.WIDTH);
        }
        return narrow;
    }

    private static boolean hyphen(int c) {
        return c >= 0x2010 && c <= 0x2015 || c == 0x2212 || c == 0xFE63 || c == 0xFF0D;
    }

    private String tidy(String text) {
        return switch (kind) {
            case LINES -> text;
            // An address on two lines is still the address; nothing is lost by a space.
            case LINE -> repaired(Repair.LINE_ENDS, text, BREAK.matcher(text).replaceAll(" "));
            case PERSON_NAME -> dots(names(text));
            case FIRM_NAME -> names(text);
            case DOCUMENT_NUMBER, CODE, REGION, DIGEST -> repaired(Repair.SPACES, text, text.replace(" ", ""));
            case PHONE -> phone(repaired(Repair.SPACES, text, text.replace(" ", "")));
        };
    }

    /** 张　三 on old forms is 张三; between other letters one space stays. Two lines might be two people: they stay two. */
    private String names(String text) {
        return repaired(Repair.SPACES, text, BETWEEN.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll(""));
    }

    private String dots(String text) {
        StringBuilder name = new StringBuilder(text.length());
        int[] all = text.codePoints().toArray();
        for (int i = 0; i < all.length; i++) {
            boolean dot = DOTS.indexOf(all[i]) >= 0 || all[i] == '.' && i > 0 && i + 1 < all.length && han(all[i - 1])
                    && han(all[i + 1]);
            if (dot && all[i] != DOT) {
                repairs.add(Repair.DOT);
            }
            name.appendCodePoint(dot ? DOT : all[i]);
        }
        return AROUND.matcher(name).replaceAll("\u00B7");
    }

    private static boolean han(int c) {
        return Character.isIdeographic(c);
    }

    /** Mobile numbers are written with hyphens for the eye only. */
    private String phone(String text) {
        if (!MOBILE.matcher(text).matches()) {
            return text;
        }
        return repaired(Repair.WIDTH, text, text.replace("-", ""));
    }
}
