package org.lianban.result.records.archive;

import java.util.Optional;
import org.lianban.command.Refusal;
import org.lianban.result.bundle.Bundle;

/** When a case may be archived, and when one of its items. */
public final class ArchiveRules {
    private ArchiveRules() {}

    /** A case: once every item has ended and every result is delivered. */
    public static Optional<Refusal> refusal(Bundle bundle) {
        if (!bundle.isSettled()) {
            return Optional.of(Refusal.conflict("NOT_SETTLED", "办件尚未全部办结，不能归档"));
        }
        var waiting = bundle.deliverable().stream().filter(no -> bundle.item(no).handout().delivered() == null)
                .toList();
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.conflict("NOT_DELIVERED", "以下事项的结果尚未送达，不能归档：" + String.join("、", waiting)));
    }

    /** An item: once it has ended. */
    public static Optional<Refusal> refusal(Bundle bundle, String itemNo) {
        var item = bundle.item(itemNo);
        if (item.task() == null) {
            return Optional.of(Refusal.notFound("此办件没有事项 " + itemNo));
        }
        return item.end() != null
                ? Optional.empty()
                : Optional.of(Refusal.conflict("NOT_ENDED", "事项尚未办结，不能归档"));
    }
}
