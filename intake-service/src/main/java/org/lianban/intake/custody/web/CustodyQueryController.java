package org.lianban.intake.custody.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.http.Actors;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.intake.access.AccessPolicy;
import org.lianban.intake.commands.web.Doors;
import org.lianban.intake.custody.Custody.Originals;
import org.lianban.intake.custody.query.CustodyQueries;
import org.lianban.kit.access.AccessLog;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 原件查询: where originals are, which have to be given back, and what an inspector is shown. */
@RestController
@RequestMapping("/api")
@Tag(name = "custody")
public record CustodyQueryController(CustodyQueries queries, AccessLog log) {
    @Operation(summary = "原件清单: where every paper original of a case is, and how it came there")
    @ApiResponse(responseCode = "404", description = "No such application")
    @GetMapping("/applications/{caseNo}/originals")
    Mono<Originals> originals(@PathVariable String caseNo) {
        return queries.originals(caseNo).map(CustodyQueryController::known);
    }

    @Operation(summary = "打印留存: what was printed of a case, by whom and what for")
    @GetMapping("/applications/{caseNo}/prints")
    Mono<CustodyQueries.PrintList> prints(@PathVariable String caseNo) {
        return queries.prints(caseNo).map(CustodyQueryController::known);
    }

    @Operation(summary = "核对: compute every attested copy anew; a difference names the clerk who answers for it")
    @ApiResponse(responseCode = "404", description = "No such application")
    @GetMapping("/applications/{caseNo}/attestations/verify")
    Mono<CustodyQueries.Verified> verify(@PathVariable String caseNo) {
        return queries.verified(caseNo).map(CustodyQueryController::known);
    }

    @Operation(summary = "退还任务: cases that ended without approval and whose originals were not given back",
            description = "A page may hold fewer tasks than the limit, even none, and still have a next one.")
    @GetMapping("/originals/returns")
    Mono<Page<CustodyQueries.ReturnTask>> returns(@RequestParam @Nullable String region,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit) {
        Parameters p = new Parameters();
        String within = Doors.within(p, region);
        String last = Objects.requireNonNullElse(p.after(after), "");
        int most = p.limit(limit, 50);
        p.orRefuse();
        return queries.returns(within, last, most + 1)
                .map(found -> Page.of(found, most, CustodyQueries.ReturnTask::caseNo))
                .map(page -> new Page<>(page.items().stream().filter(task -> !task.materials().isEmpty()).toList(),
                        page.next()));
    }

    @Operation(summary = "检查查看: electronic copies and where the originals are kept; originals are not asked for",
            description = "Role INSPECTOR with Lianban-Purpose: INSPECTION; every look is logged.")
    @ApiResponse(responseCode = "403", description = "Not an inspector, or no purpose")
    @GetMapping("/inspections/{caseNo}")
    Mono<CustodyQueries.Inspection> inspect(@PathVariable String caseNo, ServerHttpRequest request) {
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.APPLICANT);
        String purpose = request.getHeaders().getFirst(AccessPolicy.Purpose.HEADER);
        if (actor.role() != Actor.Role.INSPECTOR || AccessPolicy.view(actor, purpose) != AccessPolicy.View.OPEN) {
            throw Problem.forbidden("检查考核人员注明目的（" + AccessPolicy.Purpose.HEADER + ": INSPECTION）后可以查看");
        }
        return queries.inspection(caseNo).map(CustodyQueryController::known)
                .delayUntil(found -> log.record(actor, caseNo, Objects.requireNonNull(purpose), List.of("materials")));
    }

    private static <T> T known(Optional<T> found) {
        return found.orElseThrow(() -> Problem.notFound("没有此办件编号的申请"));
    }
}
