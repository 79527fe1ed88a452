package org.lianban.intake.desk;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.intake.check.Filing;
import org.lianban.intake.check.StoredMaterial;
import org.lianban.intake.check.Verdict;
import org.lianban.intake.store.AnswerStore.Key;
import org.lianban.kit.Fault;
import org.lianban.messaging.Database;
import org.lianban.messaging.GroupCommit;
import org.lianban.messaging.NotYet;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * 收件台: requests that arrive together share one transaction, whatever door they came through. A batch of first
 * filings is four statements: answers by key, numbers, applications, outbox, and one more where keys were given.
 */
public final class IntakeDesk {
    /** Another transaction that answered the same key has committed by the second attempt. */
    private static final Retry SAME_KEY_AT_ONCE = Retry.max(5).filter(NotYet.class::isInstance)
            .onRetryExhaustedThrow((spec, signal) -> signal.failure());

    private final Database database;
    private final Stores stores;
    private final Examiner examiner;
    private final Deadlines deadlines;
    private final InstantSource clock;
    private final DeskMeters meters;
    private final GroupCommit<Request, Answer> door;
    private final SideDoor sideDoor;

    public IntakeDesk(Database database, Stores stores, Examiner examiner, Deadlines deadlines, InstantSource clock,
            DeskMeters meters) {
        this.database = database;
        this.stores = stores;
        this.examiner = examiner;
        this.deadlines = deadlines;
        this.clock = clock;
        this.meters = meters;
        this.door = new GroupCommit<>("intake-desk", GroupCommit.Settings.DEFAULT, database, this::handle);
        this.sideDoor = new SideDoor(database, stores, clock);
    }

    /** Answered once it is durable. */
    public Mono<Answer> submit(Request request) {
        Mono<Answer> answer = request.order() instanceof Order.Aside aside
                ? sideDoor.run(request, aside)
                : door.submit(request);
        return answer.retryWhen(SAME_KEY_AT_ONCE).doOnNext(said -> meters.count(request, said));
    }

    /** What filing would be answered, without filing. */
    public Mono<Verdict> tryOut(Filing filing, List<Fault> reading) {
        return database.withConnection(c -> stores.materials().find(c, filing.digests()))
                .map(materials -> examiner.first(filing, reading, materials, clock.instant()));
    }

    /** Within a transaction of the caller, who has it committed and counts the answers. */
    public Mono<List<Answer>> handle(Connection tx, List<Request> requests) {
        Instant now = clock.instant();
        meters.batch(requests.size());
        // The cases are locked before the answers are read: of two requests with one key, the second then sees the first's.
        return stores.applications().lock(tx, cases(requests))
                .flatMap(cases -> stores.answers().find(tx, keys(requests))
                        .flatMap(answered -> stores.materials().find(tx, digests(requests))
                                .map(materials -> new Known(cases, answered, materials))))
                .flatMap(known -> decide(tx, new Batch.Task(requests, verdicts(requests, known.materials(), now), known,
                        now)));
    }

    private Mono<List<Answer>> decide(Connection tx, Batch.Task task) {
        Numbering.Counting counting = new Numbering.Counting();
        batch(task, counting).decide();
        LocalDate day = Deadlines.dayOf(task.now());
        return stores.numbers().take(tx, day, counting.wanted())
                .map(before -> batch(task, new Numbering.Taken(day, before)).decide())
                .flatMap(outcome -> write(tx, outcome, task.now()).thenReturn(outcome.answers));
    }

    private Batch batch(Batch.Task task, Numbering numbering) {
        return new Batch(task, numbering, examiner, deadlines, stores.json());
    }

    private Mono<Void> write(Connection tx, Outcome outcome, Instant now) {
        return stores.applications().insert(tx, List.copyOf(outcome.filed.values()))
                .then(Mono.defer(() -> stores.applications().archive(tx, outcome.former, stores.json())))
                .then(Mono.defer(() -> stores.applications().update(tx, List.copyOf(outcome.changed.values()))))
                .then(Mono.defer(() -> stores.notices().insert(tx, outcome.notices)))
                .then(Mono.defer(() -> stores.materials().insert(tx, outcome.materials, now)))
                .then(Mono.defer(() -> stores.answers().insert(tx, outcome.answered, now)))
                .then(Mono.defer(() -> stores.outbox().append(tx, outcome.events)));
    }

    /** A verdict does not depend on what other requests of the batch do, so it is found once. */
    private List<@Nullable Verdict> verdicts(List<Request> requests, Map<String, StoredMaterial> materials,
            Instant now) {
        List<@Nullable Verdict> verdicts = new ArrayList<>();
        for (Request request : requests) {
            verdicts.add(request.order() instanceof Order.File file
                    ? examiner.first(file.filing(), file.faults(), materials, now)
                    : null);
        }
        return verdicts;
    }

    private static TreeSet<String> cases(List<Request> requests) {
        TreeSet<String> cases = new TreeSet<>();
        requests.forEach(request -> {
            if (request.order() instanceof Order.OfCase order) {
                cases.add(order.caseNo());
            }
        });
        return cases;
    }

    private static List<Key> keys(List<Request> requests) {
        return requests.stream().map(Request::key).filter(Objects::nonNull).map(k -> (Key) k).distinct().toList();
    }

    private static List<String> digests(List<Request> requests) {
        return requests.stream().flatMap(request -> switch (request.order()) {
            case Order.File file -> file.filing().digests().stream();
            case Order.Resubmit again -> Examiner.digests(again.changes()).stream();
            case Order.Receive o -> Stream.<String>empty();
            case Order.NotifyCorrection o -> Stream.<String>empty();
            case Order.Withdraw o -> Stream.<String>empty();
            case Order.Keep o -> Stream.<String>empty();
            case Order.Aside o -> Stream.<String>empty();
        }).distinct().toList();
    }
}
