package org.lianban.result.bundle.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.http.Parameters;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.bundle.view.TimelineView;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 办件实时推送 (server-sent events). */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "cases")
record CaseEventsController(CaseQueries queries, CaseFeed feed) {
    private static final Set<String> ENDS = Set.of("CaseSettled", "CaseLapsed");
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /**
     * An event per transaction of the case, its id the version. The stream ends once the case has ended; a reconnection
     * that has seen everything is then answered 204, which tells a browser to stop.
     */
    @GetMapping(path = "/{caseNo}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Follow a case: catches up after Last-Event-ID, then live until the case has ended")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
            examples = @ExampleObject(Examples.EVENT)))
    @ApiResponse(responseCode = "204", description = "The case has ended and everything was seen", content = @Content)
    Mono<ResponseEntity<Flux<ServerSentEvent<TimelineView>>>> events(
            @PathVariable String caseNo,
            @Parameter(example = "3") @RequestHeader(value = "Last-Event-ID", required = false) @Nullable String last) {
        var parameters = new Parameters();
        long seen = parameters.number("Last-Event-ID", last, 0, 0, Long.MAX_VALUE);
        parameters.orRefuse();
        return Answers.found(queries, caseNo)
                .map(stored -> {
                    var bundle = stored.bundle();
                    if (bundle.isOver() && seen >= bundle.book().version()) {
                        return ResponseEntity.noContent().<Flux<ServerSentEvent<TimelineView>>>build();
                    }
                    return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM)
                            .header("X-Accel-Buffering", "no").body(stream(bundle, seen));
                });
    }

    private Flux<ServerSentEvent<TimelineView>> stream(Bundle bundle, long seen) {
        var turns = feed.watch(bundle.caseNo(), seen).takeUntil(turned -> last(bundle, turned)).map(
                turned -> ServerSentEvent.builder(TimelineView.of(turned.caseNo(), turned.version(), turned.entries()))
                        .id(Long.toString(turned.version())).event("case").build())
                .publish().refCount(2);
        var heartbeats = Flux.interval(HEARTBEAT).onBackpressureDrop()
                .map(n -> ServerSentEvent.<TimelineView>builder().comment("heartbeat").build())
                .takeUntilOther(turns.ignoreElements());
        return turns.mergeWith(heartbeats);
    }

    private static boolean last(Bundle bundle, CaseQueries.Turned turned) {
        return bundle.isOver()
                ? turned.version() >= bundle.book().version()
                : turned.entries().stream().anyMatch(entry -> ENDS.contains(entry.what()));
    }
}
