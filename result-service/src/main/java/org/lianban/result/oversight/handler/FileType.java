package org.lianban.result.oversight.handler;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.OversightActor;
import org.lianban.time.WorkCalendar;

/**
 * 卷宗: how files of one kind are decided about, moved and laid down.
 *
 * @param <S> state, a record that is written as JSON
 * @param <C> commands
 * @param <E> events
 * @param at when an event happened
 * @param due when a file is looked at next
 */
record FileType<S, C, E>(FileRow.Kind kind, Class<S> type, Decider<S, C, E> decider, BiFunction<S, E, S> applier,
        Function<E, Instant> at, Function<S, Columns> columns, BiFunction<S, WorkCalendar, Optional<Instant>> due) {

    /** Changes nothing. */
    @FunctionalInterface
    interface Decider<S, C, E> {
        Decision<E> decide(S state, C command, OversightActor who, WorkCalendar calendar, Instant now);
    }

    /** The columns beside a body. */
    record Columns(String id, @Nullable String caseNo, @Nullable String itemNo, String region,
            @Nullable String department, String state, boolean open, boolean red, @Nullable String subject,
            Instant openedAt) {}

    FileRow row(S state, long version, Instant at, String body, WorkCalendar calendar) {
        var c = columns.apply(state);
        return new FileRow(c.id(), kind, c.caseNo(), c.itemNo(), c.region(), c.department(), c.state(), c.open(),
                c.red(), c.subject(), due.apply(state, calendar).orElse(null), c.openedAt(), c.open() ? null : at,
                version, body);
    }
}
