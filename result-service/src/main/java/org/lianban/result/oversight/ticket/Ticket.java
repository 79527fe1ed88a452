package org.lianban.result.oversight.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;
import org.lianban.result.oversight.Period;
import org.lianban.result.oversight.rating.Rating.Level;
import org.lianban.time.WorkCalendar;

/**
 * 工单.
 *
 * @param stage a move goes through {@link #TABLE}
 * @param department who answers for it; null until it is assigned
 * @param finding of the present round
 * @param round 差评重办 begins the next one
 * @param review 研: what was learned, written at closing
 */
public record Ticket(Head head, Stage stage, @Nullable String department, @Nullable Finding finding, Round round,
        @Nullable String review) {

    /**
     * What does not change.
     *
     * @param id number of the ticket
     * @param caseNo null for a matter that never became a case
     * @param itemNo null: the case as a whole
     * @param matter what is reported, at most 2,000 characters
     * @param external number of the same matter elsewhere, as of 12345
     * @param tags by which matters are counted, as 12345 gives them
     * @param level of the bad rating; null for other kinds
     */
    public record Head(String id, Kind kind, String region, @Nullable String caseNo, @Nullable String itemNo,
            @Nullable String oneThing, String matter, @Nullable String external, List<String> tags,
            @Nullable Level level, Instant openedAt) {
        public Head {
            tags = tags == null ? List.of() : List.copyOf(tags);
        }
    }

    /**
     * @param number from 1
     * @param since when the limits of the round began
     * @param reached when each stage of this round was first reached
     * @param attempts call-backs in vain
     * @param reached whom the call-back reached is {@code answered}
     * @param overdue the limit whose miss was published and that is still missed
     * @param reRated level given after the call-back
     */
    public record Round(int number, Instant since, Map<Stage, Instant> reached, int attempts, boolean answered,
            @Nullable Limit overdue, @Nullable Level reRated) {
        public Round {
            reached = reached == null ? Map.of() : Map.copyOf(reached);
        }

        static Round first(Instant since) {
            return new Round(1, since, Map.of(Stage.REPORTED, since), 0, false, null, null);
        }

        Round next(Instant since) {
            return new Round(number + 1, since, Map.of(Stage.REOPENED, since), 0, false, null, null);
        }

        Round at(Stage stage, Instant at) {
            var more = new EnumMap<Stage, Instant>(Stage.class);
            more.putAll(reached);
            more.putIfAbsent(stage, at);
            return new Round(number, since, more, attempts, answered, overdue, reRated);
        }

        Round tried() {
            return new Round(number, since, reached, attempts + 1, answered, overdue, reRated);
        }

        Round answered(boolean reached) {
            return new Round(number, since, this.reached, attempts, reached, overdue, reRated);
        }

        Round overdue(@Nullable Limit limit) {
            return new Round(number, since, reached, attempts, answered, limit, reRated);
        }

        Round reRated(Level level) {
            return new Round(number, since, reached, attempts, answered, overdue, level);
        }
    }

    public static Ticket opened(Head head) {
        return new Ticket(head, Stage.REPORTED, null, null, Round.first(head.openedAt()), null);
    }

    /** Applies what happened; total, as a state that was stored must always be readable. */
    public Ticket apply(Event event) {
        return switch (event) {
            case Event.Assigned e -> moved(Trigger.ASSIGN, e.department(), null, round, e.at());
            case Event.Verified e -> moved(e.finding().genuine() ? Trigger.PROVE : Trigger.DISPROVE, department,
                    e.finding(), round, e.at());
            case Event.Planned e -> moved(Trigger.PLAN, round, e.at());
            case Event.Rectified e -> moved(Trigger.RECTIFY, round, e.at());
            case Event.Returned e -> moved(Trigger.RETURN, round, e.at());
            case Event.Informed e -> moved(Trigger.INFORM, round, e.at());
            case Event.CallTried e -> moved(Trigger.TRY_CALL, round.tried(), e.at());
            case Event.CalledBack e -> moved(Trigger.CALL_BACK, round.answered(e.reached()), e.at());
            case Event.Disputed e -> moved(Trigger.DISPUTE, department, null, round.next(e.at()), e.at());
            case Event.ReRated e -> moved(Trigger.RE_RATE, round.reRated(e.level()), e.at());
            case Event.Reopened e -> moved(Trigger.REOPEN, department, null, round.next(e.at()), e.at());
            case Event.Closed e -> {
                var closed = moved(Trigger.CLOSE, round, e.at());
                yield new Ticket(head, closed.stage, department, finding, closed.round, e.note());
            }
            case Event.Expired e -> with(round.overdue(e.limit()));
        };
    }

    private Ticket with(Round changed) {
        return new Ticket(head, stage, department, finding, changed, review);
    }

    private Ticket moved(Trigger trigger, Round changed, Instant at) {
        return moved(trigger, department, finding, changed, at);
    }

    /** A limit stays missed for as long as what it asked for is owed. */
    private Ticket moved(Trigger trigger, @Nullable String by, @Nullable Finding found, Round changed, Instant at) {
        var next = TABLE.after(stage, trigger);
        var moved = new Ticket(head, next, by, found, changed.at(next, at), review);
        return moved.with(moved.round.overdue(moved.runs().filter(limit -> limit == changed.overdue()).orElse(null)));
    }

    /** When the limit that runs ends; empty where none runs or where its miss is known already. */
    public Optional<Instant> due(Rules rules, WorkCalendar calendar) {
        return unmissed().map(limit -> rules.of(limit).end(round.since(), calendar));
    }

    /**
     * That the limit that ran until {@code dueAt} is missed; empty where it was met meanwhile, whatever runs since, or where
     * its miss is known already.
     */
    public Optional<Event> expired(Instant dueAt, Rules rules, WorkCalendar calendar, Instant now) {
        return unmissed().filter(limit -> rules.of(limit).end(round.since(), calendar).equals(dueAt))
                .map(limit -> new Event.Expired(limit, dueAt, now));
    }

    private Optional<Limit> unmissed() {
        return runs().filter(limit -> limit != round.overdue());
    }

    /** The limit that runs now; empty once nothing more is owed. */
    @JsonIgnore
    public Optional<Limit> runs() {
        return switch (stage) {
            case REPORTED, ASSIGNED, REOPENED -> Optional.of(Limit.VERIFY);
            case VERIFIED, RECTIFYING -> Optional.of(Limit.RECTIFY);
            case RECTIFIED, DISPROVED -> Optional.of(Limit.CALL_BACK);
            case INFORMED -> finding != null && finding.genuine() ? Optional.of(Limit.CALL_BACK) : Optional.empty();
            case CALLED_BACK, RE_RATED, CLOSED -> Optional.empty();
        };
    }

    /** 红: the limit that runs is missed. */
    @JsonIgnore
    public boolean red() {
        return round.overdue() != null;
    }

    @JsonIgnore
    public Stage.Phase phase() {
        return red() ? Stage.Phase.SUPERVISE : stage.phase();
    }

    /**
     * 核实结论.
     *
     * @param evidence what it rests on: document numbers or file digests; never empty unless genuine
     * @param explanation in Chinese, at most 2,000 characters
     */
    public record Finding(Verdict verdict, List<String> evidence, String explanation) {
        public enum Verdict {
            /** 属实. */
            GENUINE,
            /** 不实. */
            UNFOUNDED,
            /** 误评. */
            MISTAKEN
        }

        public Finding {
            evidence = List.copyOf(evidence);
        }

        public boolean genuine() {
            return verdict == Verdict.GENUINE;
        }
    }

    /** 工单来源: what a ticket began with. */
    public enum Kind {
        /** 差评 (国办发〔2019〕51号). */
        BAD_RATING("差评", "CP"),
        /** 办不成事 reported at its window. */
        UNRESOLVED("办不成事", "BB"),
        /** 投诉 about how a case was handled. */
        COMPLAINT("投诉", "TS"),
        /** 12345 热线工单. */
        HOTLINE("12345热线", "RX"),
        /** 暗访体验. */
        MYSTERY_VISIT("暗访体验", "AF"),
        /** 评估整改: what an evaluation asks a department to mend. */
        EVALUATION("评估整改", "PG");

        private final String label;
        private final String code;

        Kind(String label, String code) {
            this.label = label;
            this.code = code;
        }

        public String label() {
            return label;
        }

        /** Two letters, part of the ticket's number. */
        public String code() {
            return code;
        }
    }

    /** What moves a ticket. */
    public enum Trigger {
        ASSIGN, PROVE, DISPROVE, PLAN, RECTIFY, RETURN, INFORM, TRY_CALL, CALL_BACK, DISPUTE, RE_RATE, REOPEN, CLOSE
    }

    /**
     * The transition table of a ticket, once. Two closings have a condition beside it, see {@link TicketDecider}: what proved
     * genuine is closed only once the reporter was called back, and what did not is closed only once the reporter was told.
     */
    public static final Transitions<Stage, Trigger> TABLE = new Transitions<>(Stage.REPORTED, Set.of(Stage.CLOSED),
            List.of(new Row<>(Stage.REPORTED, Trigger.ASSIGN, Stage.ASSIGNED),
                    new Row<>(Stage.ASSIGNED, Trigger.ASSIGN, Stage.ASSIGNED),
                    new Row<>(Stage.ASSIGNED, Trigger.PROVE, Stage.VERIFIED),
                    new Row<>(Stage.ASSIGNED, Trigger.DISPROVE, Stage.DISPROVED),
                    new Row<>(Stage.VERIFIED, Trigger.PLAN, Stage.RECTIFYING),
                    new Row<>(Stage.RECTIFYING, Trigger.RECTIFY, Stage.RECTIFIED),
                    new Row<>(Stage.RECTIFIED, Trigger.RETURN, Stage.RECTIFYING),
                    new Row<>(Stage.RECTIFIED, Trigger.INFORM, Stage.INFORMED),
                    new Row<>(Stage.DISPROVED, Trigger.INFORM, Stage.INFORMED),
                    new Row<>(Stage.INFORMED, Trigger.TRY_CALL, Stage.INFORMED),
                    new Row<>(Stage.INFORMED, Trigger.CALL_BACK, Stage.CALLED_BACK),
                    new Row<>(Stage.INFORMED, Trigger.DISPUTE, Stage.REOPENED),
                    new Row<>(Stage.INFORMED, Trigger.CLOSE, Stage.CLOSED),
                    new Row<>(Stage.CALLED_BACK, Trigger.RE_RATE, Stage.RE_RATED),
                    new Row<>(Stage.CALLED_BACK, Trigger.CLOSE, Stage.CLOSED),
                    new Row<>(Stage.RE_RATED, Trigger.REOPEN, Stage.REOPENED),
                    new Row<>(Stage.RE_RATED, Trigger.CLOSE, Stage.CLOSED),
                    new Row<>(Stage.REOPENED, Trigger.ASSIGN, Stage.ASSIGNED)));

    /** The three limits of a bad rating and its like; each runs from the beginning of the round. */
    public enum Limit {
        /** 核实. */
        VERIFY,
        /** 整改. */
        RECTIFY,
        /** 回访. */
        CALL_BACK
    }

    /** 工单状态. */
    public enum Stage {
        REPORTED("反映", Phase.RECEIVE),
        ASSIGNED("分拨", Phase.TRANSFER),
        VERIFIED("核实属实", Phase.HANDLE),
        DISPROVED("核实不实", Phase.HANDLE),
        RECTIFYING("整改中", Phase.HANDLE),
        RECTIFIED("已整改", Phase.HANDLE),
        INFORMED("已告知", Phase.HANDLE),
        CALLED_BACK("已回访", Phase.JUDGE),
        RE_RATED("已再评", Phase.JUDGE),
        REOPENED("差评重办", Phase.TRANSFER),
        CLOSED("办结", Phase.STUDY);

        /** 接、转、办、督、考、研; a ticket that is overdue is in 督 whatever its stage. */
        public enum Phase {
            RECEIVE("接"), TRANSFER("转"), HANDLE("办"), SUPERVISE("督"), JUDGE("考"), STUDY("研");

            private final String label;

            Phase(String label) {
                this.label = label;
            }

            public String label() {
                return label;
            }
        }

        private final String label;
        private final Phase phase;

        Stage(String label, Phase phase) {
            this.label = label;
            this.phase = phase;
        }

        public String label() {
            return label;
        }

        public Phase phase() {
            return phase;
        }

        public boolean ended() {
            return this == CLOSED;
        }
    }

    /** What may be done with a ticket. */
    public sealed interface Command {
        /** 分拨, or 转办 to another department. */
        record Assign(String department, @Nullable String note) implements Command {}

        /** 核实. */
        record Verify(Finding finding) implements Command {}

        /** 整改: what will be done. */
        record Plan(String plan) implements Command {}

        /** 整改完成. */
        record Rectify(String measures, List<String> evidence) implements Command {
            public Rectify {
                evidence = List.copyOf(evidence);
            }
        }

        /** 退回整改: the supervising side is not satisfied. */
        record Return(String reason) implements Command {}

        /** 告知 the reporter. */
        record Inform(String way, String text) implements Command {}

        /** 回访. */
        record CallBack(boolean reached, String note) implements Command {}

        /** The reporter contests what was told. */
        record Dispute(String reason) implements Command {}

        /** 再评. */
        record ReRate(Level level) implements Command {}

        /** 办结. */
        record Close(String note) implements Command {}
    }

    /** What happened to a ticket. */
    public sealed interface Event {
        Instant at();

        record Assigned(String department, @Nullable String note, Instant at) implements Event {}

        record Verified(Finding finding, Instant at) implements Event {}

        record Planned(String plan, Instant at) implements Event {}

        record Rectified(String measures, List<String> evidence, Instant at) implements Event {
            public Rectified {
                evidence = List.copyOf(evidence);
            }
        }

        record Returned(String reason, Instant at) implements Event {}

        record Informed(String way, String text, Instant at) implements Event {}

        record CallTried(String note, Instant at) implements Event {}

        /** @param reached false: after so many calls in vain */
        record CalledBack(boolean reached, String note, Instant at) implements Event {}

        record Disputed(String reason, Instant at) implements Event {}

        record ReRated(Level level, Instant at) implements Event {}

        record Reopened(Instant at) implements Event {}

        record Closed(String note, Instant at) implements Event {}

        record Expired(Limit limit, Instant dueAt, Instant at) implements Event {}
    }

    /**
     * What the lead department decides about tickets.
     *
     * @param verify from the beginning of a round to the finding
     * @param rectify from the beginning of a round to the report that it is mended
     * @param callBack from the beginning of a round to the call-back
     * @param attempts call-backs in vain after which a reporter counts as called, 1 to 10
     */
    public record Rules(Period verify, Period rectify, Period callBack, int attempts) {
        /** One, five and fifteen working days, as published by 德州 and in 四川. */
        public static final Rules DEFAULT = new Rules(Period.workingDays(1), Period.workingDays(5),
                Period.workingDays(15), 3);

        public Rules {
            if (attempts < 1 || attempts > 10) {
                throw new IllegalArgumentException("Expected 1 to 10 attempts, but got " + attempts);
            }
        }

        public Period of(Limit limit) {
            return switch (limit) {
                case VERIFY -> verify;
                case RECTIFY -> rectify;
                case CALL_BACK -> callBack;
            };
        }
    }
}
