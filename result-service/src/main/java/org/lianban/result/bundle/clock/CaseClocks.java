package org.lianban.result.bundle.clock;

import static org.lianban.result.bundle.clock.Ledgers.first;
import static org.lianban.result.bundle.clock.Ledgers.stopped;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Spoken;
import org.lianban.time.Ledger;

/** 办件时钟: receipt, correction of the application, commitments. */
final class CaseClocks {
    private CaseClocks() {}

    static void add(Bundle b, Terms terms, List<Clock> clocks) {
        var handedIn = b.intake().handedInAt();
        if (handedIn != null) {
            var frozen = b.frozen();
            var stop = first(b.intake().correctedAt(), frozen == null ? null : frozen.at(),
                    b.withdrawnAt().orElse(null));
            intake(b, terms, b.intake().round(), handedIn, stop,
                    frozen != null && frozen.at().equals(stop) ? "已分发" : "已一次告知或撤回", clocks);
            correction(b, terms, clocks);
            past(b, terms, clocks);
        }
        b.intake().more().owed().forEach(owed -> tolerance(b, terms, owed, clocks));
    }

    private static void intake(Bundle b, Terms terms, int round, Instant handedIn, @Nullable Instant stop,
            String reason, List<Clock> clocks) {
        var origin = b.intake().origin();
        var current = round == b.intake().round();
        Clocks.add(clocks, terms.calendar(), handedIn, (start, calendar) -> new Clock(Timer.INTAKE, null,
                origin == null ? null : origin.window(),
                stopped(Ledger.started(terms.rules().intake(), start, round == 0 ? "提交申请" : "补正后重新提交"), stop, reason),
                calendar, current ? b.book().spoken() : Spoken.NONE, current ? null : Integer.toString(round), null));
    }

    private static void correction(Bundle b, Terms terms, List<Clock> clocks) {
        var term = b.intake().more().term();
        var notified = b.intake().correctedAt();
        if (term != null && notified != null) {
            var frozen = b.frozen();
            correction(terms, b.intake().round(), notified, term.dueAt(), first(b.intake().more().lapsedAt(),
                    frozen == null ? null : frozen.at(), b.withdrawnAt().orElse(null)), b.book().spoken(), clocks);
        }
    }

    private static void correction(Terms terms, int round, Instant notified, Instant due, @Nullable Instant stop,
            Spoken spoken, List<Clock> clocks) {
        if (terms.rules().keeps(Timer.CORRECTION)) {
            Clocks.add(clocks, terms.calendar(), notified, (start, calendar) -> new Clock(Timer.CORRECTION, null, null,
                    stopped(Ledger.started(Ledgers.until(calendar, start, due), start, "一次告知"), stop, "已补正、撤回或者终结"),
                    calendar, spoken, Integer.toString(round), due));
        }
    }

    /** The rounds that a resubmission closed: of each, how long the window had it and how long the applicant. */
    private static void past(Bundle b, Terms terms, List<Clock> clocks) {
        var past = b.intake().more().past();
        for (int i = past.size() - 1; i >= 0; i--) {
            var round = past.get(i);
            int no = b.intake().round() - past.size() + i;
            intake(b, terms, no, round.handedInAt(), round.correctedAt(), "已一次告知", clocks);
            var due = round.dueAt();
            if (due != null) {
                var next = i + 1 < past.size() ? past.get(i + 1).handedInAt() : b.intake().handedInAt();
                correction(terms, no, round.correctedAt(), due, next, Spoken.NONE, clocks);
            }
        }
    }

    /** 容缺补齐: until the material comes, or nothing that needs it is open any more. */
    private static void tolerance(Bundle b, Terms terms, Bundle.Owed owed, List<Clock> clocks) {
        var due = owed.dueAt();
        if (due == null || !terms.rules().keeps(Timer.TOLERANCE)) {
            return;
        }
        var overs = owed.items().stream().map(no -> Ledgers.over(b, no, b.item(no))).toList();
        var allOver = overs.isEmpty() || overs.stream().anyMatch(Objects::isNull)
                ? null
                : overs.stream().max(Instant::compareTo).orElse(null);
        Clocks.add(clocks, terms.calendar(), owed.signedAt(), (start, calendar) -> new Clock(Timer.TOLERANCE, null,
                null, stopped(Ledger.started(Ledgers.until(calendar, start, due), start, "签署承诺"),
                        first(owed.suppliedAt(), allOver), "已补齐或者不再需要"),
                calendar, owed.spoken(), owed.material(), due));
    }
}
