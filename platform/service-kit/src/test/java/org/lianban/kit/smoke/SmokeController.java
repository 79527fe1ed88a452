package org.lianban.kit.smoke;

import java.time.Instant;
import java.util.List;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.contracts.Topics;
import org.lianban.contracts.event.IntakeEvent.CaseWithdrawn;
import org.lianban.form.Field;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.http.TraceParent;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import org.lianban.persistence.Database;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class SmokeController {
    record Withdrawal(@Field(label = "办件编号") String caseNo, @Field(label = "理由") String reason,
            @Field(label = "时间") Instant at, @Field(label = "份数") int count) {}

    private final Database database;
    private final Outbox outbox;

    SmokeController(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @PostMapping("/api/withdrawals")
    Mono<Withdrawal> withdraw(@RequestBody Withdrawal body, @RequestHeader HttpHeaders headers) {
        Outgoing event = new Outgoing(Topics.INTAKE, body.caseNo(), body.caseNo(), 1, body.at(),
                Actors.of(headers, Actor.Role.WINDOW_CLERK).text(), TraceParent.of(headers),
                // What no door lets in, but a service may write: it comes through the outbox as it is.
                new CaseWithdrawn(body.caseNo(), List.of(), body.reason() + "\n\u0001", body.at()));
        return database.inTransaction(tx -> outbox.append(tx, List.of(event)).thenReturn(body));
    }

    @GetMapping("/api/refusal")
    Mono<String> refusal() {
        return Mono.error(Problem.unprocessable(List.of(new Fault("/applicant/name", "MISSING", "缺少申请人姓名"),
                new Fault("/items/0", "UNKNOWN", "没有此事项"))));
    }

    @GetMapping("/api/bug")
    Mono<String> bug(@RequestParam int number) {
        throw new IllegalStateException("secret detail " + number);
    }
}
