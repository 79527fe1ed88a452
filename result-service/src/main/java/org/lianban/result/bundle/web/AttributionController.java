package org.lianban.result.bundle.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import org.lianban.http.Problem;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.attribution.Outage;
import org.lianban.result.bundle.handler.OutageHandler;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.bundle.view.AttributionView;
import org.lianban.result.bundle.view.Views;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 时间归责. */
@RestController
@RequestMapping("/api/cases/{caseNo}/attribution")
@Tag(name = "attribution", description = "时间归责与故障停办登记")
record AttributionController(CaseQueries queries, OutageHandler outages, Views views, InstantSource clock) {
    @GetMapping
    @Operation(
            summary = "Every working minute of the case, charged to window, department, applicant, outage or special procedure",
            description = "The shares and the charges each sum up to the minutes. Of parallel items the one that the case waited for counts.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AttributionView.class),
            examples = @ExampleObject(AttributionExamples.ATTRIBUTION)))
    @ApiResponse(responseCode = "409", description = "Not handed in yet, or the catalogue has not arrived")
    Mono<AttributionView> attribution(@PathVariable String caseNo) {
        return Answers.found(queries, caseNo).flatMap(stored -> {
            var bundle = stored.bundle();
            return outages(bundle).map(found -> views.attribution(bundle, found, clock.instant())
                    .orElseThrow(() -> Problem.conflict("NOT_YET", "尚无法计算：未收到申请或者事项目录")));
        });
    }

    private Mono<List<Outage>> outages(Bundle bundle) {
        var filing = bundle.filing();
        var handedIn = bundle.intake().more().past().isEmpty()
                ? bundle.intake().handedInAt()
                : bundle.intake().more().past().getFirst().handedInAt();
        return filing == null || handedIn == null
                ? Mono.just(List.of())
                : outages.within(filing.region(), handedIn, clock.instant());
    }
}
