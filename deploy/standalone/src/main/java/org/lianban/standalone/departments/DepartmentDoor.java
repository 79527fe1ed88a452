package org.lianban.standalone.departments;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.catalog.Department;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The departments' side of the HTTP contract. Blocks its caller, who is a virtual thread. */
final class DepartmentDoor implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAGE = 100;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final String adapter;
    private final String catalog;

    DepartmentDoor(String adapter, String catalog) {
        this.adapter = adapter;
        this.catalog = catalog;
    }

    private record Tasks(List<Delivery> tasks) {}

    private record Answers(List<ReplyAnswer> answers) {}

    private record Page(List<Department> items, @Nullable String next) {}

    /** @param waitSeconds how long the adapter holds the request open when there is nothing */
    List<Delivery> tasks(String department, int max, long waitSeconds) throws IOException {
        return send(of(department, "tasks?max=" + max + "&wait=" + waitSeconds)
                .timeout(PATIENCE.plusSeconds(waitSeconds)), Tasks.class).tasks();
    }

    List<ReplyAnswer> reply(String department, List<Reply> replies) throws IOException {
        return send(post(department, "replies", Map.of("replies", replies)), Answers.class).answers();
    }

    /** Confirms deliveries without saying anything about their tasks. */
    void acknowledge(String department, List<String> deliveries) throws IOException {
        if (!deliveries.isEmpty()) {
            send(post(department, "acknowledgements", Map.of("deliveries", deliveries)), Object.class);
        }
    }

    /** Asks for everything again that the adapter has no answer to. */
    void resend(String department) throws IOException {
        send(of(department, "resend").POST(BodyPublishers.noBody()), Object.class);
    }

    /** Ids of departments after this one, in order; at most one page. */
    List<String> departmentsAfter(@Nullable String last) throws IOException {
        String after = last == null ? "" : "&after=" + encoded(last);
        return send(HttpRequest.newBuilder(URI.create(catalog + "/api/departments?limit=" + PAGE + after))
                .timeout(PATIENCE), Page.class).items().stream().map(Department::id).toList();
    }

    private HttpRequest.Builder of(String department, String what) {
        return HttpRequest.newBuilder(URI.create(adapter + "/api/departments/" + encoded(department) + "/" + what))
                .header("Lianban-Role", "DEPARTMENT_SYSTEM").header("Lianban-Actor", department).timeout(PATIENCE);
    }

    private HttpRequest.Builder post(String department, String what, Map<String, ?> body) {
        return of(department, what).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    private <T> T send(HttpRequest.Builder asked, Class<T> type) throws IOException {
        HttpRequest request = asked.build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(request.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return JSON.readValue(response.body(), type);
        } catch (JacksonException e) {
            throw new IOException(request.uri() + " answered something else than " + type.getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
