package org.lianban.department.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import org.lianban.department.store.TaskRepository;
import org.lianban.department.task.Task;
import org.lianban.messaging.Outbox;
import reactor.core.publisher.Mono;

/** Opens the tasks of a batch under lock, and closes them: rows and events in the same transaction. */
public record TaskHandler(TaskRepository tasks, Outbox outbox, InstantSource clock) {
    Instant now() {
        return clock.instant();
    }

    /** Last sequence applied per case; a case that is missing has none. */
    Mono<Map<String, Long>> cases(Connection tx, Collection<String> caseNos) {
        return tasks.lockCases(tx, caseNos);
    }

    Mono<Map<String, Task>> open(Connection tx, Collection<String> taskIds) {
        return tasks.lockTasks(tx, taskIds);
    }

    Mono<Map<String, TaskRepository.Filing>> filings(Connection tx, Collection<String> caseNos) {
        return caseNos.isEmpty() ? Mono.just(Map.of()) : tasks.filings(tx, caseNos);
    }

    Mono<Void> close(Connection tx, TaskUnitOfWork work) {
        return tasks.write(tx, work.changes).then(Mono.defer(() -> outbox.append(tx, work.events())));
    }
}
