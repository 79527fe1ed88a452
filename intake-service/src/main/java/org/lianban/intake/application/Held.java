package org.lianban.intake.application;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Transitions;
import org.lianban.contracts.OmitEmpty;
import org.lianban.contracts.event.Defect;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.intake.application.Lifecycle.Trigger;
import org.lianban.intake.checking.ReceiptPolicy.Review;

/**
 * What intake keeps in hand of a received application; most have nothing of it.
 *
 * @param debts 容缺材料
 * @param waived 承诺免交, as announced
 * @param wishes 部门补正
 * @param receiving how it was received, where more is to be said of it than the receipt does
 */
public record Held(@OmitEmpty List<Debt> debts,
        @OmitEmpty List<Commitment> waived,
        @OmitEmpty List<Wish> wishes, @Nullable Receiving receiving) {
    public static final Held NOTHING = new Held(List.of(), List.of(), List.of(), null);

    public Held {
        debts = debts == null ? List.of() : List.copyOf(debts);
        waived = waived == null ? List.of() : List.copyOf(waived);
        wishes = wishes == null ? List.of() : List.copyOf(wishes);
    }

    Held with(List<Debt> changed) {
        return new Held(changed, waived, wishes, receiving);
    }

    Held withWishes(List<Wish> changed) {
        return new Held(debts, waived, changed, receiving);
    }

    List<Commitment> commitments() {
        return java.util.stream.Stream.concat(debts.stream().map(Debt::commitment), waived.stream()).toList();
    }

    /**
     * 收件 as it is done.
     *
     * @param clerk account; null: no clerk, as for an application of the province
     * @param reviews what the clerk found
     * @param acceptedOnReceipt 收件即受理: chosen items that the window accepts in the departments' name
     */
    public record Receiving(@Nullable String clerk, @Nullable String window, @OmitEmpty List<Review> reviews,
            @OmitEmpty List<String> acceptedOnReceipt) {
        /** Received without a clerk. */
        public static final Receiving UNTOUCHED = new Receiving(null, null, List.of(), List.of());

        public Receiving {
            reviews = reviews == null ? List.of() : List.copyOf(reviews);
            acceptedOnReceipt = acceptedOnReceipt == null ? List.of() : List.copyOf(acceptedOnReceipt);
        }
    }

    /**
     * 部门补正: what a department asked for after the receipt, once, before it accepts.
     *
     * @param noticeNo of the notice that told the applicant
     * @param answeredAt null while it waits for the applicant
     */
    public record Wish(String item, String noticeNo, List<Defect> defects, @Nullable Instant dueAt, Instant askedAt,
            @Nullable Instant answeredAt) {
        private static final String MATERIAL = "material:";
        private static final String FORM = "form:";

        public Wish {
            defects = List.copyOf(defects);
        }

        public boolean open() {
            return answeredAt == null;
        }

        /** Codes of the materials that were asked for; a defect may name a review point after {@code #}. */
        public List<String> materials() {
            return named(MATERIAL);
        }

        /** Names of the form fields that were asked for. */
        public List<String> fields() {
            return named(FORM);
        }

        private List<String> named(String kind) {
            return defects.stream().map(Defect::target).filter(t -> t.startsWith(kind))
                    .map(t -> t.substring(kind.length()).replaceAll("#.*", "")).distinct().toList();
        }

        Wish answered(Instant at) {
            return new Wish(item, noticeNo, defects, dueAt, askedAt, at);
        }
    }

    /**
     * 容缺材料 that is owed since the receipt.
     *
     * @param at when the state was reached; null while it is owed
     */
    public record Debt(Commitment commitment, State state, @Nullable Instant at) {

        /** 容缺状态. */
        public enum State {
            /** 待补. */
            OWED,
            /** 已补齐. */
            SUPPLEMENTED,
            /** 逾期未补. */
            OVERDUE,
            /** 逾期后补交: taken, and the lead department decides. */
            SUPPLEMENTED_LATE;

            public boolean open() {
                return this == OWED || this == OVERDUE;
            }
        }

        /** What happens to a debt. */
        public enum Trigger {
            SUPPLEMENT, SUPPLEMENT_AFTER_DUE, EXPIRE
        }

        /** The transition table, once. */
        public static final Transitions<State, Trigger> TABLE = new Transitions<>(State.OWED,
                Set.of(State.SUPPLEMENTED, State.SUPPLEMENTED_LATE), List.of(
                        new Transitions.Row<>(State.OWED, Trigger.SUPPLEMENT, State.SUPPLEMENTED),
                        new Transitions.Row<>(State.OWED, Trigger.SUPPLEMENT_AFTER_DUE, State.SUPPLEMENTED_LATE),
                        new Transitions.Row<>(State.OWED, Trigger.EXPIRE, State.OVERDUE),
                        new Transitions.Row<>(State.OVERDUE, Trigger.SUPPLEMENT_AFTER_DUE, State.SUPPLEMENTED_LATE)));

        static Debt owed(Commitment commitment) {
            return new Debt(commitment, State.OWED, null);
        }

        String material() {
            return commitment.material();
        }

        /** Unchanged where the table has no such transition. What was found overdue is late, whatever this clock says. */
        Debt supplemented(Instant now) {
            boolean inTime = state == State.OWED && now.isBefore(Objects.requireNonNull(commitment.dueAt()));
            return moved(inTime ? Trigger.SUPPLEMENT : Trigger.SUPPLEMENT_AFTER_DUE, now);
        }

        Debt expired(Instant now) {
            return moved(Trigger.EXPIRE, now);
        }

        private Debt moved(Trigger trigger, Instant now) {
            return TABLE.next(state, trigger).map(to -> new Debt(commitment, to, now)).orElse(this);
        }
    }
}
