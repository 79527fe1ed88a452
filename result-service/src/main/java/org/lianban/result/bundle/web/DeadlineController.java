package org.lianban.result.bundle.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.bundle.view.DeadlinesView;
import org.lianban.result.bundle.view.Views;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 时限预警与超时清单. */
@RestController
@RequestMapping("/api/deadlines")
@Tag(name = "deadlines", description = "时限预警与超时")
record DeadlineController(CaseQueries queries, Views views, InstantSource clock) {
    private static final int PAGE = 50;

    /** A page holds every such deadline of up to {@code limit} cases, so that a case is never cut in two. */
    @GetMapping
    @Operation(summary = "Open deadlines that are due soon or breached, by case number",
            description = "A page holds all such deadlines of up to limit cases. Keyset paging: pass next as after.")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(Examples.ALARMS)))
    Mono<Page<DeadlinesView.Line>> list(
            @Parameter(example = "due-soon", description = "due-soon or breached",
                    required = true) @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        var parameters = new Parameters();
        var alarm = parameters.choice("state", state, CaseQueries.Alarm.class);
        parameters.required("state", alarm);
        var responsible = parameters.key("department", department);
        var from = parameters.after(after);
        var filter = new CaseQueries.Filter(parameters.region(region), null, responsible, null,
                from == null ? "" : from);
        int size = parameters.limit(limit, PAGE);
        parameters.orRefuse();
        var wanted = Objects.requireNonNull(alarm);
        var now = clock.instant();
        return queries.alarmed(wanted, filter, size + 1).map(found -> {
            var shown = found.subList(0, Math.min(size, found.size()));
            return new Page<>(shown.stream()
                    .flatMap(s -> views.alarms(s.bundle(), wanted == CaseQueries.Alarm.BREACHED, responsible, now)
                            .stream())
                    .toList(), found.size() > size ? shown.getLast().bundle().caseNo() : null);
        });
    }
}
