package org.lianban.catalog.drafting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.handler.RehearsalHandler;
import org.lianban.catalog.drafting.query.DraftQueries;
import org.lianban.catalog.drafting.rehearsal.RehearsalRun;
import org.lianban.catalog.listing.web.Commands;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 推演. */
@RestController
@RequestMapping("/api/drafts/{id}/rehearsal")
@Tag(name = "drafts")
record RehearsalController(RehearsalHandler rehearsals, DraftQueries drafts, Commands commands) {
    private static final int MONTHS = 6;
    private static final int MOST_MONTHS = 36;

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Replay the draft over the closed cases of the last months",
            description = "Answers at once; read the progress and the report with GET.")
    Mono<RehearsalRun> start(@PathVariable String id,
            @Parameter(description = "1 to 36", example = "6") @RequestParam @Nullable String months,
            ServerHttpRequest request) {
        Parameters parameters = new Parameters();
        int back = parameters.limit("months", months, MONTHS, MOST_MONTHS);
        parameters.orRefuse();
        return commands.byOwner(Commands.Subject.DRAFT, request, null, c -> rehearsals.start(c, id, back));
    }

    @GetMapping
    @Operation(summary = "The last run: progress, changed routes and deadlines, unreachable items, unplaced answers")
    Mono<RehearsalRun> latest(@PathVariable String id) {
        return drafts.rehearsal(id).switchIfEmpty(Mono.error(() -> Problem.notFound("此草案没有推演")));
    }
}
