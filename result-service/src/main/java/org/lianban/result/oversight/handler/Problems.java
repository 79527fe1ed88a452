package org.lianban.result.oversight.handler;

import org.lianban.http.Problem;
import org.lianban.result.oversight.Refusal;

/** How a refusal is answered over HTTP. */
final class Problems {
    private Problems() {}

    static Problem of(Refusal refusal) {
        return switch (refusal.kind()) {
            case NOT_ALLOWED -> Problem.forbidden(refusal.detail());
            case WRONG_STATE, TOO_EARLY, INCOMPLETE -> Problem.conflict(refusal.kind().name(), refusal.detail());
        };
    }

    static Problem unknown(String id) {
        return Problem.notFound("没有此编号：" + id);
    }

    static Problem keyReused() {
        return Problem.conflict("IDEMPOTENCY_KEY_REUSED", "此 Idempotency-Key 已用于另一请求。");
    }
}
