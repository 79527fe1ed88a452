package org.lianban.result.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;

/**
 * 文书: immutable facts; what it looks like comes from them and the version of the templates.
 *
 * @param head what every kind says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notice(String no, Kind kind, Head head, Content content) {

    /**
     * @param oneThing name without suffix
     * @param region name, 新乡县
     * @param item name of the item; null: of the whole case
     * @param licence whether the item is a 行政许可
     * @param applicant masked; the full name is kept encrypted and is put in when the letter is made
     * @param at local time of the event that issued it
     * @param sourceNo 部门文号, where the department gave its own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Head(String caseNo, String oneThing, String region, @Nullable String itemNo, @Nullable String item,
            boolean licence, Office issuer, String applicant, LocalDateTime at, @Nullable String sourceNo) {}

    /** 交由发证窗口送达: a refusal, which nobody comes to collect by himself. */
    public boolean handedOver() {
        return switch (content) {
            case Content.Refusal c -> true;
            case Content.Decision c -> c.outcome() == Outcome.DENIED;
            case Content.Receipt c -> false;
            case Content.Correction c -> false;
            case Content.Tolerance c -> false;
            case Content.Acceptance c -> false;
            case Content.Special c -> false;
            case Content.Extension c -> false;
            case Content.Ending c -> false;
            case Content.Collection c -> false;
            case Content.Delivery c -> false;
            case Content.Order c -> false;
            case Content.Voiding c -> false;
        };
    }
}
