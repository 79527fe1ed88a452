package org.lianban.result.notices.licence;

import java.util.Optional;
import java.util.regex.Pattern;
import org.lianban.security.CheckCharacters;

/**
 * 证照标识 (GB/T 36904-2018): {@code 1.2.156.3005.2.type.authority.serial.version.check}. The check character is ISO
 * 7064 MOD 37,36 over the parts after the root, joined without dots.
 *
 * @param type 证照类型代码: USCC of the body that laid the type down, and three characters; 21 in all
 * @param authority 颁发机构: USCC of the issuing body, or region code and office where it has none published
 * @param serial 流水号, 1 to 30 digits or capital letters
 * @param version 版本号, 1 to 999
 */
public record LicenceNumber(String type, String authority, String serial, int version) {
    private static final String ROOT = "1.2.156.3005.2.";
    private static final Pattern TYPE = Pattern.compile("[0-9A-Z]{21}");
    private static final Pattern PART = Pattern.compile("[0-9A-Z]{1,30}");
    private static final Pattern WHOLE = Pattern
            .compile("1\\.2\\.156\\.3005\\.2\\.([0-9A-Z]{21})\\.([0-9A-Z]{1,30})\\.([0-9A-Z]{1,30})\\."
                    + "([0-9]{3})\\.([0-9A-Z])");

    public LicenceNumber {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("Expected 21 digits or capital letters as type, but got " + type);
        }
        if (!PART.matcher(authority).matches() || !PART.matcher(serial).matches()) {
            throw new IllegalArgumentException(
                    "Expected 1 to 30 digits or capital letters, but got " + authority + " and " + serial);
        }
        if (version < 1 || version > 999) {
            throw new IllegalArgumentException("Expected a version of 1 to 999, but got " + version);
        }
    }

    public char check() {
        return CheckCharacters.mod37x36(type + authority + serial + three());
    }

    /** The whole number with root, dots and check character. */
    public String text() {
        return ROOT + type + "." + authority + "." + serial + "." + three() + "." + check();
    }

    /** Empty unless the text has the shape of a number and its check character is right. */
    public static Optional<LicenceNumber> read(String text) {
        var match = WHOLE.matcher(text);
        if (!match.matches() || Integer.parseInt(match.group(4)) < 1) {
            return Optional.empty();
        }
        var number = new LicenceNumber(match.group(1), match.group(2), match.group(3),
                Integer.parseInt(match.group(4)));
        return number.check() == match.group(5).charAt(0) ? Optional.of(number) : Optional.empty();
    }

    private String three() {
        return "%03d".formatted(version);
    }

    @Override
    public String toString() {
        return text();
    }
}
