package org.lianban.intake.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.OmitFalse;
import org.lianban.contracts.event.Defect;

/** 申请 at intake: one record per state, each with what is true then. The table is {@link Lifecycle}. */
public sealed interface Application {
    default Status status() {
        return switch (this) {
            case None none -> Status.NONE;
            case Submitted submitted -> Status.SUBMITTED;
            case CorrectionNotified noticed -> Status.CORRECTION_NOTIFIED;
            case Received received -> Status.RECEIVED;
            case Lapsed lapsed -> Status.LAPSED;
            case Withdrawn withdrawn -> Status.WITHDRAWN;
            case Settled settled -> Status.SETTLED;
        };
    }

    /** Nothing filed under this number. */
    record None(String caseNo) implements Application {}

    /** Whatever was filed. */
    sealed interface Filed extends Application {
        Dossier dossier();

        /** Null where there is none, or none any more. */
        default @Nullable Receipt receipt() {
            return null;
        }

        /** Of the current round; null where there is none. */
        default @Nullable Notice notice() {
            return null;
        }

        /** Item numbers that the applicant took back one by one, ascending. */
        default List<String> withdrawn() {
            return List.of();
        }

        default Held held() {
            return Held.NOTHING;
        }
    }

    record Submitted(Dossier dossier) implements Filed {}

    record CorrectionNotified(Dossier dossier, Notice notice) implements Filed {}

    /** @param withdrawn item numbers that the applicant took back, ascending */
    record Received(Dossier dossier, Receipt receipt, List<String> withdrawn, Held held) implements Filed {
        public Received {
            withdrawn = List.copyOf(withdrawn);
        }
    }

    /** 补正不来办结. @param notice whose term ran out */
    record Lapsed(Dossier dossier, Notice notice, Instant at) implements Filed {}

    /** @param receipt null when it was withdrawn before it was received */
    record Withdrawn(Dossier dossier, @Nullable Receipt receipt, Instant at, String reason) implements Filed {}

    /** @param withdrawn item numbers that the applicant had taken back one by one, ascending */
    record Settled(Dossier dossier, @Nullable Receipt receipt, String outcome, Instant at, List<String> withdrawn)
            implements Filed {
        public Settled {
            withdrawn = List.copyOf(withdrawn);
        }

        /** One of which nothing was taken back by itself. */
        public Settled(Dossier dossier, @Nullable Receipt receipt, String outcome, Instant at) {
            this(dossier, receipt, outcome, at, List.of());
        }
    }

    /**
     * 一次告知书, without its defects, which are kept with the notice itself.
     *
     * @param by account of the clerk
     * @param dueAt 补正期限; null: none
     * @param mayLapse whether the application ends when it runs out
     */
    record Notice(String number, Instant at, String by, @Nullable Instant dueAt,
            @OmitFalse boolean mayLapse) {
        public Notice(String number, Instant at, String by) {
            this(number, at, by, null, false);
        }
    }

    /**
     * 收件回执.
     *
     * @param by account of the clerk, or the part of the system that received it
     */
    record Receipt(String number, Instant at, String by) {}

    /** @param sequence of the last event that was published of it */
    record Stored(Filed state, long sequence) {}

    /** 一次告知书 as issued. @param defects every one of that round */
    record IssuedNotice(String caseNo, int round, Notice notice, List<Defect> defects) {}

    /**
     * What was handed in before something took its place within the same round.
     *
     * @param codes materials that came
     * @param actor who brought or entered them
     */
    record Amendment(Dossier former, Kind kind, List<String> codes, Instant at, String actor) {

        /** 更正类型. */
        public enum Kind {
            /** 当场补正. */
            ON_THE_SPOT,
            /** 容缺补齐. */
            TOLERANCE,
            /** 部门补正. */
            CORRECTION
        }
    }

    /** The states of an application by name, as stored and as shown; {@link Application} has one record for each. */
    enum Status {
        /** Not filed yet. */
        NONE,
        /** 已提交, waiting for the window. */
        SUBMITTED,
        /** 已一次告知: the applicant's turn. */
        CORRECTION_NOTIFIED,
        /** 已收件. */
        RECEIVED,
        /** 已撤回 as a whole. */
        WITHDRAWN,
        /** 补正不来办结. */
        LAPSED,
        /** 全部办结. */
        SETTLED
    }
}
