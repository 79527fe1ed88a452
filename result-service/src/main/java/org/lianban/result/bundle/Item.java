package org.lianban.result.bundle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.event.ResultEvent.Way;

/**
 * 联办事项 of one case, as facts.
 *
 * @param task from the dispatcher: in the frozen set; null while only a department spoke
 * @param handling from the department
 * @param pauses 特别程序, ascending, the last may be open
 * @param gate from the dispatcher: prerequisites and cancelling
 * @param end from department-adapter, which is the arbiter of it
 * @param course from the department too: what most items never have
 * @param handout from this service: what became of the result
 */
public record Item(@Nullable Task task, Handling handling, List<Pause> pauses, Gate gate, @Nullable End end,
        Marks marks, Course course, Handout handout) {

    /**
     * @param department who handles it now, after any 改派
     * @param others who see task and result
     * @param hard prerequisites by item number
     * @param owed 容缺: codes of materials that have to come before it may be decided
     * @param former who had it before, oldest first
     */
    public record Task(ItemKind kind, String department, List<String> others, List<String> hard, List<String> owed,
            List<Former> former) {
        public Task {
            others = others == null ? List.of() : List.copyOf(others);
            hard = hard == null ? List.of() : List.copyOf(hard);
            owed = owed == null ? List.of() : List.copyOf(owed);
            former = former == null ? List.of() : List.copyOf(former);
        }

        /** A task with nothing owed. */
        public Task(ItemKind kind, String department, List<String> others, List<String> hard) {
            this(kind, department, others, hard, List.of(), List.of());
        }

        /** Who had it at an instant. */
        public String departmentAt(Instant at) {
            return former.stream().filter(f -> at.isBefore(f.until())).findFirst().map(Former::department)
                    .orElse(department);
        }

        Task reassigned(String to, Instant at) {
            var before = new ArrayList<>(former);
            before.add(new Former(department, at));
            return new Task(kind, to, others, hard, owed, before);
        }
    }

    /** 改派: a department that had the item until then. */
    public record Former(String department, Instant until) {}

    /** @param unavailableAt 核验不可用 since then */
    public record Handling(@Nullable Instant acknowledgedAt, @Nullable Acceptance acceptance,
            @Nullable PreReview preReview, @Nullable Instant unavailableAt, @Nullable Note note) {
        public static final Handling NONE = new Handling(null, null, null, null, null);

        Handling with(Acceptance accepted) {
            return new Handling(acknowledgedAt, accepted, preReview, unavailableAt, note);
        }

        Handling with(PreReview concluded) {
            return new Handling(acknowledgedAt, acceptance, concluded, unavailableAt, note);
        }

        Handling with(Note told) {
            return new Handling(acknowledgedAt, acceptance, preReview, unavailableAt, told);
        }

        Handling acknowledged(Instant at) {
            return new Handling(at, acceptance, preReview, unavailableAt, note);
        }

        Handling unavailable(Instant at) {
            return new Handling(acknowledgedAt, acceptance, preReview, at, note);
        }
    }

    /**
     * @param effectiveAt 计时开始; for a deemed acceptance the receipt
     * @param window 收件即受理: the window that accepted in the department's name
     */
    public record Acceptance(Instant at, Instant effectiveAt, boolean deemed, @Nullable String window) {
        /** By the department itself. */
        public Acceptance(Instant at, Instant effectiveAt, boolean deemed) {
            this(at, effectiveAt, deemed, null);
        }
    }

    /** 预审结论. */
    public record PreReview(Instant at, boolean passed) {}

    /** 办理进度, at most 200 characters. */
    public record Note(Instant at, String text) {}

    /**
     * 特别程序 (行政许可法 45). {@code to} null: still going on.
     *
     * @param key of the published list; null where none was named
     * @param limit its own limit; null where none is published
     */
    public record Pause(Instant from, @Nullable Instant to, String procedure, boolean promise, boolean statutory,
            @Nullable String key, @Nullable Term limit) {
        /** A procedure without a limit of its own. */
        public Pause(Instant from, @Nullable Instant to, String procedure, boolean promise, boolean statutory) {
            this(from, to, procedure, promise, statutory, null, null);
        }
    }

    /**
     * @param releasedAt 前置结果送达: when the last prerequisite was satisfied or waived and nothing was owed
     * @param blockedBy 前置未通过: prerequisites that failed and on which the lead has not decided
     * @param blockedAt since when the lead has to decide
     * @param cancelledAt when the dispatcher asked to end it
     * @param overdue 容缺逾期: codes of materials on which the lead has not decided
     * @param held spans in which the lead had to decide and did, oldest first
     */
    public record Gate(@Nullable Instant releasedAt, List<String> blockedBy, @Nullable Instant blockedAt,
            @Nullable Instant cancelledAt, List<String> overdue, List<Held> held) {
        public static final Gate OPEN = new Gate(null, List.of(), null, null, List.of(), List.of());

        public Gate {
            blockedBy = blockedBy == null ? List.of() : List.copyOf(blockedBy);
            overdue = overdue == null ? List.of() : List.copyOf(overdue);
            held = held == null ? List.of() : List.copyOf(held);
        }

        /** Where nothing is overdue and nothing was. */
        public Gate(@Nullable Instant releasedAt, List<String> blockedBy, @Nullable Instant blockedAt,
                @Nullable Instant cancelledAt) {
            this(releasedAt, blockedBy, blockedAt, cancelledAt, List.of(), List.of());
        }

        /** The lead department has to decide. */
        public boolean isBlocked() {
            return !blockedBy.isEmpty() || !overdue.isEmpty();
        }

        Gate blocked(List<String> by, List<String> late, Instant at) {
            return new Gate(releasedAt, by, isBlocked() ? blockedAt : at, cancelledAt, late, held);
        }

        Gate cancelled(Instant at) {
            return new Gate(releasedAt, blockedBy, blockedAt, at, overdue, held);
        }

        /** What is left to decide after a word of the dispatcher; nothing: the span is closed. */
        Gate relieved(boolean released, List<String> by, List<String> late, Instant at) {
            var open = !by.isEmpty() || !late.isEmpty();
            var spans = held;
            if (!open && isBlocked() && blockedAt != null) {
                var closed = new ArrayList<>(held);
                closed.add(new Held(blockedAt, at));
                spans = closed;
            }
            return new Gate(released && releasedAt == null ? at : releasedAt, by, open ? blockedAt : null, cancelledAt,
                    late, spans);
        }
    }

    public record Held(Instant from, Instant to) {}

    public record End(Outcome outcome, Instant at, @Nullable String decisionNo) {}

    public static final Item EMPTY = new Item(null, Handling.NONE, List.of(), Gate.OPEN, null, Marks.NONE);

    public Item {
        handling = handling == null ? Handling.NONE : handling;
        pauses = pauses == null ? List.of() : List.copyOf(pauses);
        gate = gate == null ? Gate.OPEN : gate;
        marks = marks == null ? Marks.NONE : marks;
        course = course == null ? Course.NONE : course;
        handout = handout == null ? Handout.NONE : handout;
    }

    /** An item that takes the ordinary course and has no result yet. */
    public Item(@Nullable Task task, Handling handling, List<Pause> pauses, Gate gate, @Nullable End end, Marks marks) {
        this(task, handling, pauses, gate, end, marks, Course.NONE, Handout.NONE);
    }
    public boolean isAccepted() {
        return handling.acceptance() != null;
    }

    /** Only pre-review is possible until something comes: the result of another item, or a material that is owed. */
    public boolean isDependent() {
        return task != null && !(task.hard().isEmpty() && task.owed().isEmpty());
    }

    /** Approved, and of a kind that yields a certificate or a document; checks and data collection do not. */
    public boolean yieldsResult() {
        if (end == null || end.outcome() != Outcome.APPROVED) {
            return false;
        }
        return course.filed() != null || handout.receivedAt() != null || task != null && switch (task.kind()) {
            case LICENSE, CONFIRM, PAYMENT, SERVICE -> true;
            case CHECK, VERIFY, COLLECT -> false;
        };
    }

    /** The special procedure that is going on. */
    public @Nullable Pause openPause() {
        return pauses.isEmpty() || pauses.getLast().to() != null ? null : pauses.getLast();
    }

    Item with(Task given) {
        return new Item(given, handling, pauses, gate, end, marks, course, handout);
    }

    Item with(Handling changed) {
        return new Item(task, changed, pauses, gate, end, marks, course, handout);
    }

    Item with(Gate changed) {
        return new Item(task, handling, pauses, changed, end, marks, course, handout);
    }

    Item with(Course changed) {
        return new Item(task, handling, pauses, gate, end, marks, changed, handout);
    }

    Item with(Handout changed) {
        return new Item(task, handling, pauses, gate, end, marks, course, changed);
    }

    /** The first end stands. */
    Item ended(Outcome outcome, Instant at, @Nullable String decisionNo) {
        return end != null
                ? this
                : new Item(task, handling, closed(at), gate, new End(outcome, at, decisionNo), marks, course, handout);
    }

    public Item with(Marks changed) {
        return new Item(task, handling, pauses, gate, end, changed, course, handout);
    }

    Item suspended(Pause pause) {
        var changed = new ArrayList<>(closed(pause.from()));
        changed.add(pause);
        return new Item(task, handling, changed, gate, end, marks, course, handout);
    }

    Item resumed(Instant at) {
        return new Item(task, handling, closed(at), gate, end, marks, course, handout);
    }

    private List<Pause> closed(Instant at) {
        var open = openPause();
        if (open == null) {
            return pauses;
        }
        var changed = new ArrayList<>(pauses);
        changed.set(changed.size() - 1, new Pause(open.from(), at, open.procedure(), open.promise(), open.statutory(),
                open.key(), open.limit()));
        return changed;
    }

    /**
     * 已处理标记 of one item: the last sequence its department stream was seen at, and which of its clocks have spoken.
     */
    public record Marks(long seen, Spoken spoken) {
        public static final Marks NONE = new Marks(0, Spoken.NONE);

        public Marks {
            spoken = spoken == null ? Spoken.NONE : spoken;
        }

        public Marks saw(long sequence) {
            return new Marks(sequence, spoken);
        }

        Marks with(UnaryOperator<Spoken> change) {
            return new Marks(seen, change.apply(spoken));
        }
    }

    /**
     * 结果去向 of an item, published by this service itself.
     *
     * @param receivedAt 结果到窗
     * @param window the certificate window that has it
     */
    public record Handout(@Nullable Instant receivedAt, @Nullable String window, @Nullable Delivered delivered,
            @Nullable Licence licence) {
        public static final Handout NONE = new Handout(null, null, null, null);

        /** @param proof 送达凭证 */
        public record Delivered(Instant at, Way way, String proof) {}

        /** 电子证照. */
        public record Licence(String id, String name, @Nullable LocalDate validUntil, Instant at) {}

        /** The first receipt stands. */
        Handout received(Instant at, String by) {
            return receivedAt != null ? this : new Handout(at, by, delivered, licence);
        }

        Handout with(Delivered how) {
            return delivered != null ? this : new Handout(receivedAt, window, how, licence);
        }

        Handout with(Licence issued) {
            return new Handout(receivedAt, window, delivered, issued);
        }
    }
}
