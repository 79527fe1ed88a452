package org.lianban.intake.application.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.http.Problem;
import org.lianban.intake.application.handler.Answer;
import org.lianban.intake.application.handler.Counter;
import org.lianban.intake.application.handler.Digests;
import org.lianban.intake.application.store.AnswerStore.Key;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the doors beside the applications have in common. */
public final class SideDoors {
    static final int MAX_PAGE = 200;

    private final Door door;
    private final JsonMapper json;

    public SideDoors(Door door, JsonMapper json) {
        this.door = door;
        this.json = json;
    }

    /** @throws Problem 400 */
    public static void requirePage(int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw Problem.badRequest(List.of(new Fault("?limit", "OUT_OF_RANGE", "应为 1 至 " + MAX_PAGE)));
        }
    }

    public JsonNode read(byte @Nullable [] body) {
        return door.read(body);
    }

    public Counter.Keyed keyed(HttpHeaders headers, Actor actor, String operation, byte @Nullable [] body) {
        Key key = Door.key(headers, actor);
        return new Counter.Keyed(key, key == null ? "" : Digests.of(operation, body == null ? new byte[0] : body));
    }

    /** @param collection address of the collection, for what was made */
    public Mono<ResponseEntity<String>> said(Mono<Answer> answer, String collection) {
        return answer.map(said -> {
            ResponseEntity<String> response = door.said(said);
            if (response.getStatusCode().value() != 201 || response.getBody() == null) {
                return response;
            }
            String number = json.readTree(response.getBody().getBytes(StandardCharsets.UTF_8)).path("number")
                    .asString("");
            return ResponseEntity.status(201).headers(response.getHeaders())
                    .location(URI.create(collection + "/" + number)).body(response.getBody());
        });
    }
}
