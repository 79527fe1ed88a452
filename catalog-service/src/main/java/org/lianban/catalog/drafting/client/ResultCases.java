package org.lianban.catalog.drafting.client;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.rehearsal.Rehearsal;
import org.lianban.command.Actor;
import org.lianban.http.Actors;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Closed cases as result-service hands them out. */
public final class ResultCases implements ClosedCases {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int LARGEST_PAGE = 8 << 20;

    private final WebClient http;

    /** @param url base address of result-service */
    public ResultCases(String url) {
        this.http = WebClient.builder().baseUrl(url).codecs(c -> c.defaultCodecs().maxInMemorySize(LARGEST_PAGE))
                .defaultHeader(Actors.ROLE_HEADER, Actor.Role.SYSTEM.name()).defaultHeader(Actors.ID_HEADER, "catalog")
                .build();
    }

    @Override
    public Mono<Rehearsal.ClosedCase.Page> page(String oneThing, Instant from, @Nullable String page) {
        return http.get().uri(address -> {
            address.path("/api/closed-cases").queryParam("oneThing", "{oneThing}").queryParam("from", "{from}");
            return page == null
                    ? address.build(oneThing, from.toString())
                    : address.queryParam("after", "{page}").build(oneThing, from.toString(), page);
        }).retrieve().bodyToMono(Rehearsal.ClosedCase.Page.class).timeout(LIMIT);
    }
}
