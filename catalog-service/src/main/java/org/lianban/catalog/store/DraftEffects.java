package org.lianban.catalog.store;

import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.draft.Document;
import org.lianban.catalog.draft.Dossier;
import org.lianban.catalog.draft.Draft;
import org.lianban.catalog.draft.DraftEvent;
import org.lianban.catalog.store.VersionStages.Entry;
import org.lianban.catalog.store.VersionStages.Stage;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import org.lianban.persistence.Database;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What a draft's event does to the catalogue: versions appear, are tried, go live or are withdrawn. */
final class DraftEffects {
    private final Outbox outbox;
    private final Rows rows;
    private final OneThingStore oneThings;
    private final VersionStages stages = new VersionStages();

    DraftEffects(Database database, Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.rows = new Rows(json);
        this.oneThings = new OneThingStore(database, json);
    }

    /** @param next the version that testing announces */
    Mono<Void> of(Connection tx, Command command, Draft after, List<DraftEvent> events, Optional<OneThing> next) {
        return Flux.fromIterable(events).concatMap(event -> switch (event) {
            case DraftEvent.Edited e -> Mono.<Void>empty();
            case DraftEvent.Submitted e -> Mono.<Void>empty();
            case DraftEvent.ConfirmedByLead e -> Mono.<Void>empty();
            case DraftEvent.ReviewedByAdmin e -> Mono.<Void>empty();
            case DraftEvent.RunRecorded e -> Mono.<Void>empty();
            case DraftEvent.OpinionGiven e -> Mono.<Void>empty();
            case DraftEvent.TestingBegun e -> test(tx, command, after, next.orElseThrow());
            case DraftEvent.Returned(String reason, String withdrawn) ->
                withdraw(tx, command, after, withdrawn, reason);
            case DraftEvent.Abandoned(String reason, String withdrawn) ->
                withdraw(tx, command, after, withdrawn, reason);
            case DraftEvent.TrialBegun e -> stages.put(tx, e.contentHash(), Stage.TRIAL, e.since())
                    .then(dossier(tx, after, e.contentHash()))
                    .then(told(tx, command, after, e.contentHash(), Stage.TRIAL, after.reason().name(), e.document()));
            case DraftEvent.WentLive e -> stages.put(tx, e.contentHash(), Stage.LIVE, null)
                    .then(told(tx, command, after, e.contentHash(), Stage.LIVE, after.reason().name(),
                            after.document()));
        }).then();
    }

    private Mono<Void> test(Connection tx, Command command, Draft after, OneThing version) {
        return oneThings.insert(tx, List.of(version), command)
                .then(stages.put(tx, version.contentHash(), Stage.TESTING, command.at()))
                .then(stages.log(tx, new Entry(version.code(), version.version(), Stage.TESTING.name(),
                        after.reason().name(), null, null), command))
                .then(announce(tx, command, version.code(), version));
    }

    private Mono<Void> withdraw(Connection tx, Command command, Draft after, @Nullable String hash, String reason) {
        return hash == null
                ? Mono.empty()
                : stages.put(tx, hash, Stage.WITHDRAWN, null)
                        .then(stages.log(tx,
                                new Entry(after.content().code(), null, Stage.WITHDRAWN.name(), null, reason,
                                        null),
                                command))
                        .then(announce(tx, command, after.content().code(), null));
    }

    private Mono<Void> told(Connection tx, Command command, Draft after, String hash, Stage stage, String reason,
            @Nullable Document document) {
        Draft.Tested tested = after.tested();
        return stages.log(tx, new Entry(after.content().code(), tested == null ? null : tested.version(), stage.name(),
                reason, hash, document), command).then(announce(tx, command, after.content().code(), null));
    }

    private Mono<Void> dossier(Connection tx, Draft after, String hash) {
        return Database
                .update(tx, "insert into dossier (content_hash, code, document) values ($1, $2, $3::jsonb)", hash,
                        after.content().code(), rows.text(Dossier.of(after)))
                .then();
    }

    private Mono<Void> announce(Connection tx, Command command, String code, @Nullable OneThing version) {
        return oneThings.effectiveVersions(tx, code).flatMap(effective -> {
            List<Outgoing> events = new ArrayList<>();
            if (version != null) {
                events.add(command.announcements().version(version));
            }
            effective.forEach(e -> events.add(command.announcements().effective(e)));
            return outbox.append(tx, events);
        });
    }
}
