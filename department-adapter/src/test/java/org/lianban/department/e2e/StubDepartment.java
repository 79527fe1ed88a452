package org.lianban.department.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A department's system that can fail, be slow, and answer with replies. */
final class StubDepartment implements AutoCloseable {
    enum Mood {
        WELL, FAILING, SLOW
    }

    record Call(String contentType, String signature, byte[] body) {}

    volatile Mood mood = Mood.WELL;
    volatile Function<String, String> replies = taskId -> "";
    final AtomicInteger calls = new AtomicInteger();
    /** How often each delivery was taken with 2xx. */
    final Map<String, Integer> taken = new ConcurrentHashMap<>();
    final List<String> order = new CopyOnWriteArrayList<>();
    final List<Call> log = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final HttpServer server;
    private final JsonMapper json;

    StubDepartment(JsonMapper json) throws IOException {
        this.json = json;
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/in", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            calls.incrementAndGet();
            Mood now = mood;
            if (now == Mood.FAILING) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            if (now == Mood.SLOW) {
                released.await(20, TimeUnit.SECONDS);
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            log.add(new Call(exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestHeaders().getFirst("Lianban-Signature"), body));
            byte[] answer = take(body).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String take(byte[] body) {
        JsonNode root = json.readTree(body);
        StringBuilder answer = new StringBuilder();
        for (JsonNode event : root.isArray() ? root : List.of(root)) {
            JsonNode delivery = event.get("data");
            String id = delivery.get("deliveryId").asString();
            taken.merge(id, 1, Integer::sum);
            order.add(id);
            String reply = replies.apply(delivery.get("taskId").asString());
            answer.append(answer.isEmpty() || reply.isEmpty() ? "" : ",").append(reply);
        }
        return answer.isEmpty() ? "" : "{\"replies\":[" + answer + "]}";
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
    }
}
