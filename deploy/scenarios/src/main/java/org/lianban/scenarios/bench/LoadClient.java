package org.lianban.scenarios.bench;

import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small HTTP client for load: JSON in, JSON out, anything but 2xx is an error that ends the run. */
final class LoadClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConnectionProvider connections = ConnectionProvider.builder("bench").maxConnections(256)
            .pendingAcquireMaxCount(20_000).build();
    private final HttpClient http = HttpClient.create(connections).responseTimeout(Duration.ofSeconds(60));

    Mono<JsonNode> get(String url) {
        return http.get().uri(url).responseSingle((response, body) -> body.asByteArray().defaultIfEmpty(new byte[0])
                .map(bytes -> read("GET " + url, response.status().code(), bytes)));
    }

    Mono<JsonNode> post(String url, Map<String, String> headers, Object content) {
        byte[] sent = JSON.writeValueAsBytes(content);
        return http.headers(h -> {
            h.set("Content-Type", "application/json");
            headers.forEach(h::set);
        }).post().uri(url).send(Mono.just(Unpooled.wrappedBuffer(sent)))
                .responseSingle((response, body) -> body.asByteArray().defaultIfEmpty(new byte[0])
                        .map(bytes -> read("POST " + url, response.status().code(), bytes)));
    }

    private static JsonNode read(String what, int status, byte[] bytes) {
        if (status / 100 != 2) {
            throw new IllegalStateException(what + " answered " + status + ": "
                    + new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
        }
        return JSON.readTree(bytes);
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
