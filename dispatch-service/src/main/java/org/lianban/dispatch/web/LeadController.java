package org.lianban.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.lianban.command.Fault;
import org.lianban.dispatch.handler.LeadAnswer;
import org.lianban.dispatch.plan.PlanCommand.DecideBlocked;
import org.lianban.dispatch.plan.PlanCommand.Reassign;
import org.lianban.dispatch.plan.PlanCommand.Verdict;
import org.lianban.form.Field;
import org.lianban.http.Keys;
import org.lianban.http.Problem;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.text.TextKind;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What only the lead department orders about items. */
@RestController
@RequestMapping("/api/cases/{caseNo}/items/{itemNo}")
@Tag(name = "lead", description = "牵头部门: decisions on blocked items, reassignment")
public record LeadController(CatalogCopy catalog, Leads leads) {
    record DecisionRequest(@Field(label = "决定", example = "TERMINATE") Verdict decision,
            @Field(label = "决定理由", max = 500, example = "前置事项不予许可，本事项不再办理") String reason) {}

    /** @param to id of the department that handles the item from now on */
    record ReassignmentRequest(@Field(label = "承办部门编号", kind = TextKind.CODE, example = "410721-gongan") String to,
            @Field(label = "改派理由", max = 500, example = "机构职责调整") String reason) {}

    @Operation(summary = "Decide about an item whose prerequisite failed or whose owed material is overdue",
            description = """
                    TERMINATE ends it. CONTINUE lets what failed go; an overdue material (容缺) is still waited for.""")
    @ApiResponse(responseCode = "200", description = "Took effect, now or when it was first decided")
    @ApiResponse(responseCode = "404", description = "No such case or item")
    @ApiResponse(responseCode = "409",
            description = "Nothing failed or is overdue, it ended, or it was decided otherwise")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    @Parameter(name = Keys.HEADER, in = ParameterIn.HEADER, description = "Makes a repeated request harmless")
    @PostMapping("/lead-decision")
    Mono<LeadAnswer.Decided> decide(@PathVariable String caseNo,
            @PathVariable String itemNo, @RequestBody DecisionRequest request,
            @RequestHeader HttpHeaders headers) {
        return leads.submit(caseNo, itemNo, by -> new DecideBlocked(itemNo, request.decision(), by),
                request.reason(), headers, LeadAnswer.Decided.class);
    }

    @Operation(summary = "Give an item to another department")
    @ApiResponse(responseCode = "200", description = "Handled by the named department, now or already")
    @ApiResponse(responseCode = "404", description = "No such case or item")
    @ApiResponse(responseCode = "409", description = "The item ended or is being ended")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    @Parameter(name = Keys.HEADER, in = ParameterIn.HEADER, description = "Makes a repeated request harmless")
    @PostMapping("/reassignment")
    Mono<LeadAnswer.Decided> reassign(@PathVariable String caseNo,
            @PathVariable String itemNo, @RequestBody ReassignmentRequest request,
            @RequestHeader HttpHeaders headers) {
        if (catalog.department(request.to()).isEmpty()) {
            throw Problem.unprocessable(
                    List.of(new Fault("/to", "UNKNOWN_DEPARTMENT", "目录中没有部门 " + request.to() + "。")));
        }
        return leads.submit(caseNo, itemNo, by -> new Reassign(itemNo, request.to(), request.reason(), by),
                request.reason(), headers, LeadAnswer.Decided.class);
    }
}
