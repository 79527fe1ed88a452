package org.lianban.result.bundle.handler;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.result.bundle.change.CaseContext;
import org.lianban.result.bundle.change.Decision;
import reactor.core.publisher.Mono;

/** Commands on a case: locks it, decides, applies and publishes the events, calls the followers, commits. */
public interface CaseCommands {
    /**
     * Answers once the transaction has committed. Commands that arrive together share one.
     *
     * @param decide without effects, as it may be asked more than once; sees what earlier commands of the same
     *     transaction left
     * @return an error {@link org.lianban.http.Problem} 404 for a case nobody spoke of, and the problem of a
     *     {@link Decision.Refused}
     */
    <R> Mono<R> submit(String caseNo, Actor actor, @Nullable String traceparent,
            Function<CaseContext, Decision<R>> decide);

    /** The same without a trace. */
    default <R> Mono<R> submit(String caseNo, Actor actor, Function<CaseContext, Decision<R>> decide) {
        return submit(caseNo, actor, null, decide);
    }
}
