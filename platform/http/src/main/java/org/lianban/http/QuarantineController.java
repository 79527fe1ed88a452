package org.lianban.http;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.lianban.command.Actor;
import org.lianban.messaging.Quarantine;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 隔离区: what could not be applied, and putting it back. */
@RestController
@RequestMapping("/api/operations/quarantine")
@Tag(name = "quarantine", description = "Messages that could not be read, and their way back")
public class QuarantineController {
    private static final int PAGE = 100;

    private final Quarantine quarantine;

    public QuarantineController(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    public record Replayed(long id, boolean replayed) {}

    @GetMapping
    Mono<Page<Quarantine.Entry>> list(@RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "0") long after) {
        return quarantine.list(open, after, PAGE + 1)
                .map(found -> Page.of(found, PAGE, entry -> Long.toString(entry.id())));
    }

    /** Puts the record back on its topic; consumers that applied it already drop it by its sequence. */
    @PostMapping("/{id}/replay")
    Mono<Replayed> replay(@PathVariable long id, @RequestHeader HttpHeaders headers) {
        return quarantine.replay(id, Actors.of(headers, Actor.Role.OPERATOR).text()).map(done -> {
            if (!done) {
                throw Problem.notFound("没有此条待处理的隔离记录");
            }
            return new Replayed(id, true);
        });
    }
}
