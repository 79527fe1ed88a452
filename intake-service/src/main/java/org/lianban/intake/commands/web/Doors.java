package org.lianban.intake.commands.web;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.Outcome;
import org.lianban.form.Form;
import org.lianban.form.Forms;
import org.lianban.http.Actors;
import org.lianban.http.FormReader;
import org.lianban.http.Keys;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.security.Digests;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every command over HTTP has in common: its key, and how what became of it is said. */
public record Doors(JsonMapper json) {
    static final String REPLAYED_HEADER = "Idempotent-Replayed";

    /** @param content all that the command says, as JSON writes it; a key used at another address is a misuse, too */
    public <C> Keyed<C> keyed(C content, Actor actor, ServerHttpRequest request) {
        String key = Keys.of(request.getHeaders());
        return Keyed.of(content, actor, key, key == null
                ? ""
                : Digests.sha256Base64Url(request.getMethod() + " " + request.getURI().getPath() + "\n"
                        + json.writeValueAsString(content)));
    }

    /**
     * Who asks, where not everybody may.
     *
     * @param otherwise the role of the door where no header names one
     * @throws Problem 403 for a role that may not
     */
    public static Actor actor(ServerHttpRequest request, Actor.Role otherwise, Set<Actor.Role> may, String whyNot) {
        Actor actor = Actors.of(request.getHeaders(), otherwise);
        if (!may.contains(actor.role())) {
            throw Problem.forbidden(whyNot);
        }
        return actor;
    }

    /** @throws Problem 422 where there are faults */
    public static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(faults);
        }
    }

    /** The first digits of a region's code, none of all; a fault of {@code p} where they are none. */
    public static String within(Parameters p, @Nullable String region) {
        String within = Objects.requireNonNullElse(p.key("region", region), "");
        if (!within.matches("[0-9]{0,6}")) {
            p.fault("region", FaultCode.MALFORMED, "region ", "行政区划代码或其前几位");
        }
        return within;
    }

    /**
     * The tree of a body that is read further inside.
     *
     * @throws Problem 400 when it is no JSON, 413 when it is too large
     */
    public static JsonNode tree(byte @Nullable [] body) {
        if (body != null && body.length > FormReader.LIMIT) {
            throw Problem.tooLarge("请求最大 " + FormReader.LIMIT / 1024 + " KB；文件请通过 /api/materials 上传");
        }
        return switch (Forms.tree(body == null ? new byte[0] : body)) {
            case Form.Whole<JsonNode>(JsonNode tree) when tree.isObject() -> tree;
            case Form.Whole<JsonNode> other ->
                throw Problem.badRequest(List.of(FaultCode.WRONG_TYPE.at("", "", "对象")));
            case Form.Faulty<JsonNode>(List<Fault> faults) -> throw Problem.badRequest(faults);
        };
    }

    /** A form that may be left out as a whole. */
    public static <T> T form(byte @Nullable [] body, Class<T> type, T otherwise) {
        return body == null || body.length == 0 ? otherwise : FormReader.form(body, type);
    }

    /** @param location of what was made, out of the answer */
    public static <R> Mono<ResponseEntity<R>> said(Mono<Outcome<R>> carried, Function<R, String> location) {
        return carried.map(outcome -> switch (outcome) {
            case Outcome.Refused<R> refused -> throw Problem.of(refused.refusal());
            case Outcome.Done<R>(int status, R answer, boolean repeated) -> {
                ResponseEntity.BodyBuilder response = ResponseEntity.status(status)
                        .contentType(MediaType.APPLICATION_JSON);
                if (repeated) {
                    response.header(REPLAYED_HEADER, "true");
                }
                if (status == 201) {
                    response.location(URI.create(location.apply(answer)));
                }
                yield response.body(answer);
            }
        });
    }

    /** Nothing has a place of its own by it. */
    public static <R> Mono<ResponseEntity<R>> said(Mono<Outcome<R>> carried) {
        return said(carried, answer -> "");
    }
}
