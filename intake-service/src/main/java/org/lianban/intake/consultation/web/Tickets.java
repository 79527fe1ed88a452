package org.lianban.intake.consultation.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.http.Actors;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.intake.access.AccessPolicy;
import org.lianban.intake.consultation.handler.TicketHandler;
import org.lianban.kit.access.AccessLog;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** What the doors of all kinds of tickets have in common. */
final class Tickets {
    private Tickets() {}

    /** A page of a list as a request asks for it. */
    record Asked(@Parameter(required = true) @Nullable String region,
            @Nullable String after, @Nullable String limit) {}

    /** @throws Problem 400 with every bad parameter */
    static <T, S extends Enum<S>> Mono<Page<T>> list(TicketHandler<T> handler, Function<T, String> number, Asked asked,
            @Nullable String wanted, Class<S> states, String subject, @Nullable String of) {
        Parameters p = new Parameters();
        S state = p.choice("state", wanted, states);
        String about = p.key(subject, of);
        String region = p.region(asked.region());
        p.required("region", region);
        String last = p.after(asked.after());
        int most = p.limit(asked.limit(), 50);
        p.orRefuse();
        return handler.list(Objects.requireNonNull(region), about, state == null ? null : state.name(),
                last == null ? "" : last, most + 1).map(found -> Page.of(found, most, number));
    }

    /** With personal data only for a purpose that the role may have, and then logged. */
    static <T> Mono<T> one(TicketHandler<T> handler, AccessLog log, String number, ServerHttpRequest request,
            List<String> personal) {
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.APPLICANT);
        String purpose = request.getHeaders().getFirst(AccessPolicy.Purpose.HEADER);
        return handler.find(number).flatMap(found -> {
            if (found.isEmpty()) {
                return Mono.error(Problem.notFound("没有此编号的工单"));
            }
            return AccessPolicy.view(actor, purpose) == AccessPolicy.View.OPEN
                    ? log.record(actor, number, Objects.requireNonNull(purpose), personal).thenReturn(found.get())
                    : Mono.just(handler.masked(found.get()));
        });
    }
}
