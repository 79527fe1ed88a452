package org.lianban.scenarios.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Plain HTTP with JSON. Blocks its caller, who is a person's thread and not a service's. */
public final class HttpDoor implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * What came back.
     *
     * @param body missing where the answer had none
     */
    public record Answer(String asked, int status, @Nullable String tag, JsonNode body) {
        /** Whether it is a success. */
        public boolean took() {
            return status / 100 == 2;
        }

        /** @throws IllegalStateException with the whole answer when it is no success */
        public JsonNode ok() {
            if (!took()) {
                throw new IllegalStateException(asked + " answered " + status + ": " + body);
            }
            return body;
        }

        public <T> T as(Class<T> type) {
            return JSON.treeToValue(ok(), type);
        }
    }

    public Answer get(String url) {
        return get(url, Map.of());
    }

    public Answer get(String url, Map<String, String> headers) {
        return send(request(url, headers).GET().build());
    }

    /** @param content any tree that Jackson writes; null for no body */
    public Answer post(String url, Map<String, String> headers, @Nullable Object content) {
        HttpRequest.Builder request = request(url, headers).header("Content-Type", "application/json");
        return send(request.POST(content == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(content))).build());
    }

    public Answer put(String url, Map<String, String> headers, Object content) {
        return send(request(url, headers).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(content))).build());
    }

    public Answer upload(String url, String mediaType, byte[] file) {
        return send(request(url, Map.of()).header("Content-Type", mediaType).POST(BodyPublishers.ofByteArray(file))
                .build());
    }

    /** @throws IllegalStateException when it is refused */
    public byte[] download(String url, Map<String, String> headers) {
        HttpRequest request = request(url, headers).GET().build();
        HttpResponse<byte[]> response = exchange(request);
        if (response.statusCode() != 200) {
            throw new IllegalStateException("GET " + url + " answered " + response.statusCode());
        }
        return response.body();
    }

    private static HttpRequest.Builder request(String url, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest request) {
        HttpResponse<byte[]> response = exchange(request);
        byte[] body = response.body();
        return new Answer(request.method() + " " + request.uri(), response.statusCode(),
                response.headers().firstValue("ETag").orElse(null),
                body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body));
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while asking " + request.uri(), e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
