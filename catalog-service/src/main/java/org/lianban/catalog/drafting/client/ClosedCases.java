package org.lianban.catalog.drafting.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.rehearsal.Rehearsal;
import reactor.core.publisher.Mono;

/** Where closed cases come from. */
public interface ClosedCases {
    /**
     * @param oneThing code
     * @param from cases received at this instant or later
     * @param page as the page before names it; null: the first
     */
    Mono<Rehearsal.ClosedCase.Page> page(String oneThing, Instant from, @Nullable String page);
}
