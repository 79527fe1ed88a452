package org.lianban.result.notices;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 文书编号 {@code caseNo-item-code+ordinal}, {@code 41072120260918YJS000001F-01-SL1}; item {@code 00}: of the whole case.
 *
 * @param ordinal from 1, per case, item and kind
 */
public record NoticeNumber(String caseNo, @Nullable String itemNo, Kind kind, int ordinal) {
    private static final String WHOLE = "00";
    private static final Pattern SHAPE = Pattern.compile("(.{1,60})-([0-9]{2})-([A-Z]{2})([0-9]{1,4})");

    public static Optional<NoticeNumber> read(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var item = match.group(2);
        return Kind.ofCode(match.group(3))
                .map(kind -> new NoticeNumber(match.group(1), item.equals(WHOLE) ? null : item,
                        kind, Integer.parseInt(match.group(4))))
                .filter(number -> number.ordinal > 0);
    }

    /** NoticeNumber without ordinal: what ordinals are counted per. */
    static String stem(String caseNo, @Nullable String itemNo, Kind kind) {
        return caseNo + "-" + (itemNo == null ? WHOLE : itemNo) + "-" + kind.code();
    }

    public String text() {
        return stem(caseNo, itemNo, kind) + ordinal;
    }
}
