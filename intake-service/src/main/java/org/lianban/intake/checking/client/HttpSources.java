package org.lianban.intake.checking.client;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.MaterialRules.Mode;
import org.lianban.contracts.catalog.OneThing.Question;
import org.lianban.intake.checking.exemption.Judging.SourceAnswer;
import org.lianban.messaging.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sharing platform and the certificate library over HTTP, each source within a time limit and a circuit breaker of
 * its own, so that one that hangs costs nobody more than that. {@code POST /verify} answers {@code {"match":true}} or
 * {@code {"match":false,"reason":…}}, {@code POST /query} {@code {"values":{…}}}, {@code POST /licences}
 * {@code {"values":{"licenceId":…}}}; 404 means that nothing is known. Everything else is no answer.
 */
public final class HttpSources implements DataSource, DataSource.LicenceLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(HttpSources.class);
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom().slidingWindowSize(20)
            .minimumNumberOfCalls(5).failureRateThreshold(50).waitDurationInOpenState(Duration.ofSeconds(30))
            .permittedNumberOfCallsInHalfOpenState(1).automaticTransitionFromOpenToHalfOpenEnabled(true).build();

    private final WebClient http;
    private final JsonMapper json;
    private final SharingProperties properties;
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    /** @param http reads answers of up to 64 KB */
    public HttpSources(WebClient http, JsonMapper json, SharingProperties properties) {
        this.http = http;
        this.json = json;
        this.properties = properties;
    }

    @Override
    public Mono<SourceAnswer> ask(Question q) {
        ObjectNode body = body(q.source(), q.region(), q.party(), q.consent(), q.legalBasis());
        q.claims().forEach(body.putObject("claims")::put);
        if (q.mode() == Mode.QUERY) {
            q.fields().forEach(body.putArray("fields")::add);
        }
        return call(properties.dataUrl(), q.mode() == Mode.QUERY ? "/query" : "/verify", q.source(), body,
                q.mode() == Mode.QUERY ? HttpSources::values : HttpSources::verdict);
    }

    @Override
    public Mono<SourceAnswer> find(Sought s) {
        ObjectNode body = body(s.library(), s.region(), s.holder(), s.consent(), s.legalBasis());
        body.put("certificateType", s.certificateType()).put("name", s.name());
        return call(properties.licenceUrl(), "/licences", s.library(), body, HttpSources::values);
    }

    private ObjectNode body(String source, String region, Party party, String consent, @Nullable String legalBasis) {
        ObjectNode body = json.createObjectNode();
        body.put("source", source).put("region", region).put("consent", consent).put("legalBasis", legalBasis);
        body.putObject("party").put("name", party.name()).put("idType", party.idType().name()).put("idNumber",
                party.idNumber());
        return body;
    }

    private Mono<SourceAnswer> call(@Nullable String base, String path, String source, ObjectNode body,
            Function<JsonNode, SourceAnswer> reader) {
        if (base == null) {
            return Mono.just(new SourceAnswer.Unavailable("no address is configured"));
        }
        CircuitBreaker breaker = breakers.computeIfAbsent(source, name -> CircuitBreaker.of(name, BREAKER));
        return http.post().uri(base + path).contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    if (properties.token() != null) {
                        headers.setBearerAuth(properties.token());
                    }
                }).bodyValue(json.writeValueAsBytes(body)).exchangeToMono(answer -> read(answer, reader))
                .timeout(properties.timeout()).transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorResume(failure -> {
                    LOG.warn("{} gave no answer: {}", source, Failures.reason(failure));
                    return Mono.just(new SourceAnswer.Unavailable(Failures.reason(failure)));
                });
    }

    private Mono<SourceAnswer> read(ClientResponse answer, Function<JsonNode, SourceAnswer> reader) {
        if (answer.statusCode().isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return answer.releaseBody().thenReturn(new SourceAnswer.Denied("没有查到相关记录"));
        }
        return answer.statusCode().is2xxSuccessful()
                ? answer.bodyToMono(byte[].class).defaultIfEmpty(new byte[0])
                        .map(bytes -> reader.apply(tree(bytes)))
                : answer.releaseBody().then(Mono.error(
                        new IllegalStateException("Expected 2xx, but got " + answer.statusCode().value())));
    }

    /** The message of a parser quotes the answer, and answers are personal data. */
    private JsonNode tree(byte[] bytes) {
        try {
            return json.readTree(bytes);
        } catch (JacksonException unreadable) {
            throw new IllegalStateException("Expected JSON, but could not read it");
        }
    }

    private static SourceAnswer verdict(JsonNode answer) {
        JsonNode match = answer.path("match");
        if (!match.isBoolean()) {
            throw new IllegalStateException("Expected a member match, but there is none");
        }
        return match.booleanValue()
                ? new SourceAnswer.Confirmed(Map.of())
                : new SourceAnswer.Denied(answer.path("reason").asString("核验结果为否"));
    }

    private static SourceAnswer values(JsonNode answer) {
        if (!answer.path("values").isObject()) {
            throw new IllegalStateException("Expected a member values, but there is none");
        }
        Map<String, String> values = new HashMap<>();
        answer.get("values").properties().forEach(v -> {
            if (v.getValue().isValueNode() && !v.getValue().isNull()) {
                values.put(v.getKey(), v.getValue().asString());
            }
        });
        return new SourceAnswer.Confirmed(values);
    }
}
