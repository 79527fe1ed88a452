package org.lianban.result.notices.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.event.ResultEvent.Way;
import org.lianban.http.Problem;
import org.lianban.result.notices.delivery.Proofs;
import org.lianban.result.notices.query.NoticeQueries.Mark;

/**
 * 送达凭证 of a notice.
 *
 * @param way WINDOW, COURIER or ELECTRONIC
 * @param receiver full name; only its masked form is kept
 * @param proof digest of the signature, or number of the courier's receipt
 * @param at when it was received; now where nothing is said
 */
record ProofForm(@Nullable Way way, @Nullable String receiver, @Nullable String proof, @Nullable Instant at) {
    /** @throws Problem 422 with every fault */
    Mark mark(String no, String by, Instant now) {
        List<Fault> faults = new ArrayList<>();
        if (way == null) {
            faults.add(new Fault("/way", "MISSING", "应填写送达方式"));
        }
        Proofs.check(way, receiver, proof, faults);
        if (at != null && at.isAfter(now)) {
            faults.add(new Fault("/at", "IN_FUTURE", "送达时间不能晚于现在"));
        }
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(faults);
        }
        return new Mark(no, Objects.requireNonNull(way).name(), Proofs.masked(Objects.requireNonNull(receiver)), proof,
                at == null ? now : at, by, null, null);
    }

    @Override
    public String toString() {
        return "ProofForm[" + way + "]";
    }
}
