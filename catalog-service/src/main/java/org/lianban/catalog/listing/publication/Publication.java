package org.lianban.catalog.listing.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.contracts.catalog.OneThing;

/** 发布: decides whether a content becomes the next version of its one-thing. */
public final class Publication {
    private Publication() {}

    /** The last version of a code, or of a name that another code of the region has. */
    public record Known(String code, String region, int version, Instant effectiveFrom) {}

    /**
     * What the decision looks at.
     *
     * @param departments ids on record
     * @param last last version of the same code; null for a new code
     * @param namesake a one-thing of the same region and name under another code
     */
    public record Context(Set<String> departments, @Nullable Known last, @Nullable Known namesake) {}

    /**
     * @param effectiveFrom not before {@code now}: what was effective in the past is history
     */
    public static Decision<OneThing> decide(Content content, Instant effectiveFrom, Instant now, Context context) {
        List<Fault> faults = new ArrayList<>(Validation.check(content, context.departments()));
        Known last = context.last();
        if (effectiveFrom.isBefore(now)) {
            faults.add(Defect.EFFECTIVE_TOO_EARLY.at("?effectiveFrom", "生效时间不能早于现在"));
        }
        if (last != null && !effectiveFrom.isAfter(last.effectiveFrom())) {
            faults.add(Defect.EFFECTIVE_TOO_EARLY.at("?effectiveFrom",
                    "生效时间应晚于第%d版的生效时间%s".formatted(last.version(), last.effectiveFrom())));
        }
        if (last != null && !last.region().equals(content.region())) {
            faults.add(Defect.REGION_CHANGED.at("/region", "%s属于%s，不能改为其他地区".formatted(last.code(), last.region())));
        }
        if (context.namesake() != null) {
            faults.add(Defect.NAME_TAKEN.at("/name", "本地区的%s已使用此名称".formatted(context.namesake().code())));
        }
        return faults.isEmpty()
                ? Decision.accepted(content.version(last == null ? 1 : last.version() + 1, effectiveFrom))
                : Decision.refused(Refusal.unacceptable(faults));
    }
}
