package org.lianban.result.bundle.journal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.security.Digests;

/**
 * 散列链: every row's link is the SHA-256, base64url without padding, over the UTF-8 text of
 *
 * <pre>
 * link before (empty for the first) LF case number LF version LF entries LF facts
 * </pre>
 *
 * None of these contains a line feed, since JSON text escapes it. The last link is also kept with the case itself.
 */
public final class Chain {
    private Chain() {}

    /** @param before null: the first row of the case */
    public static String next(@Nullable String before, String caseNo, long version, String entries, String facts) {
        var text = (before == null ? "" : before) + '\n' + caseNo + '\n' + version + '\n' + entries + '\n' + facts;
        return Digests.sha256Base64Url(text);
    }

    /**
     * Why the rows are not what was written, naming the first version that does not fit; empty when they are. Rows of
     * before chains were kept are passed over as long as they come first.
     *
     * @param rows all of one case, ascending
     * @param last the link kept with the case; null: not known, then the end may be missing
     */
    public static Optional<String> fault(String caseNo, List<Journal.Row> rows, @Nullable String last) {
        @Nullable
        String before = null;
        long version = 0;
        for (Journal.Row row : rows) {
            if (row.version() != version + 1) {
                return Optional.of("Expected version " + (version + 1) + ", but got " + row.version());
            }
            version = row.version();
            if (before == null && row.chain().isEmpty()) {
                continue;
            }
            if (!next(before, caseNo, version, row.entries(), row.facts()).equals(row.chain())) {
                return Optional.of("Version " + version + " was changed, or a row before it");
            }
            before = row.chain();
        }
        return last == null || last.equals(before)
                ? Optional.empty()
                : Optional.of("The rows after version " + version + " are missing");
    }
}
