package org.lianban.result.oversight.handler;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.result.oversight.CareRow;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.Speaker;
import org.lianban.result.oversight.Verdict;
import org.lianban.time.WorkCalendar;

/**
 * 卷宗: how files of one kind are decided about, moved and laid down.
 *
 * @param <S> state, a record that is written as JSON
 * @param <C> commands
 * @param <E> events, records with an {@code at}
 */
abstract class Drawer<S, C, E> {
    private final FileKind kind;
    private final Class<S> type;

    Drawer(FileKind kind, Class<S> type) {
        this.kind = kind;
        this.type = type;
    }

    final FileKind kind() {
        return kind;
    }

    final Class<S> type() {
        return type;
    }

    abstract Verdict<E> decide(S state, C command, Speaker who, WorkCalendar calendar, Instant now);

    abstract S apply(S state, E event);

    abstract Instant at(E event);

    abstract Columns columns(S state);

    abstract Optional<Instant> due(S state, WorkCalendar calendar);

    /** The columns beside a body. */
    record Columns(String id, @Nullable String caseNo, @Nullable String itemNo, String region,
            @Nullable String department, String state, boolean open, boolean red, @Nullable String subject,
            Instant openedAt) {}

    final CareRow row(S state, long version, @Nullable Instant closedAt, String body, WorkCalendar calendar) {
        var c = columns(state);
        return new CareRow(c.id(), kind, c.caseNo(), c.itemNo(), c.region(), c.department(), c.state(), c.open(),
                c.red(), c.subject(), due(state, calendar).orElse(null), c.openedAt(), c.open() ? null : closedAt,
                version, body);
    }
}
