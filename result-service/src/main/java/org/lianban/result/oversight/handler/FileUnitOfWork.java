package org.lianban.result.oversight.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lianban.messaging.NotYet;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.store.FileRepository;
import org.lianban.time.WorkCalendar;
import reactor.core.publisher.Mono;

/** What one transaction does to files: read under lock, moved in memory, written at the end in a few statements. */
final class FileUnitOfWork {
    private final FileRepository repository;
    private final Law law;
    private final Map<String, FileRow> files = new LinkedHashMap<>();
    private final Map<String, Long> before = new HashMap<>();
    private final Set<String> fresh = new HashSet<>();
    private final List<FileRow.Step> steps = new ArrayList<>();

    FileUnitOfWork(FileRepository repository, Law law) {
        this.repository = repository;
        this.law = law;
    }

    /** Takes in files that were locked; one that is here already stays as it is. */
    FileUnitOfWork with(Map<String, FileRow> locked) {
        locked.forEach((id, row) -> {
            if (files.putIfAbsent(id, row) == null) {
                before.put(id, row.version());
            }
        });
        return this;
    }

    List<FileRow> files(FileRow.Kind kind) {
        return files.values().stream().filter(row -> row.kind() == kind).toList();
    }

    Optional<FileRow> file(FileRow.Kind kind, String id) {
        return Optional.ofNullable(files.get(id)).filter(row -> row.kind() == kind);
    }

    <S> S read(FileType<S, ?, ?> type, FileRow row) {
        return repository.read(row.body(), type.type());
    }

    /** A new file with what happened to it at once. */
    <S, E> FileRow open(FileType<S, ?, E> type, S state, List<E> events, String actor) {
        var columns = type.columns().apply(state);
        steps.add(new FileRow.Step(columns.id(), 1, columns.openedAt(), actor, "Opened", repository.text(state)));
        var row = row(type, state, 1, columns.openedAt());
        files.put(row.id(), row);
        fresh.add(row.id());
        return move(type, row, state, events, actor);
    }

    <S, E> FileRow move(FileType<S, ?, E> type, FileRow row, List<E> events, String actor) {
        return move(type, row, read(type, row), events, actor);
    }

    <S, E> FileRow move(FileType<S, ?, E> type, FileRow row, S read, List<E> events, String actor) {
        var state = read;
        var moved = row;
        for (E event : events) {
            state = type.applier().apply(state, event);
            var at = type.at().apply(event);
            steps.add(new FileRow.Step(row.id(), moved.version() + 1, at, actor, event.getClass().getSimpleName(),
                    repository.text(event)));
            moved = row(type, state, moved.version() + 1, at);
        }
        files.put(row.id(), moved);
        return moved;
    }

    private <S> FileRow row(FileType<S, ?, ?> type, S state, long version, Instant at) {
        return type.row(state, version, at, repository.text(state),
                calendar(law, type.columns().apply(state).region()));
    }

    /** Files of a kind that something happened to in this transaction. */
    List<FileRow> moved(FileRow.Kind kind) {
        return files(kind).stream().filter(this::isMoved).toList();
    }

    private boolean isMoved(FileRow row) {
        return row.version() != before.getOrDefault(row.id(), -1L);
    }

    /** Writes what changed. */
    Mono<Void> write(Connection tx) {
        var opened = files.values().stream().filter(row -> fresh.contains(row.id())).toList();
        var changed = files.values().stream().filter(row -> !fresh.contains(row.id()) && isMoved(row)).toList();
        return repository.insert(tx, opened).then(repository.update(tx, changed, before))
                .then(repository.record(tx, steps));
    }

    /** @throws NotYet while there is none: no limit is guessed */
    static WorkCalendar calendar(Law law, String region) {
        return law.calendar(region)
                .orElseThrow(() -> new NotYet("No working calendar of " + region + " has arrived yet"));
    }
}
