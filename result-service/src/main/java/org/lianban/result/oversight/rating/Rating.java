package org.lianban.result.oversight.rating;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 评价 of one subject.
 *
 * @param subject what was rated: the case (线下一次一评) or one item of it (线上一事一评)
 * @param byDefault 默认评价: given by a system because nobody rated; never counts as 好评 or as 实评
 * @param indicators a level per indicator, may be empty
 * @param remark at most 500 characters
 */
public record Rating(Subject subject, Level level, Channel channel, Source source, boolean byDefault,
        Map<Indicator, Level> indicators, @Nullable String remark, Instant at) {
    public static final int MAX_REMARK = 500;

    /** @param itemNo null: the whole case */
    public record Subject(String caseNo, @Nullable String itemNo) {
        /** Two digits of the item, {@code 00} for the case: part of numbers. */
        public String part() {
            return itemNo == null ? "00" : itemNo;
        }
    }

    public Rating {
        indicators = Map.copyOf(indicators);
    }

    /** 实评: somebody gave it. */
    public boolean genuine() {
        return !byDefault;
    }

    /** 差评 that opens the closed loop. */
    public boolean opensLoop() {
        return genuine() && level.bad();
    }

    /** 好评: given by somebody, and not bad. */
    public boolean good() {
        return genuine() && !level.bad();
    }
}
