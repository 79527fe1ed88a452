package org.lianban.catalog.drafting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.lianban.catalog.drafting.batch.Batch;
import org.lianban.catalog.drafting.handler.PlanHandler;
import org.lianban.catalog.drafting.query.PlanQueries;
import org.lianban.catalog.listing.web.Commands;
import org.lianban.catalog.listing.web.RegionPage;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 批次. */
@RestController
@RequestMapping("/api/batches")
@Tag(name = "batches", description = "批次：类别、完成时限、每个一件事的成熟度")
record BatchController(PlanQueries batches, PlanHandler plans, Commands commands, InstantSource clock) {
    private static final int PAGE = 50;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @GetMapping
    @Operation(summary = "Batches by id")
    Mono<Page<Batch>> list(@ParameterObject RegionPage.Asked asked) {
        return RegionPage.of(new Parameters(), asked, PAGE).answer(batches::list, Batch::id);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A batch: how far each of its one-things is, and what is overdue")
    Mono<Batch.Report> report(@PathVariable String id) {
        return batches.report(id, LocalDate.ofInstant(clock.instant(), ZONE))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("没有此批次")));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Plan a batch or change it")
    Mono<Batch> put(@PathVariable String id, @RequestBody Batch batch, ServerHttpRequest request) {
        Commands.same(id, batch.id(), "批次编号");
        return commands.byOwner(Commands.Subject.BATCH, request, batch, c -> plans.put(c, batch));
    }
}
