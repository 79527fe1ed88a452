package org.lianban.department.task;

import org.lianban.contracts.ItemState;
import org.lianban.contracts.Outcome;

/** 事项状态 at the department; one record per state, each with what is true only there. */
public sealed interface Status {

    ItemState state();

    /** Not ended yet. */
    sealed interface Open extends Status {}

    record Dispatched() implements Open {
        @Override
        public ItemState state() {
            return ItemState.DISPATCHED;
        }
    }

    record Acknowledged() implements Open {
        @Override
        public ItemState state() {
            return ItemState.ACKNOWLEDGED;
        }
    }

    /** @param inside where it goes on once the applicant has mended what was asked for */
    record Correction(Open inside) implements Open {
        @Override
        public ItemState state() {
            return ItemState.CORRECTION;
        }
    }

    record InReview() implements Open {
        @Override
        public ItemState state() {
            return ItemState.IN_REVIEW;
        }
    }

    record PreReview() implements Open {
        @Override
        public ItemState state() {
            return ItemState.PRE_REVIEW;
        }
    }

    record WaitingPrerequisite() implements Open {
        @Override
        public ItemState state() {
            return ItemState.WAITING_PREREQUISITE;
        }
    }

    record Ready() implements Open {
        @Override
        public ItemState state() {
            return ItemState.READY;
        }
    }

    record Verifying() implements Open {
        @Override
        public ItemState state() {
            return ItemState.VERIFYING;
        }
    }

    record Unavailable() implements Open {
        @Override
        public ItemState state() {
            return ItemState.UNAVAILABLE;
        }
    }

    /** @param inside where it goes on after the special procedure */
    record Suspended(Open inside) implements Open {
        @Override
        public ItemState state() {
            return ItemState.SUSPENDED;
        }
    }

    /** @param inside where it goes on if the lead department lets it */
    record Blocked(Open inside) implements Open {
        @Override
        public ItemState state() {
            return ItemState.BLOCKED;
        }
    }

    record Ended(Outcome outcome) implements Status {
        @Override
        public ItemState state() {
            return ItemState.of(outcome);
        }
    }

    /** As it is stored: {@code BLOCKED/SUSPENDED/READY}. */
    default String text() {
        return switch (this) {
            case Suspended(Open inside) -> "SUSPENDED/" + inside.text();
            case Blocked(Open inside) -> "BLOCKED/" + inside.text();
            case Correction(Open inside) -> "CORRECTION/" + inside.text();
            case Dispatched s -> s.state().name();
            case Acknowledged s -> s.state().name();
            case InReview s -> s.state().name();
            case PreReview s -> s.state().name();
            case WaitingPrerequisite s -> s.state().name();
            case Ready s -> s.state().name();
            case Verifying s -> s.state().name();
            case Unavailable s -> s.state().name();
            case Ended s -> s.state().name();
        };
    }

    /** @throws IllegalArgumentException for a text that {@link #text} did not make */
    static Status parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return plain(ItemState.valueOf(text));
        }
        if (!(parse(text.substring(slash + 1)) instanceof Open inside)) {
            throw new IllegalArgumentException("An ended task cannot be inside " + text);
        }
        return switch (text.substring(0, slash)) {
            case "SUSPENDED" -> new Suspended(inside);
            case "BLOCKED" -> new Blocked(inside);
            case "CORRECTION" -> new Correction(inside);
            default -> throw new IllegalArgumentException("Nothing can be inside " + text);
        };
    }

    /** The state that needs no further word. */
    static Status plain(ItemState state) {
        return switch (state) {
            case DISPATCHED -> new Dispatched();
            case ACKNOWLEDGED -> new Acknowledged();
            case IN_REVIEW -> new InReview();
            case PRE_REVIEW -> new PreReview();
            case WAITING_PREREQUISITE -> new WaitingPrerequisite();
            case READY -> new Ready();
            case VERIFYING -> new Verifying();
            case UNAVAILABLE -> new Unavailable();
            case SUSPENDED, BLOCKED, CORRECTION -> throw new IllegalArgumentException(state + " needs what is inside");
            case APPROVED, DENIED, MATCHED, MISMATCHED, NOT_ACCEPTED, WITHDRAWN, TERMINATED ->
                new Ended(Outcome.valueOf(state.name()));
        };
    }
}
