package org.lianban.intake.application.handler;

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
import org.lianban.intake.application.query.Deadlines;
import org.lianban.intake.application.store.AnswerStore.Key;
import org.lianban.intake.checking.Verdict;
import org.lianban.intake.checking.handler.Examiner;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.intake.windows.WindowRights;
import org.lianban.messaging.GroupCommit;
import org.lianban.messaging.NotYet;
import org.lianban.persistence.Database;
import reactor.core.publisher.Flux;
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
    private final Knowledge knowledge;
    private final Batch.Tools tools;
    private final InstantSource clock;
    private final DeskMeters meters;
    private final GroupCommit<Request, Answer> door;
    private final SideDoor sideDoor;
    private final Performance performance;

    /** What the desk judges by. */
    public record Knowledge(Examiner examiner, Deadlines deadlines, WindowRights rights, DeskRules rules,
            Consequences.Settings consequences) {}

    public IntakeDesk(Database database, Stores stores, Knowledge knowledge, InstantSource clock, DeskMeters meters) {
        this.database = database;
        this.stores = stores;
        this.knowledge = knowledge;
        this.tools = new Batch.Tools(new Preparing(knowledge.examiner(), new Clerks(knowledge.rights()),
                knowledge.deadlines(), knowledge.rules()),
                new Consequences(knowledge.consequences(), knowledge.examiner()), knowledge.deadlines(),
                stores.json());
        this.clock = clock;
        this.meters = meters;
        this.door = new GroupCommit<>("intake-desk", GroupCommit.Settings.DEFAULT, database, this::handle);
        this.sideDoor = new SideDoor(database, stores, clock);
        this.performance = new Performance(knowledge.rights(), stores.json());
    }

    /** Answered once it is durable. */
    public Mono<Answer> submit(Request request) {
        Mono<Answer> answer = request.order() instanceof Order.Aside aside
                ? sideDoor.run(request, aside)
                : door.submit(request);
        return answer.retryWhen(SAME_KEY_AT_ONCE).doOnNext(said -> meters.count(request, said));
    }

    /** What filing would be answered, without filing. */
    public Mono<Verdict> tryOut(Order.File order) {
        return database.withConnection(c -> stores.materials().find(c, order.filing().digests()))
                .map(materials -> verdict(order, materials, clock.instant()));
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
                        now)))
                .flatMap(answers -> stores.operations().insert(tx, performance.of(requests, answers), now)
                        .thenReturn(answers));
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
        return new Batch(task, numbering, tools);
    }

    private Mono<Void> write(Connection tx, Outcome outcome, Instant now) {
        return stores.applications().insert(tx, List.copyOf(outcome.filed.values()))
                .then(Mono.defer(() -> stores.applications().archive(tx, outcome.former)))
                .then(Mono.defer(() -> stores.applications().amended(tx, outcome.amendments)))
                .then(Mono.defer(() -> stores.applications().update(tx, List.copyOf(outcome.changed.values()))))
                .then(Mono.defer(() -> stores.notices().insert(tx, outcome.notices)))
                .then(Mono.defer(() -> stores.materials().insert(tx, outcome.materials, now)))
                .then(Mono.defer(() -> stores.answers().insert(tx, outcome.answered, now)))
                .then(Mono.defer(() -> consequences(tx, outcome)))
                .then(Mono.defer(() -> stores.outbox().append(tx, outcome.events)));
    }

    /** Most batches have none. */
    private Mono<Void> consequences(Connection tx, Outcome outcome) {
        return stores.profiles().keep(tx, outcome.profiles)
                .then(Mono.defer(() -> stores.parties().tell(tx, outcome.credits)))
                .then(Mono.defer(() -> Flux.fromIterable(outcome.exclusions)
                        .concatMap(e -> stores.parties().exclude(tx, e)).then()));
    }

    /** A verdict does not depend on what other requests of the batch do, so it is found once. */
    private List<@Nullable Verdict> verdicts(List<Request> requests, Map<String, StoredMaterial> materials,
            Instant now) {
        List<@Nullable Verdict> verdicts = new ArrayList<>();
        for (Request request : requests) {
            verdicts.add(request.order() instanceof Order.File file
                    ? verdict(file, materials, now)
                    : null);
        }
        return verdicts;
    }

    private Verdict verdict(Order.File file, Map<String, StoredMaterial> materials, Instant now) {
        Examiner examiner = knowledge.examiner();
        return examiner.first(file.filing(), file.faults(),
                examiner.world(file.filing(), materials, now, file.gathered()));
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
            case Order.Amend amend -> Examiner.digests(amend.changes()).stream();
            case Order.Supplement supplement -> Examiner.digests(supplement.content()).stream();
            case Order.Keep o -> Stream.<String>empty();
            case Order.OfCase o -> Stream.<String>empty();
        }).distinct().toList();
    }
}
