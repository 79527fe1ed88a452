package org.lianban.result.bundle.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.bundle.view.CaseView;
import org.lianban.result.bundle.view.DeadlinesView;
import org.lianban.result.bundle.view.TimelineView;
import org.lianban.result.bundle.view.Views;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 办件查询. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "cases", description = "办件总览、轨迹与时限")
record CaseController(CaseQueries queries, Views views, InstantSource clock) {
    /** A case in a list: what {@link CaseView} says, without the items. */
    record CaseLine(String caseNo, long version, @Nullable String region, CaseView.@Nullable OneThingRef oneThing,
            CaseView.@Nullable DepartmentRef lead, CaseState state, String stateText, @Nullable CaseOutcome outcome,
            CaseView.Progress progress, CaseView.@Nullable DueView due, @Nullable Instant handedInAt) {
        static CaseLine of(CaseView view) {
            return new CaseLine(view.caseNo(), view.version(), view.region(), view.oneThing(), view.lead(),
                    view.state(),
                    view.stateText(), view.outcome(), view.progress(), view.due(), view.times().handedInAt());
        }
    }

    private static final int PAGE = 50;
    private static final int TIMELINE_PAGE = 100;

    @GetMapping("/{caseNo}")
    @Operation(summary = "The whole case at one look: items, states, who has it, since, due, waiting for and why",
            description = "The ETag is the version; If-None-Match answers 304 while nothing changed.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CaseView.class),
            examples = @ExampleObject(Examples.CASE)))
    @ApiResponse(responseCode = "304", description = "Not changed", content = @Content)
    @ApiResponse(responseCode = "404",
            content = @Content(mediaType = "application/problem+json", examples = @ExampleObject(Examples.NOT_FOUND)))
    Mono<ResponseEntity<CaseView>> one(
            @PathVariable String caseNo,
            @RequestHeader(value = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        return Answers.found(queries, caseNo).map(stored -> {
            var bundle = stored.bundle();
            var tag = "\"" + bundle.book().version() + "\"";
            if (tag.equals(known)) {
                return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).<CaseView>build();
            }
            return ResponseEntity.ok().eTag(tag).body(views.of(bundle, clock.instant()));
        });
    }

    @GetMapping
    @Operation(summary = "Cases by number", description = "Keyset paging: pass next as after.")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(Examples.CASES)))
    @ApiResponse(responseCode = "400",
            content = @Content(mediaType = "application/problem+json", examples = @ExampleObject(Examples.FAULTS)))
    Mono<Page<CaseLine>> list(@RequestParam(required = false) @Nullable String region,
            @Parameter(example = "IN_PROGRESS") @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String lead,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        var parameters = new Parameters();
        var from = parameters.after(after);
        var filter = new CaseQueries.Filter(parameters.region(region),
                parameters.choice("state", state, CaseState.class),
                parameters.key("department", department), parameters.key("lead", lead), from == null ? "" : from);
        int size = parameters.limit(limit, PAGE);
        parameters.orRefuse();
        var now = clock.instant();
        return queries.list(filter, size + 1).map(found -> Answers.page(found, size,
                stored -> CaseLine.of(views.of(stored.bundle(), now)), stored -> stored.bundle().caseNo()));
    }

    @GetMapping("/{caseNo}/timeline")
    @Operation(summary = "What happened, by whom and when", description = "Oldest first; pass next as after.")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(Examples.TIMELINE)))
    Mono<Page<TimelineView>> timeline(
            @PathVariable String caseNo,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        var parameters = new Parameters();
        long from = parameters.number("after", after, 0, 0, Long.MAX_VALUE);
        int size = parameters.limit(limit, TIMELINE_PAGE);
        parameters.orRefuse();
        return Answers.found(queries, caseNo).flatMap(stored -> queries.history(caseNo, from, size + 1))
                .map(found -> Answers.page(found, size,
                        turned -> TimelineView.of(turned.caseNo(), turned.version(), turned.entries()),
                        turned -> Long.toString(turned.version())));
    }

    @GetMapping("/{caseNo}/deadlines")
    @Operation(summary = "Every deadline of the case, each with the steps that led to it")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeadlinesView.class),
            examples = @ExampleObject(Examples.DEADLINES)))
    Mono<DeadlinesView> deadlines(@PathVariable String caseNo) {
        return Answers.found(queries, caseNo).map(stored -> views.deadlines(stored.bundle(), clock.instant()));
    }
}
