package org.lianban.result.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.lianban.security.Signatures;
import org.springframework.web.reactive.function.client.WebClient;

/** A gateway on a port of its own that answers as the test says. */
public final class Gateway implements AutoCloseable {
    public static final String SECRET = "not-a-real-secret";

    /** @param body as it came */
    public record Call(String body, String signature) {}

    /** {@code body} null: no answer at all. */
    public record Answer(int status, String body) {
        public static final Answer NEVER = new Answer(0, "");
    }

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Function<Call, Answer> answers = call -> new Answer(200, "{}");

    public Gateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var call = new Call(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                String.valueOf(exchange.getRequestHeaders().getFirst(Signatures.HEADER)));
        calls.add(call);
        var answer = answers.apply(call);
        if (answer == Answer.NEVER) {
            return;
        }
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    public Gateway answering(Function<Call, Answer> how) {
        answers = how;
        return this;
    }

    public List<Call> calls() {
        return calls;
    }

    public SignedHttp http(Duration timeout, Instant now) {
        return new SignedHttp(new SignedHttp.Settings("test-gateway",
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/send"), SECRET, timeout,
                Duration.ofSeconds(30)), WebClient.create(), () -> now);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
