package org.lianban.department.client;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.ratelimiter.operator.RateLimiterOperator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.department.channel.Channel;
import org.lianban.department.work.Settings;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Calls one department, within its own rate limit, bulkhead, time limit and circuit breaker. */
final class Caller {
    private final Channel channel;
    private final WebClient http;
    private final Function<String, @Nullable String> secrets;
    private final InstantSource clock;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final RateLimiter rate;

    Caller(String department, Channel channel, Outside outside, Settings.Breaker limits) {
        this.channel = channel;
        this.http = outside.http();
        this.secrets = outside.secrets();
        this.clock = outside.clock();
        this.breaker = CircuitBreaker.of(department, CircuitBreakerConfig.custom()
                .slidingWindowSize(limits.window()).minimumNumberOfCalls(Math.min(3, limits.window()))
                .failureRateThreshold(limits.failurePercent()).waitDurationInOpenState(limits.openFor())
                .permittedNumberOfCallsInHalfOpenState(1).automaticTransitionFromOpenToHalfOpenEnabled(true).build());
        this.bulkhead = Bulkhead.of(department, BulkheadConfig.custom()
                .maxConcurrentCalls(channel.concurrency()).maxWaitDuration(Duration.ZERO).build());
        this.rate = RateLimiter.of(department, RateLimiterConfig.custom().limitForPeriod(channel.ratePerSecond())
                .limitRefreshPeriod(Duration.ofSeconds(1)).timeoutDuration(Duration.ofSeconds(10)).build());
    }

    /** What every caller of this instance shares. {@code secrets} by name; null for an unknown one. */
    record Outside(WebClient http, Function<String, @Nullable String> secrets, InstantSource clock) {}

    CircuitBreaker breaker() {
        return breaker;
    }

    /** The answer's body, empty if it had none; an error unless 2xx within the time limit. */
    Mono<byte[]> post(byte[] body, String contentType) {
        return Mono.defer(() -> send(body, contentType)).timeout(channel.timeout())
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead)).transformDeferred(RateLimiterOperator.of(rate));
    }

    private Mono<byte[]> send(byte[] body, String contentType) {
        String name = Objects.requireNonNull(channel.secretName());
        String secret = secrets.apply(name);
        if (secret == null) {
            return Mono.error(new IllegalStateException("Expected a secret " + name + ", but there is none"));
        }
        return http.post().uri(Objects.requireNonNull(channel.url())).contentType(MediaType.parseMediaType(contentType))
                .header(Signature.HEADER, Signature.of(channel.signature(), secret, clock.instant(), body))
                .bodyValue(body)
                .exchangeToMono(answer -> answer.statusCode().is2xxSuccessful()
                        ? answer.bodyToMono(byte[].class).defaultIfEmpty(new byte[0])
                        : answer.releaseBody().then(Mono.error(
                                new NotTaken("Expected 2xx, but got " + answer.statusCode().value()))));
    }

    /** The department answered, but did not take it. */
    static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotTaken(String message) {
            super(message);
        }
    }
}
