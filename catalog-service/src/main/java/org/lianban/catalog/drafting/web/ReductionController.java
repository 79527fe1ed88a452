package org.lianban.catalog.drafting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.Draft;
import org.lianban.catalog.drafting.handler.PlanHandler;
import org.lianban.catalog.drafting.measure.Reductions;
import org.lianban.catalog.drafting.measure.Targets;
import org.lianban.catalog.drafting.query.DraftQueries;
import org.lianban.catalog.drafting.query.PlanQueries;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.query.OneThingQueries;
import org.lianban.catalog.listing.web.Commands;
import org.lianban.catalog.listing.web.OneThingController;
import org.lianban.contracts.catalog.Particulars.Baseline.Basis;
import org.lianban.http.Parameters;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 四个压减: design values and targets. */
@RestController
@Tag(name = "reductions", description = "表单、材料、时限、环节的压减设计值与目标")
record ReductionController(OneThingQueries oneThings, DraftQueries drafts, PlanQueries queries, PlanHandler plans,
        Commands commands, @Value("${lianban.catalog.baseline}") Basis basis) {
    @GetMapping("/api/one-things/{code}/reductions")
    @Operation(summary = "What the version in force saves by design, against its baseline and the county's targets")
    Mono<Reductions> reductions(@PathVariable String code,
            @Parameter(schema = @Schema(implementation = Basis.class)) @RequestParam("basis") @Nullable String wanted) {
        Parameters parameters = new Parameters();
        Basis of = parameters.choice("basis", wanted, basis);
        parameters.orRefuse();
        return OneThingController.current(oneThings, code)
                .flatMap(version -> drafts.dossier(version.contentHash()).map(Draft.Dossier::annex)
                        .defaultIfEmpty(Annex.NONE).flatMap(annex -> queries.targets(version.region())
                                .map(goals -> Reductions.of(version, annex, goals, of))));
    }

    @GetMapping("/api/reduction-targets/{region}")
    @Operation(summary = "The targets of a county: its own, else 50 %, 60 %, 70 %, 80 %")
    Mono<Targets> targets(@PathVariable String region) {
        return queries.targets(checked(region));
    }

    @PutMapping(path = "/api/reduction-targets/{region}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Set the targets of a county under its document")
    Mono<Targets> set(@PathVariable String region, @RequestBody Targets wanted, ServerHttpRequest request) {
        checked(region);
        return commands.byOwner(Commands.Subject.TARGET, request, wanted, c -> plans.put(c, region, wanted));
    }

    private static String checked(String region) {
        Parameters parameters = new Parameters();
        parameters.region(region);
        parameters.orRefuse();
        return region;
    }
}
