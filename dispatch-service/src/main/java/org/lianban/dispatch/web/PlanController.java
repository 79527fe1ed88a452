package org.lianban.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.dispatch.query.BlockedView;
import org.lianban.dispatch.query.JointView;
import org.lianban.dispatch.query.PlanQueries;
import org.lianban.dispatch.query.PlanView;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Looking at plans. */
@RestController
@RequestMapping("/api")
@Tag(name = "plans", description = "联办计划: the item graph of each case")
public record PlanController(PlanQueries queries) {
    @Operation(summary = "The item graph of a case: items, states, edges, what waits for what")
    @ApiResponse(responseCode = "200", description = "The plan")
    @ApiResponse(responseCode = "404", description = "No such case was dispatched")
    @GetMapping("/cases/{caseNo}/plan")
    Mono<PlanView> plan(@PathVariable String caseNo) {
        return queries.plan(caseNo).switchIfEmpty(notDispatched(caseNo));
    }

    @Operation(summary = "联合活动 of a case with their shared records, oldest first")
    @ApiResponse(responseCode = "200", description = "All of them; empty where there was none")
    @ApiResponse(responseCode = "404", description = "No such case was dispatched")
    @GetMapping("/cases/{caseNo}/joint-activities")
    Mono<List<JointView>> activities(@PathVariable String caseNo) {
        return queries.activities(caseNo).switchIfEmpty(notDispatched(caseNo));
    }

    @Operation(summary = "Items that wait for this lead department's decision", description = """
            前置未通过: a prerequisite failed. 容缺逾期: an owed material did not come in time.""")
    @ApiResponse(responseCode = "200", description = "One page, ascending by case number")
    @GetMapping("/blocked")
    Mono<BlockedView> blocked(@Parameter(required = true) @RequestParam(
            required = false) @Nullable String lead,
            @Parameter(description = "The last page's next") @RequestParam(required = false) @Nullable String after,
            @Parameter(description = "Cases per page, 1 to 200, default 50") @RequestParam(
                    required = false) @Nullable String limit) {
        Parameters parameters = new Parameters();
        String department = parameters.key("lead", lead);
        parameters.required("lead", department);
        String from = parameters.after(after);
        int size = parameters.limit(limit, 50);
        parameters.orRefuse();
        return queries.blocked(Objects.requireNonNull(department), from == null ? "" : from, size);
    }

    private static <T> Mono<T> notDispatched(String caseNo) {
        return Mono.error(() -> Problem.notFound("办件 " + caseNo + " 不存在或尚未分发。"));
    }
}
