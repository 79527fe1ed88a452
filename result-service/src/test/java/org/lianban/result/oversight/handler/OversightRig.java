package org.lianban.result.oversight.handler;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.persistence.Database;
import org.lianban.result.Sample;
import org.lianban.result.bundle.handler.CaseProjection;
import org.lianban.result.bundle.store.FreshStore;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.query.FileQueries;
import org.lianban.result.oversight.query.FileQueries.Filter;
import org.lianban.result.oversight.store.FileRepository;
import org.lianban.result.oversight.store.RatingRepository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The desks on a database of their own, with cases beside them and a clock that the test sets. */
final class OversightRig implements AutoCloseable {
    static final Instant T0 = Sample.at("2026-11-23T09:00");
    static final String WEIJIAN = "410721-weijian";
    static final String RENSHE = "410721-renshe";
    static final Actor ADMIN = new Actor(Role.CATALOG_ADMIN, "a1", null);
    static final Actor APPLICANT = new Actor(Role.APPLICANT, "p1", null);
    private static final OversightSettings RULES = OversightSettings.DEFAULT;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AtomicReference<CaseProjection> follower = new AtomicReference<>((tx, cases, now) -> Mono.empty());
    final FreshStore store = new FreshStore(T0, (tx, cases, now) -> follower.get().project(tx, cases, now))
            .withCatalog();
    final JsonMapper json = JsonMapper.builder().build();
    private final OversightSettings settings = new OversightSettings(RULES.ratings(), RULES.tickets(), RULES.ladder(),
            RULES.checks(), RULES.expiry(), Map.of("410721-gongan", "410721-shuju"));
    private final FileTypes types = FileTypes.of(settings);
    private final FileRepository repository = new FileRepository(json);
    final FileHandlers files = FileHandlers.of(types, store.database(), repository, store.law(), store::now);
    final OpeningHandler openings = new OpeningHandler(files, store.queries(), store.law(), store::now);
    final RatingCommands ratings = new RatingCommands(new RatingHandler(store.database(), new RatingRepository(json),
            repository, store.law(), types, store::now), store.queries(), store.law(), settings.ratings(), store::now);
    final OversightRound round = round();
    private final FileQueries queries = new FileQueries(store.database());

    OversightRig() {
        follower.set(new OversightProjection(repository, store.law(), types, settings, CreditTiers.NONE));
    }

    OversightRound round() {
        return new OversightRound(store.database(), repository, store.law(), types, settings, store.commands(),
                store::now);
    }

    /** For which department an account speaks: as who it stands for. */
    static OversightActor speaking(Actor actor) {
        return new OversightActor(actor, actor.onBehalfOf());
    }

    /** What was answered; fails where the command was refused. */
    static <T> T accepted(Mono<Outcome<T>> command) {
        return switch (done(command)) {
            case Outcome.Done<T> done -> done.answer();
            case Outcome.Refused<T> refused -> throw new AssertionError(refused.refusal());
        };
    }

    /** Why; fails where the command was carried out. */
    static <T> Refusal refused(Mono<Outcome<T>> command) {
        return switch (done(command)) {
            case Outcome.Done<T> done -> throw new AssertionError("Carried out: " + done.answer());
            case Outcome.Refused<T> refused -> refused.refusal();
        };
    }

    static <T> T done(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(LIMIT));
    }

    static Actor officer(String department) {
        return new Actor(Role.DEPARTMENT_OFFICER, "o1", department);
    }

    /** Lets the clocks of cases and then everything beside them speak until nothing more is due. */
    void at(String local) {
        store.setClock(Sample.at(local));
        store.dueRound(new java.util.ArrayList<>()).run(100).block(LIMIT);
        turn();
    }

    void turn() {
        for (int i = 0; done(round.run(100)) > 0; i++) {
            if (i > 20) {
                throw new AssertionError("something is due for ever");
            }
        }
    }

    /** Received and dispatched at the window, with these items. */
    Sample.Case dispatched(String no, String... items) {
        var sample = new Sample.Case(no);
        var now = store.now();
        store.handle(store.incoming(sample.submitted(now), 1, now),
                store.incoming(sample.dispatched(now, now, items), 1, now));
        return sample;
    }

    Sample.Case settled(String no) {
        var sample = dispatched(no, "04");
        store.handle(store.incoming(sample.decided("04", store.now(), org.lianban.contracts.Outcome.APPROVED), 1,
                store.now()));
        return sample;
    }

    /** Says something on a case as another room would. */
    void publish(String caseNo, ResultEvent... events) {
        done(store.commands().submit(caseNo, Actor.system("test"), hand -> Decision.accepted(events)));
    }

    List<FileRow> files(FileRow.Kind kind, String caseNo) {
        return done(queries.list(new Filter(kind, null, null, null, caseNo, false, false, ""), 100));
    }

    FileRow file(FileRow.Kind kind, String caseNo) {
        var files = files(kind, caseNo);
        if (files.size() != 1) {
            throw new AssertionError("Expected one " + kind + " of " + caseNo + ", but found " + files);
        }
        return files.getFirst();
    }

    FileRow one(FileRow.Kind kind, String id) {
        return done(queries.one(kind, id));
    }

    void run(String sql) {
        done(store.database().inTransaction(tx -> Database.update(tx, sql)));
    }

    /** What was published, in order, of the events whose text contains all of these. */
    List<String> published(String... parts) {
        return store.outbox().stream()
                .filter(message -> List.of(parts).stream().allMatch(message::contains)).toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
