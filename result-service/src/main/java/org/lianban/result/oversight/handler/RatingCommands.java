package org.lianban.result.oversight.handler;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.CaseState;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseStates;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.Reason;
import org.lianban.result.oversight.rating.Rating;
import org.lianban.result.oversight.rating.RatingDecider;
import org.lianban.security.Digests;
import reactor.core.publisher.Mono;

/** Ratings as they come in: what the case says about them first, then the handler. A settled case stays settled. */
public record RatingCommands(RatingHandler handler, CaseQueries cases, Law law, Rating.Rules rules,
        InstantSource clock) {
    /** A rating without what the case adds to it. */
    public record RatingCommand(@Nullable String itemNo, Rating.Level level, Rating.Channel channel,
            Rating.Source source,
            boolean byDefault, Map<Rating.Indicator, Rating.Level> indicators, @Nullable String remark) {
        public RatingCommand {
            indicators = Collections.unmodifiableMap(new TreeMap<>(indicators));
        }
    }

    public Mono<Outcome<RatingHandler.Answer>> rate(String caseNo, RatingCommand command, OversightActor who,
            @Nullable String key) {
        var refusal = RatingDecider.forbidden(command.byDefault(), who);
        return refusal.isPresent()
                ? Mono.just(Outcome.refused(refusal.get()))
                : cases.one(caseNo).flatMap(stored -> rate(stored.bundle(), command, who, key))
                        .switchIfEmpty(Mono.just(Outcome.refused(Refusal.notFound("没有此办件：" + caseNo))));
    }

    private Mono<Outcome<RatingHandler.Answer>> rate(Bundle bundle, RatingCommand command, OversightActor who,
            @Nullable String key) {
        var filing = bundle.filing();
        if (filing == null) {
            return Mono.just(Outcome.refused(Refusal.of(Reason.NOT_SETTLED, "尚未办结，办结后方可评价")));
        }
        var rating = new Rating(new Rating.Subject(bundle.caseNo(), command.itemNo()), command.level(),
                command.channel(), command.source(), command.byDefault(), command.indicators(), command.remark(),
                clock.instant());
        var faults = new ArrayList<>(RatingDecider.faults(rating, served(bundle, command.itemNo()), rules));
        if (bundle.isTest()) {
            faults.add(new Fault("", Reason.TEST_CASE.name(), "测试办件不参与评价"));
        }
        if (!faults.isEmpty()) {
            return Mono.just(Outcome.refused(Refusal.unacceptable(faults)));
        }
        var origin = bundle.intake().origin();
        var rated = new Rating.Rated(rating, filing.region(), filing.oneThing(), department(bundle, command.itemNo()),
                origin == null ? null : origin.window(), who.account(), 1);
        return handler.submit(Keyed.of(rated, who.actor(), key, Digests.sha256(bundle.caseNo() + " " + command)));
    }

    private @Nullable String department(Bundle bundle, @Nullable String itemNo) {
        var task = itemNo == null ? null : bundle.item(itemNo).task();
        return task != null ? task.department() : law.oneThing(bundle).map(o -> o.lead()).orElse(null);
    }

    private static RatingDecider.Served served(Bundle bundle, @Nullable String itemNo) {
        var origin = bundle.intake().origin();
        var online = origin != null && origin.channel() != org.lianban.contracts.Channel.WINDOW;
        if (itemNo == null) {
            var state = CaseStates.of(bundle);
            return new RatingDecider.Served(online, true, bundle.isSettled(), bundle.deliverable().isEmpty()
                    || state == CaseState.DELIVERED || state == CaseState.ARCHIVED);
        }
        var item = bundle.item(itemNo);
        return new RatingDecider.Served(online, item.task() != null, item.end() != null,
                item.handout().delivered() != null || !bundle.deliverable().contains(itemNo));
    }
}
