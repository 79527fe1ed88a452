package org.lianban.standalone.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lianban.standalone.system.LianbanSystem.StartFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator's door of a one-machine system: what runs where, and the clock. Loopback only. */
final class ControlServer implements AutoCloseable {
    private static final int MAX_BODY = 4096;
    /** Further is a slip of the pen, and would fill the calendars with provisional years. */
    private static final Duration FARTHEST_STEP = Duration.ofDays(366 * 5);

    private final LianbanSystem system;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final JsonMapper json = JsonMapper.builder().build();

    private ControlServer(LianbanSystem system) throws IOException {
        this.system = system;
        this.server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), system.options().ports().control()), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, this::index));
        server.createContext("/clock", exchange -> answer(exchange, this::clock));
    }

    static ControlServer start(LianbanSystem system) {
        try {
            ControlServer control = new ControlServer(system);
            control.server.start();
            return control;
        } catch (IOException e) {
            throw new StartFailure("The control door did not open on port " + system.options().ports().control(), e);
        }
    }

    private interface Door {
        Answer handle(HttpExchange exchange) throws IOException;
    }

    private record Answer(int status, Map<String, ?> body) {
        static Answer ok(Map<String, ?> body) {
            return new Answer(200, body);
        }

        static Answer problem(int status, String code, String title, String detail) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("type", "about:blank");
            body.put("title", title);
            body.put("status", status);
            body.put("code", code);
            body.put("detail", detail);
            return new Answer(status, body);
        }
    }

    private void answer(HttpExchange exchange, Door door) throws IOException {
        try (exchange) {
            Answer answer = door.handle(exchange);
            byte[] body = json.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type",
                    answer.status() < 400 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer index(HttpExchange exchange) {
        if (!exchange.getRequestURI().getPath().equals("/")) {
            return Answer.problem(404, "NOT_FOUND", "Not found", "Here are / and /clock");
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return notAllowed("GET");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("state", "READY");
        body.put("now", system.clock().instant().toString());
        body.put("clock", steppable() ? "steppable" : "real");
        body.put("data", system.dataDirectory().toString());
        body.put("departments", system.departments() == null ? "none" : "simulated");
        body.put("urls", system.urls());
        return Answer.ok(body);
    }

    private Answer clock(HttpExchange exchange) throws IOException {
        return switch (exchange.getRequestMethod()) {
            case "GET" -> Answer.ok(Map.of("now", system.clock().instant().toString(), "steppable", steppable()));
            case "POST" -> step(exchange);
            default -> notAllowed("GET, POST");
        };
    }

    private Answer step(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            return Answer.problem(413, "TOO_LARGE", "Too large", "At most " + MAX_BODY + " bytes");
        }
        if (!(system.clock() instanceof SteppableClock clock)) {
            return Answer.problem(409, "CLOCK_IS_REAL", "Conflict",
                    "This system runs on the real time; only one started with --clock can be moved");
        }
        try {
            JsonNode to = json.readTree(new String(body, StandardCharsets.UTF_8)).path("to");
            return to.isString() ? step(clock, Instant.parse(to.asString())) : unreadable();
        } catch (JacksonException | DateTimeParseException e) {
            return unreadable();
        }
    }

    private Answer step(SteppableClock clock, Instant to) {
        Instant before = clock.instant();
        if (to.isAfter(before.plus(FARTHEST_STEP))) {
            return Answer.problem(422, "TOO_FAR", "Not acceptable",
                    "From " + before + " at most " + FARTHEST_STEP.toDays() + " days at once, not to " + to);
        }
        if (!clock.moveTo(to)) {
            return Answer.problem(422, "GOES_BACK", "Not acceptable",
                    "It is " + before + " already, and the clock moves forward only, not to " + to);
        }
        system.keepClock();
        return Answer.ok(Map.of("from", before.toString(), "now", clock.instant().toString()));
    }

    private static Answer unreadable() {
        return Answer.problem(400, "BAD_REQUEST", "Bad request",
                "Expected {\"to\": \"2026-07-01T01:00:00Z\"}: an ISO 8601 instant with its zone Z");
    }

    private static Answer notAllowed(String allowed) {
        return Answer.problem(405, "METHOD_NOT_ALLOWED", "Method not allowed", "Here: " + allowed);
    }

    private boolean steppable() {
        return system.clock() instanceof SteppableClock;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
