package org.lianban.result.oversight.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.result.oversight.CareRow;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.Step;
import org.lianban.result.oversight.store.CareRepository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What one transaction does to files: read under lock, moved in memory, written at the end in a few statements. */
final class Filing {
    /** Who did it, and with which request. */
    record Cause(String actor, @Nullable String key, @Nullable String command) {
        static Cause of(String actor) {
            return new Cause(actor, null, null);
        }
    }

    private final CareRepository store;
    private final JsonMapper json;
    private final WorkCalendars calendars;
    private final Map<String, CareRow> files = new LinkedHashMap<>();
    private final Map<String, Long> before = new HashMap<>();
    private final Map<String, CareRow> fresh = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();

    Filing(CareRepository store, JsonMapper json, WorkCalendars calendars) {
        this.store = store;
        this.json = json;
        this.calendars = calendars;
    }

    /** Takes in files that were locked; one that is here already stays as it is. */
    Filing with(Map<String, CareRow> locked) {
        locked.forEach((id, row) -> {
            if (files.putIfAbsent(id, row) == null) {
                before.put(id, row.version());
            }
        });
        return this;
    }

    List<CareRow> files(FileKind kind) {
        return files.values().stream().filter(row -> row.kind() == kind).toList();
    }

    Optional<CareRow> file(FileKind kind, String id) {
        return Optional.ofNullable(files.get(id)).filter(row -> row.kind() == kind);
    }

    <S> S read(Drawer<S, ?, ?> drawer, CareRow row) {
        return json.readValue(row.body(), drawer.type());
    }

    /** A new file with what happened to it at once. */
    <S, E> CareRow open(Drawer<S, ?, E> drawer, S state, List<E> events, Cause cause) {
        var columns = drawer.columns(state);
        steps.add(new Step(columns.id(), 1, columns.openedAt(), cause.actor(), "Opened",
                json.writeValueAsString(state), cause.key(), cause.command()));
        var row = row(drawer, state, 1, columns.openedAt());
        files.put(row.id(), row);
        fresh.put(row.id(), row);
        return move(drawer, row, state, events, Cause.of(cause.actor()));
    }

    <S, E> CareRow move(Drawer<S, ?, E> drawer, CareRow row, List<E> events, Cause cause) {
        return move(drawer, row, read(drawer, row), events, cause);
    }

    <S, E> CareRow move(Drawer<S, ?, E> drawer, CareRow row, S read, List<E> events, Cause cause) {
        var state = read;
        var moved = row;
        var first = cause;
        for (E event : events) {
            state = drawer.apply(state, event);
            steps.add(new Step(row.id(), moved.version() + 1, drawer.at(event), cause.actor(),
                    event.getClass().getSimpleName(), json.writeValueAsString(event), first.key(), first.command()));
            first = Cause.of(cause.actor());
            moved = row(drawer, state, moved.version() + 1, drawer.at(event));
        }
        files.put(row.id(), moved);
        if (fresh.containsKey(row.id())) {
            fresh.put(row.id(), moved);
        }
        return moved;
    }

    private <S> CareRow row(Drawer<S, ?, ?> drawer, S state, long version, Instant at) {
        return drawer.row(state, version, at, json.writeValueAsString(state),
                calendars.of(drawer.columns(state).region()));
    }

    /** Files of a kind that something happened to in this transaction. */
    List<CareRow> moved(FileKind kind) {
        return files(kind).stream().filter(row -> row.version() != before.getOrDefault(row.id(), -1L)).toList();
    }

    /** Writes what changed. */
    Mono<Void> write(Connection tx) {
        var changed = files.values().stream().filter(row -> !fresh.containsKey(row.id()))
                .filter(row -> row.version() != before.getOrDefault(row.id(), -1L)).toList();
        return store.insert(tx, List.copyOf(fresh.values())).then(store.update(tx, changed, before))
                .then(store.record(tx, steps));
    }
}
