package org.lianban.result.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice before it has its number.
 *
 * @param itemNo null: of the whole case
 * @param no where the number was given by the event itself
 * @param sourceNo 部门文号 or 窗口文号
 */
record Draft(Kind kind, @Nullable String itemNo, @Nullable String no, Notice.Office issuer, @Nullable String sourceNo,
        Instant at, Content content) {

    static Draft of(Kind kind, @Nullable String itemNo, Notice.Office issuer, Instant at, Content content) {
        return new Draft(kind, itemNo, null, issuer, null, at, content);
    }

    Draft numbered(@Nullable String given) {
        return new Draft(kind, itemNo, given, issuer, sourceNo, at, content);
    }

    Draft sourced(@Nullable String given) {
        return new Draft(kind, itemNo, no, issuer, given, at, content);
    }
}
