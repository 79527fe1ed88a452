package org.lianban.catalog.store;

import static org.lianban.catalog.store.Rows.need;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.draft.Document;
import org.lianban.catalog.draft.Dossier;
import org.lianban.catalog.draft.Standing;
import org.lianban.catalog.store.Outcome.Denial;
import org.lianban.catalog.store.Outcome.Denied;
import org.lianban.catalog.store.Outcome.Done;
import org.lianban.catalog.store.Outcome.Reason;
import org.lianban.catalog.store.Outcome.Refused;
import org.lianban.messaging.Outbox;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 暂停、恢复、废止, and the record of every stage a one-thing went through. */
public final class Standings {
    /** @param logged newest first */
    public record Stage(String code, Standing.State standing, List<Logged> logged) {}

    /** One line of the log. */
    public record Logged(@Nullable Integer version, String stage, @Nullable String reason, @Nullable String detail,
            @Nullable Document document, Instant at, String by) {}

    private static final int MOST = 200;

    private final Database database;
    private final Exclusive exclusive;
    private final Outbox outbox;
    private final Once once;
    private final Rows rows;
    private final OneThingStore oneThings;
    private final VersionStages stages = new VersionStages();

    public Standings(Database database, Outbox outbox, JsonMapper json) {
        this.database = database;
        this.exclusive = new Exclusive(database);
        this.outbox = outbox;
        this.once = new Once(json);
        this.rows = new Rows(json);
        this.oneThings = new OneThingStore(database, json);
    }

    public Mono<Outcome<Stage>> order(Command command, String code, Standing.Order order) {
        return exclusive.alone(tx -> once.run(tx, command, Stage.class,
                () -> stages.codes(tx, code).flatMap(codes -> codes.isEmpty()
                        ? Mono.just(new Denied<>(Denial.NOT_FOUND, "没有此一件事"))
                        : stages.standing(tx, code).flatMap(state -> switch (Standing.decide(state, order)) {
                            case Standing.Decision.Moved(var to) -> move(tx, command, code, order, to);
                            case Standing.Decision.Insufficient(var faults) -> Mono.just(new Refused<>(faults.stream()
                                    .map(f -> new Reason(f.pointer(), f.code().name(), f.message())).toList()));
                            case Standing.Decision.Impossible(var detail) ->
                                Mono.just(new Denied<>(Denial.WRONG_STAGE, detail));
                        }))));
    }

    private Mono<Outcome<Stage>> move(Connection tx, Command command, String code, Standing.Order order,
            Standing.State to) {
        return stages.stand(tx, code, to)
                .then(stages.log(tx, new VersionStages.Entry(code, null, to.name(), String.valueOf(order.reason()),
                        order.detail(), order.document()), command))
                .then(oneThings.effectiveVersions(tx, code))
                .flatMap(effective -> outbox.append(tx,
                        effective.stream().map(command.announcements()::effective).toList()))
                .then(Mono.defer(() -> read(tx, code))).map(stage -> new Done<>(stage, false));
    }

    /** Empty where there is no such one-thing. */
    public Mono<Stage> find(String code) {
        return database.withConnection(c -> stages.codes(c, code)
                .flatMap(codes -> codes.isEmpty() ? Mono.empty() : read(c, code)));
    }

    private Mono<Stage> read(Connection c, String code) {
        return stages.standing(c, code).flatMap(state -> Database.query(c, """
                select version, stage, reason, detail, document_number, document_date, at, by from stage_log
                where code = $1 order by id desc limit $2
                """, row -> {
            String number = Rows.maybe(row, "document_number", String.class);
            LocalDate date = Rows.maybe(row, "document_date", LocalDate.class);
            return new Logged(Rows.maybe(row, "version", Integer.class), need(row, "stage", String.class),
                    Rows.maybe(row, "reason", String.class), Rows.maybe(row, "detail", String.class),
                    number == null || date == null ? null : new Document(number, date),
                    need(row, "at", Instant.class), need(row, "by", String.class));
        }, code, MOST).map(log -> new Stage(code, state, log)));
    }

    /** What went with the publication of a version; empty for one that was published by document. */
    public Mono<Dossier> dossier(String contentHash) {
        return database.withConnection(c -> Database.query(c,
                "select document::text as document from dossier where content_hash = $1",
                row -> rows.document(row, Dossier.class), contentHash))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }
}
