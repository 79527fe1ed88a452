package org.lianban.intake.application.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.http.Problem;
import org.lianban.http.TraceParent;
import org.lianban.intake.application.handler.Answer;
import org.lianban.intake.application.handler.Digests;
import org.lianban.intake.application.handler.IntakeDesk;
import org.lianban.intake.application.handler.Order;
import org.lianban.intake.application.handler.Request;
import org.lianban.intake.application.store.AnswerStore.Key;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every command over HTTP has in common: who asks, with which key, and how the desk's answer is said. */
public final class Door {
    static final String KEY_HEADER = "Idempotency-Key";
    static final String REPLAYED_HEADER = "Idempotent-Replayed";
    /** Of a command, in bytes. */
    static final int MAX_BODY = 256 * 1024;
    private static final int MAX_KEY = 128;
    private static final Set<Actor.Role> CLERKS = EnumSet.of(Actor.Role.WINDOW_CLERK, Actor.Role.OPERATOR,
            Actor.Role.SYSTEM);

    private final IntakeDesk desk;
    private final JsonMapper json;
    private final Gate gate;

    public Door(IntakeDesk desk, JsonMapper json, Gate gate) {
        this.desk = desk;
        this.json = json;
        this.gate = gate;
    }

    /** @throws Problem 400 when it is no JSON, 413 when it is too large */
    public JsonNode read(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            throw Problem.badRequest(List.of(new Fault("", "MISSING", "请求没有内容")));
        }
        if (body.length > MAX_BODY) {
            throw Problem.tooLarge("请求最大 " + MAX_BODY / 1024 + " KB；文件请通过 /api/materials 上传");
        }
        try {
            return json.readTree(body);
        } catch (JacksonException unreadable) {
            throw Problem.badRequest(List.of(new Fault("", "UNREADABLE", "请求不是合法的 JSON")));
        }
    }

    /** @throws Problem 403 unless the actor works at a window */
    static void requireClerk(Actor actor) {
        if (!CLERKS.contains(actor.role())) {
            throw Problem.forbidden("只有综合受理窗口可以收件或者出具一次告知书");
        }
    }

    /** @param operation method and path */
    public Mono<ResponseEntity<String>> submit(Order order, Actor actor, HttpHeaders headers, String operation,
            byte @Nullable [] body) {
        Key key = key(headers, actor);
        String digest = key == null ? "" : Digests.of(operation, body == null ? new byte[0] : body);
        return gate.admit(order, actor)
                .flatMap(admitted -> desk.submit(new Request(admitted, actor, TraceParent.of(headers), key, digest)))
                .map(this::said);
    }

    static @Nullable Key key(HttpHeaders headers, Actor actor) {
        String key = headers.getFirst(KEY_HEADER);
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > MAX_KEY || key.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw Problem.badRequest(List.of(new Fault(KEY_HEADER, "MALFORMED", "应为 1 至 128 个可见 ASCII 字符")));
        }
        return new Key(actor.text(), key);
    }

    ResponseEntity<String> said(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> done(done);
            case Answer.Faulty(var faults) -> throw Problem.unprocessable(faults);
            case Answer.KeyReused reused -> throw Problem.unprocessable(
                    List.of(new Fault(KEY_HEADER, "REUSED", "此 Idempotency-Key 已用于另一请求")));
            case Answer.Refused(var rejection) -> throw switch (rejection.kind()) {
                case UNKNOWN_CASE, UNKNOWN -> Problem.notFound(rejection.detail());
                case NOT_COUNTABLE -> Problem.unavailable(rejection.detail());
                case UNKNOWN_ITEM -> Problem.unprocessable(
                        List.of(new Fault("/items", rejection.kind().name(), rejection.detail())));
                case ALREADY_FILED, NOT_WAITING_FOR_RECEIPT, NO_CORRECTION_ASKED, NOT_YET_RECEIVED, WITHDRAWN,
                        SETTLED, STILL_HANDLED, WRONG_STATE, LAPSED, NOTHING_OWED, NOT_ASKED ->
                    Problem.conflict(rejection.kind().name(), rejection.detail());
            };
        };
    }

    private ResponseEntity<String> done(Answer.Done done) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(done.status())
                .contentType(MediaType.APPLICATION_JSON);
        if (done.repeated()) {
            response.header(REPLAYED_HEADER, "true");
        }
        if (done.status() == 201) {
            JsonNode body = json.readTree(done.body().getBytes(StandardCharsets.UTF_8));
            if (body.has("caseNo")) {
                response.location(URI.create("/api/applications/" + body.get("caseNo").stringValue()));
            } else if (body.has("digest")) {
                response.location(URI.create("/api/materials/" + body.get("digest").stringValue()));
            }
        }
        return response.body(done.body());
    }
}
