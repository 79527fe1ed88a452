package org.lianban.result.client;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.lianban.security.Signatures;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts signed JSON to one platform, within a time limit and behind a circuit breaker. */
public final class SignedHttp {
    private static final int WINDOW = 20;
    private static final int ENOUGH = 5;

    /**
     * @param name of the platform, for the breaker
     * @param timeout of one call, answer included
     * @param openFor how long nothing is tried after most calls failed
     */
    public record Settings(String name, URI url, String secret, Duration timeout, Duration openFor) {
        @Override
        public String toString() {
            return name + " at " + url;
        }
    }

    private final Settings settings;
    private final WebClient http;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final CircuitBreaker breaker;

    public SignedHttp(Settings settings, WebClient http, InstantSource clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
        this.breaker = CircuitBreaker.of(settings.name(),
                CircuitBreakerConfig.custom().slidingWindowSize(WINDOW).minimumNumberOfCalls(ENOUGH)
                        .waitDurationInOpenState(settings.openFor()).permittedNumberOfCallsInHalfOpenState(1)
                        // A refusal of one message says nothing about the platform.
                        .ignoreExceptions(NotTaken.class).build());
    }

    /**
     * @return the answer's body; an error {@link NotTaken} for 4xx other than 408 and 429, which trying again does not
     *     mend, any other error where trying again may help
     */
    public Mono<JsonNode> post(String body) {
        return Mono.defer(() -> send(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .timeout(settings.timeout()).transformDeferred(CircuitBreakerOperator.of(breaker));
    }

    private Mono<JsonNode> send(byte[] body) {
        return http.post().uri(settings.url()).contentType(MediaType.APPLICATION_JSON)
                .header(Signatures.HEADER, Signatures.sha256(settings.secret(), clock.instant(), body)).bodyValue(body)
                .exchangeToMono(answer -> {
                    int status = answer.statusCode().value();
                    if (answer.statusCode().is2xxSuccessful()) {
                        return answer.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).map(this::read);
                    }
                    boolean forGood = status >= 400 && status < 500 && status != 408 && status != 429;
                    var text = settings.name() + " answered " + status;
                    return answer.releaseBody()
                            .then(Mono.error(forGood ? new NotTaken(text) : new IllegalStateException(text)));
                });
    }

    private JsonNode read(byte[] answer) {
        try {
            return answer.length == 0 ? json.createObjectNode() : json.readTree(answer);
        } catch (JacksonException unreadable) {
            throw new IllegalStateException(settings.name() + " answered something that is no JSON", unreadable);
        }
    }

    /** The other side answered that it will not take this, now or later. */
    public static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        public NotTaken(String message) {
            super(message);
        }
    }
}
