package org.lianban.catalog.listing.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Command;
import org.lianban.command.Actor;
import org.lianban.command.FaultCode;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.http.Actors;
import org.lianban.http.Keys;
import org.lianban.http.Problem;
import org.lianban.http.TraceParent;
import org.lianban.security.Digests;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Turns a request into a command, has it carried out, counts it, and answers. */
@Component
public final class Commands {
    /** Commands that change the catalogue, by what they change and what became of them. */
    private static final String CHANGES = "lianban.catalog.changes";

    private final InstantSource clock;
    private final JsonMapper json;
    private final MeterRegistry registry;

    Commands(InstantSource clock, JsonMapper json, MeterRegistry registry) {
        this.clock = clock;
        this.json = json;
        this.registry = registry;
        for (Subject subject : Subject.values()) {
            for (Result result : Result.values()) {
                counter(subject, result);
            }
        }
    }

    /** What a command changes. */
    public enum Subject {
        ONE_THING, DEPARTMENT, CALENDAR, DRAFT, PROPOSAL, BATCH, WINDOW, BASE, TARGET
    }

    private enum Result {
        DONE, REPEATED, REFUSED, DENIED, KEY_REUSED
    }

    /** Only the owner of the catalogue changes it directly. @throws Problem 403 for any other role */
    public <T> Mono<T> byOwner(Subject subject, ServerHttpRequest request, @Nullable Object body,
            Function<Command, Mono<Outcome<T>>> handler) {
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.CATALOG_ADMIN);
        return actor.role() == Actor.Role.CATALOG_ADMIN
                ? by(actor, subject, request, body, handler)
                : Mono.error(Problem.forbidden("只有清单管理员可以发布"));
    }

    /**
     * Whoever it is: the decision says who may.
     *
     * @param body as it was read; null where there is none
     */
    public <T> Mono<T> by(Actor actor, Subject subject, ServerHttpRequest request, @Nullable Object body,
            Function<Command, Mono<Outcome<T>>> handler) {
        String asked = request.getMethod() + " " + request.getURI().getRawPath() + "?" + request.getURI().getRawQuery()
                + "\n" + (body == null ? "" : json.writeValueAsString(body));
        Command command = new Command(clock.instant().truncatedTo(ChronoUnit.MILLIS), actor.text(),
                TraceParent.of(request.getHeaders()), Keys.of(request.getHeaders()), Digests.sha256(asked));
        return handler.apply(command).doOnNext(outcome -> counter(subject, result(outcome)).increment())
                .map(outcome -> switch (outcome) {
                    case Outcome.Done<T> done -> done.answer();
                    case Outcome.Refused<T> refused -> throw Problem.of(refused.refusal());
                });
    }

    /** @throws Problem 422 where a record is sent to the address of another */
    public static void same(String address, @Nullable String id, String what) {
        if (!address.equals(id)) {
            throw Problem.unprocessable(List.of(FaultCode.INCONSISTENT.at("/id",
                    "内容的%s与地址中的%s不同".formatted(what, address))));
        }
    }

    private static Result result(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> done.repeated() ? Result.REPEATED : Result.DONE;
            case Outcome.Refused<?> refused -> refused.refusal().code().equals(Refusal.KEY_REUSED)
                    ? Result.KEY_REUSED
                    : refused.refusal().kind() == Refusal.Kind.UNACCEPTABLE ? Result.REFUSED : Result.DENIED;
        };
    }

    private Counter counter(Subject subject, Result result) {
        return Counter.builder(CHANGES).description("Commands that change the catalogue")
                .tag("subject", subject.name()).tag("result", result.name()).register(registry);
    }
}
