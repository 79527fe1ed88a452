package org.lianban.intake.consultation.web;

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

    /** A page that is asked for. */
    record Asked(String region, @Nullable String subject, @Nullable String state, String after, int limit) {
        <T> Mono<Page<T>> of(TicketHandler<T> handler, Function<T, String> number) {
            return handler.list(region, subject, state, after, limit + 1)
                    .map(found -> Page.of(found, limit, number));
        }
    }

    /** @throws Problem 400 with every bad parameter */
    static Asked asked(Parameters p, @Nullable String region, @Nullable String subject, @Nullable Enum<?> state,
            @Nullable String after, @Nullable String limit) {
        String of = p.region(region);
        p.required("region", of);
        String last = p.after(after);
        int most = p.limit(limit, 50);
        p.orRefuse();
        return new Asked(Objects.requireNonNull(of), subject, state == null ? null : state.name(),
                last == null ? "" : last, most);
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
