package org.lianban.result.bundle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.ItemKind;

/**
 * 联办事项 of one case, as facts.
 *
 * @param task from the dispatcher: in the frozen set; null while only a department spoke
 * @param handling from the department
 * @param pauses 特别程序, ascending, the last may be open
 * @param gate from the dispatcher: prerequisites and cancelling
 * @param end from department-adapter, which is the arbiter of it
 */
public record Item(@JsonProperty("t") @Nullable Task task, @JsonProperty("h") Handling handling,
        @JsonProperty("p") List<Pause> pauses, @JsonProperty("g") Gate gate, @JsonProperty("e") @Nullable End end,
        @JsonProperty("m") Marks marks) {

    /**
     * @param department who handles it now, after any 改派
     * @param others who see task and result
     * @param hard prerequisites by item number
     */
    public record Task(@JsonProperty("k") ItemKind kind, @JsonProperty("d") String department,
            @JsonProperty("o") List<String> others, @JsonProperty("h") List<String> hard) {
        public Task {
            others = others == null ? List.of() : List.copyOf(others);
            hard = hard == null ? List.of() : List.copyOf(hard);
        }
    }

    /** @param unavailableAt 核验不可用 since then */
    public record Handling(@JsonProperty("k") @Nullable Instant acknowledgedAt,
            @JsonProperty("a") @Nullable Acceptance acceptance, @JsonProperty("r") @Nullable PreReview preReview,
            @JsonProperty("u") @Nullable Instant unavailableAt, @JsonProperty("n") @Nullable Note note) {
        static final Handling NONE = new Handling(null, null, null, null, null);

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

    /** @param effectiveAt 计时开始; for a deemed acceptance the receipt */
    public record Acceptance(@JsonProperty("a") Instant at, @JsonProperty("f") Instant effectiveAt,
            @JsonProperty("d") boolean deemed) {}

    /** 预审结论. */
    public record PreReview(@JsonProperty("a") Instant at, @JsonProperty("p") boolean passed) {}

    /** 办理进度, at most 200 characters. */
    public record Note(@JsonProperty("a") Instant at, @JsonProperty("x") String text) {}

    /** 特别程序 (行政许可法 45). {@code to} null: still going on. */
    public record Pause(@JsonProperty("f") Instant from, @JsonProperty("t") @Nullable Instant to,
            @JsonProperty("n") String procedure, @JsonProperty("p") boolean promise,
            @JsonProperty("s") boolean statutory) {}

    /**
     * @param releasedAt 前置结果送达: when the last prerequisite was satisfied or waived
     * @param blockedBy 前置未通过: prerequisites that failed and on which the lead has not decided
     * @param cancelledAt when the dispatcher asked to end it
     */
    public record Gate(@JsonProperty("r") @Nullable Instant releasedAt, @JsonProperty("b") List<String> blockedBy,
            @JsonProperty("s") @Nullable Instant blockedAt, @JsonProperty("c") @Nullable Instant cancelledAt) {
        static final Gate OPEN = new Gate(null, List.of(), null, null);

        public Gate {
            blockedBy = blockedBy == null ? List.of() : List.copyOf(blockedBy);
        }
    }

    public record End(@JsonProperty("o") Outcome outcome, @JsonProperty("a") Instant at,
            @JsonProperty("n") @Nullable String decisionNo) {}

    static final Item EMPTY = new Item(null, Handling.NONE, List.of(), Gate.OPEN, null, Marks.NONE);

    public Item {
        handling = handling == null ? Handling.NONE : handling;
        pauses = pauses == null ? List.of() : List.copyOf(pauses);
        gate = gate == null ? Gate.OPEN : gate;
        marks = marks == null ? Marks.NONE : marks;
    }

    @JsonIgnore
    public boolean isAccepted() {
        return handling.acceptance() != null;
    }

    /** The special procedure that is going on. */
    public @Nullable Pause openPause() {
        return pauses.isEmpty() || pauses.getLast().to() != null ? null : pauses.getLast();
    }

    Item with(Task given) {
        return new Item(given, handling, pauses, gate, end, marks);
    }

    Item with(Handling changed) {
        return new Item(task, changed, pauses, gate, end, marks);
    }

    Item with(Gate changed) {
        return new Item(task, handling, pauses, changed, end, marks);
    }

    /** The first end stands. */
    Item ended(Outcome outcome, Instant at, @Nullable String decisionNo) {
        return end != null
                ? this
                : new Item(task, handling, closed(at), gate, new End(outcome, at, decisionNo), marks);
    }

    public Item with(Marks changed) {
        return new Item(task, handling, pauses, gate, end, changed);
    }

    Item suspended(Pause pause) {
        var changed = new ArrayList<>(closed(pause.from()));
        changed.add(pause);
        return new Item(task, handling, changed, gate, end, marks);
    }

    Item resumed(Instant at) {
        return new Item(task, handling, closed(at), gate, end, marks);
    }

    private List<Pause> closed(Instant at) {
        var open = openPause();
        if (open == null) {
            return pauses;
        }
        var changed = new ArrayList<>(pauses);
        changed.set(changed.size() - 1,
                new Pause(open.from(), at, open.procedure(), open.promise(), open.statutory()));
        return changed;
    }
}
