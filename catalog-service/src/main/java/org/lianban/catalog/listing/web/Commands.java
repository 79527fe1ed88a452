package org.lianban.catalog.listing.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.Outcome;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.http.TraceParent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Turns a request into a command, and an outcome into an answer. Only the owner of the catalogue changes it. */
@Component
public final class Commands {
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    private final InstantSource clock;
    private final CatalogMeters meters;

    public Commands(InstantSource clock, MeterRegistry registry) {
        this.clock = clock;
        this.meters = new CatalogMeters(registry);
    }

    /** @throws Problem 403 for any role but the catalogue's owner, 400 for a bad key */
    public Command of(ServerHttpRequest request, String body) {
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.CATALOG_ADMIN);
        if (actor.role() != Actor.Role.CATALOG_ADMIN) {
            throw Problem.forbidden("只有清单管理员可以发布");
        }
        return of(actor, request, body);
    }

    /** A command of whoever it is; the decision says who may. @throws Problem 400 for a bad key */
    public Command of(Actor actor, ServerHttpRequest request, String body) {
        String path = request.getURI().getRawPath();
        @Nullable
        String key = key(request.getHeaders().getFirst(IDEMPOTENCY_KEY));
        return new Command(clock.instant().truncatedTo(ChronoUnit.MILLIS), actor.text(),
                TraceParent.of(request.getHeaders()), key == null ? null : path + " " + key,
                digest(request.getURI().getRawQuery() + "\n" + body));
    }

    private static @Nullable String key(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY || key.chars().anyMatch(c -> c < ' '))) {
            throw Problem.badRequest(
                    List.of(new Fault(IDEMPOTENCY_KEY, "MALFORMED", "幂等键应为1至%d个字符".formatted(LONGEST_KEY))));
        }
        return key;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** @throws Problem 422 with all reasons, 404, 403 or 409 where it is denied, or 409 where the key was
     *     used for another request */
    public <T> T done(CatalogMeters.Subject subject, Outcome<T> outcome) {
        meters.count(subject, outcome);
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T>(var refusal) -> throw switch (refusal.kind()) {
                case NOT_FOUND -> Problem.notFound(refusal.detail());
                case FORBIDDEN -> Problem.forbidden(refusal.detail());
                case CONFLICT -> Problem.conflict(refusal.code(), refusal.detail());
                case UNACCEPTABLE -> Problem.unprocessable(refusal.faults());
            };
        };
    }
}
