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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.department.channel.Channel;
import org.lianban.department.channel.DeliveryView;
import org.lianban.security.Signatures;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Departments that are called: each within its own rate limit, bulkhead, time limit and circuit breaker. */
public final class DepartmentClients {
    private static final MediaType ONE = MediaType.parseMediaType("application/cloudevents+json");
    private static final MediaType BATCH = MediaType.parseMediaType("application/cloudevents-batch+json");

    /**
     * When a department's circuit opens.
     *
     * @param window calls the failure rate is computed over
     */
    public record Breaker(int window, int failurePercent, Duration openFor) {}

    private final WebClient http;
    private final JsonMapper json;
    private final Function<String, @Nullable String> secrets;
    private final InstantSource clock;
    private final Breaker limits;

    /** @param secrets by name; null for an unknown one */
    public DepartmentClients(WebClient http, JsonMapper json, Function<String, @Nullable String> secrets,
            InstantSource clock, Breaker limits) {
        this.http = http;
        this.json = json;
        this.secrets = secrets;
        this.clock = clock;
        this.limits = limits;
    }

    public Client of(String department, Channel channel) {
        return new Client(department, channel);
    }

    /** One department. */
    public final class Client {
        private final Channel channel;
        private final CircuitBreaker breaker;
        private final Bulkhead bulkhead;
        private final RateLimiter rate;

        private Client(String department, Channel channel) {
            this.channel = channel;
            this.breaker = CircuitBreaker.of(department, CircuitBreakerConfig.custom()
                    .slidingWindowSize(limits.window()).minimumNumberOfCalls(Math.min(3, limits.window()))
                    .failureRateThreshold(limits.failurePercent()).waitDurationInOpenState(limits.openFor())
                    .permittedNumberOfCallsInHalfOpenState(1).automaticTransitionFromOpenToHalfOpenEnabled(true)
                    .build());
            this.bulkhead = Bulkhead.of(department, BulkheadConfig.custom()
                    .maxConcurrentCalls(channel.concurrency()).maxWaitDuration(Duration.ZERO).build());
            this.rate = RateLimiter.of(department, RateLimiterConfig.custom()
                    .limitForPeriod(channel.ratePerSecond()).limitRefreshPeriod(Duration.ofSeconds(1))
                    .timeoutDuration(Duration.ofSeconds(10)).build());
        }

        public CircuitBreaker breaker() {
            return breaker;
        }

        /** The answer's body, empty if it had none; an error unless 2xx within the time limit. */
        public Mono<byte[]> push(List<DeliveryView> deliveries) {
            boolean one = channel.batch() == 1;
            List<Event> events = deliveries.stream().map(Event::of).toList();
            byte[] body = json.writeValueAsBytes(one ? events.getFirst() : events);
            return Mono.defer(() -> post(body, one ? ONE : BATCH)).timeout(channel.timeout())
                    .transformDeferred(CircuitBreakerOperator.of(breaker))
                    .transformDeferred(BulkheadOperator.of(bulkhead)).transformDeferred(RateLimiterOperator.of(rate));
        }

        private Mono<byte[]> post(byte[] body, MediaType type) {
            String name = Objects.requireNonNull(channel.secretName());
            String secret = secrets.apply(name);
            if (secret == null) {
                return Mono.error(new IllegalStateException("Expected a secret " + name + ", but there is none"));
            }
            return http.post().uri(Objects.requireNonNull(channel.url())).contentType(type)
                    .header(Signatures.HEADER, signed(secret, body))
                    .bodyValue(body)
                    .exchangeToMono(answer -> answer.statusCode().is2xxSuccessful()
                            ? answer.bodyToMono(byte[].class).defaultIfEmpty(new byte[0])
                            : answer.releaseBody().then(Mono.error(
                                    new NotTaken("Expected 2xx, but got " + answer.statusCode().value()))));
        }

        private String signed(String secret, byte[] body) {
            return switch (channel.signature()) {
                case HMAC_SHA256 -> Signatures.sha256(secret, clock.instant(), body);
                case HMAC_SM3 -> Signatures.sm3(secret, clock.instant(), body);
            };
        }
    }

    /** A delivery as CloudEvents 1.0 in structured mode. */
    private record Event(String specversion, String id, String source, String type, String subject, Instant time,
            String datacontenttype, DeliveryView data) {
        static Event of(DeliveryView d) {
            return new Event("1.0", d.deliveryId(), "/lianban/department", "org.lianban.department.Delivery.v1",
                    d.taskId(), d.at(), "application/json", d);
        }
    }

    /** The department answered, but did not take it. */
    static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotTaken(String message) {
            super(message);
        }
    }
}
