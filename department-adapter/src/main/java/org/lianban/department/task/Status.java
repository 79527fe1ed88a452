package org.lianban.department.task;

import java.util.stream.Stream;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.Outcome;

/** 事项状态 at the department; one record per state, each with what is true only there. */
public sealed interface Status {

    default ItemState state() {
        return switch (this) {
            case Plain plain -> plain.state;
            case Correction correction -> ItemState.CORRECTION;
            case Suspended suspended -> ItemState.SUSPENDED;
            case Blocked blocked -> ItemState.BLOCKED;
            case Ended ended -> ItemState.of(ended.outcome);
        };
    }

    /** Not ended yet. */
    sealed interface Open extends Status {}

    /** A state that needs no further word. */
    record Plain(ItemState state) implements Open {
        public Plain {
            if (state.isFinal() || state == ItemState.SUSPENDED || state == ItemState.BLOCKED
                    || state == ItemState.CORRECTION) {
                throw new IllegalArgumentException(state + " needs a further word");
            }
        }
    }

    /** @param inside where it goes on once the applicant has mended what was asked for */
    record Correction(Open inside) implements Open {}

    /** @param inside where it goes on after the special procedure */
    record Suspended(Open inside) implements Open {}

    /** @param inside where it goes on if the lead department lets it */
    record Blocked(Open inside) implements Open {}

    record Ended(Outcome outcome) implements Status {}

    default boolean is(ItemState wanted) {
        return state() == wanted;
    }

    /** Not blocked, or what is blocked. */
    default Status unblocked() {
        return this instanceof Blocked(Open inside) ? inside : this;
    }

    /** As it is stored: {@code BLOCKED/SUSPENDED/READY}. */
    default String text() {
        return switch (this) {
            case Suspended(Open inside) -> state() + "/" + inside.text();
            case Blocked(Open inside) -> state() + "/" + inside.text();
            case Correction(Open inside) -> state() + "/" + inside.text();
            case Plain plain -> plain.state().name();
            case Ended ended -> ended.state().name();
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
        return Stream.<Status>of(new Suspended(inside), new Blocked(inside), new Correction(inside))
                .filter(status -> status.text().equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing can be inside " + text));
    }

    static Status plain(ItemState state) {
        return state.isFinal() ? new Ended(Outcome.valueOf(state.name())) : new Plain(state);
    }
}
