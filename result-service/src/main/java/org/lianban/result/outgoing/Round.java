package org.lianban.result.outgoing;

import reactor.core.publisher.Mono;

/** A limited piece of work that is done again and again. */
@FunctionalInterface
public interface Round {
    /** @return how much was found; fewer than the limit: nothing more is due */
    Mono<Integer> run(int limit);
}
