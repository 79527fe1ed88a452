package org.lianban.result.bundle.handler;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.clock.Terms;
import reactor.core.publisher.Mono;

/** Commands on a case: locks it, decides, applies and publishes the events, calls the followers, commits. */
public interface CaseCommands {
    /**
     * Answers once the transaction has committed. Commands that arrive together share one.
     *
     * @param decide without effects, as it may be asked more than once; sees what earlier commands of the same
     *     transaction left
     * @return what was published, in order; empty where what was asked is so already
     */
    Mono<Outcome<List<ResultEvent>>> submit(String caseNo, Actor actor, @Nullable String traceparent,
            Function<CaseContext, Decision<ResultEvent>> decide);

    /** The same without a trace. */
    default Mono<Outcome<List<ResultEvent>>> submit(String caseNo, Actor actor,
            Function<CaseContext, Decision<ResultEvent>> decide) {
        return submit(caseNo, actor, null, decide);
    }

    /**
     * A case under its lock, as a command sees it.
     *
     * @param terms null until the catalogue copy has the version the case was filed under and its calendar
     */
    record CaseContext(Bundle bundle, @Nullable Terms terms, Instant now) {}
}
