package org.lianban.result.oversight.client;

import org.lianban.result.client.NotTaken;
import org.lianban.result.oversight.rating.Rated;
import reactor.core.publisher.Mono;

/** 评价数据上报: the provincial rating platform. It knows a rating by its number, so that one sent again is one. */
@FunctionalInterface
public interface RatingGateway {
    /** An error {@link NotTaken} where trying again does not help. */
    Mono<Void> report(Rated rated);
}
