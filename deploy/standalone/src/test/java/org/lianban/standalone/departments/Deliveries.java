package org.lianban.standalone.departments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.api.Delivery.Role;
import org.lianban.contracts.api.Delivery.Type;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.catalog.ItemKind;

/** Deliveries of one task, and answers. */
final class Deliveries {
    static final Instant NINE = Instant.parse("2026-06-17T01:00:00Z");
    static final String TASK = "CASE-1-02";

    private Deliveries() {}

    static Delivery of(int no, Type type, boolean mayDecide) {
        return of(no, type, mayDecide, ItemKind.LICENSE, Role.HANDLER);
    }

    static Delivery of(int no, Type type, boolean mayDecide, ItemKind kind, Role role) {
        return new Delivery(TASK + "/" + no, type, TASK, "CASE-1", "02", "食品经营许可", "410721", "XX-09", "开办餐饮店", kind,
                "410721-shichang", role, 1, mayDecide, mayDecide ? List.of() : List.of("01"), null, List.of(), null,
                NINE.plusSeconds(no));
    }

    static ReplyAnswer applied(String replyId, ItemState state) {
        return new ReplyAnswer(replyId, TASK, ReplyAnswer.Status.APPLIED, null, null, null, state);
    }

    static ReplyAnswer rejected(String replyId, String code, @Nullable ItemState state) {
        return new ReplyAnswer(replyId, TASK, ReplyAnswer.Status.REJECTED, null, code, code, state);
    }
}
