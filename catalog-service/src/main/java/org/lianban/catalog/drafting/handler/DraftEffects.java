package org.lianban.catalog.drafting.handler;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.Draft;
import org.lianban.catalog.drafting.DraftEvent;
import org.lianban.catalog.drafting.store.DraftRepository;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.Document;
import org.lianban.catalog.listing.handler.ListingHandler;
import org.lianban.catalog.listing.store.OneThingRepository;
import org.lianban.catalog.listing.store.StageRepository;
import org.lianban.catalog.listing.store.StageRepository.Stage;
import org.lianban.contracts.catalog.OneThing;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a draft's event does to the catalogue: versions appear, are tried, go live or are withdrawn. */
public record DraftEffects(ListingHandler listing, OneThingRepository oneThings, DraftRepository drafts,
        StageRepository stages) {
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
                    .then(drafts.insert(tx, e.contentHash(), after))
                    .then(told(tx, command, after, e.contentHash(), Stage.TRIAL, after.reason().name(), e.document()));
            case DraftEvent.WentLive e -> stages.put(tx, e.contentHash(), Stage.LIVE, null)
                    .then(told(tx, command, after, e.contentHash(), Stage.LIVE, after.reason().name(),
                            after.document()));
        }).then();
    }

    private Mono<Void> test(Connection tx, Command command, Draft after, OneThing version) {
        return oneThings.insert(tx, List.of(version), command)
                .then(stages.put(tx, version.contentHash(), Stage.TESTING, command.at()))
                .then(stages.log(tx, new StageRepository.Entry(version.code(), version.version(), Stage.TESTING.name(),
                        after.reason().name(), null, null), command))
                .then(listing.announce(tx, command, version.code(), version));
    }

    private Mono<Void> withdraw(Connection tx, Command command, Draft after, @Nullable String hash, String reason) {
        return hash == null
                ? Mono.empty()
                : stages.put(tx, hash, Stage.WITHDRAWN, null)
                        .then(stages.log(tx,
                                new StageRepository.Entry(after.content().code(), null, Stage.WITHDRAWN.name(), null,
                                        reason, null),
                                command))
                        .then(listing.announce(tx, command, after.content().code(), null));
    }

    private Mono<Void> told(Connection tx, Command command, Draft after, String hash, Stage stage, String reason,
            @Nullable Document document) {
        Draft.Tested tested = after.tested();
        return stages
                .log(tx, new StageRepository.Entry(after.content().code(), tested == null ? null : tested.version(),
                        stage.name(), reason, hash, document), command)
                .then(listing.announce(tx, command, after.content().code(), null));
    }
}
