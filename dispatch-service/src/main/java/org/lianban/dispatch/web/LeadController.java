package org.lianban.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.dispatch.handler.LeadAnswer;
import org.lianban.dispatch.handler.LeadHandler;
import org.lianban.dispatch.handler.LeadCommand;
import org.lianban.dispatch.plan.PlanCommand.DecideBlocked;
import org.lianban.dispatch.plan.PlanCommand.Reassign;
import org.lianban.dispatch.plan.PlanCommand.Verdict;
import org.lianban.dispatch.plan.PlanCommand;
import org.lianban.http.TraceParent;
import org.lianban.kit.catalog.CatalogCopy;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What only the lead department orders. */
@RestController
@RequestMapping("/api/cases/{caseNo}/items/{itemNo}")
@Tag(name = "lead", description = "牵头部门: decisions on blocked items, reassignment")
public class LeadController {
    static final String KEY_HEADER = "Idempotency-Key";

    private final LeadHandler handler;
    private final CatalogCopy catalog;
    private final Leads leads;

    public LeadController(LeadHandler handler, CatalogCopy catalog) {
        this.handler = handler;
        this.catalog = catalog;
        this.leads = new Leads(catalog);
    }

    /** @param decision TERMINATE or CONTINUE */
    record DecisionRequest(
            @Schema(example = "TERMINATE", allowableValues = {"TERMINATE",
                    "CONTINUE"}) @Nullable String decision,
            @Schema(example = "前置事项不予许可，本事项不再办理", maxLength = 500) @Nullable String reason){}

    /** @param to id of the department that handles the item from now on */
    record ReassignmentRequest(@Schema(example = "410721-gongan") @Nullable String to,
            @Schema(example = "机构职责调整", maxLength = 500) @Nullable String reason) {}

    @Operation(summary = "Decide about an item whose prerequisite failed or whose owed material is overdue",
            description = """
                    TERMINATE ends it. CONTINUE lets what failed go; an overdue material (容缺) is still waited for.""")
    @ApiResponse(responseCode = "200", description = "Took effect, now or when it was first decided")
    @ApiResponse(responseCode = "404", description = "No such case or item")
    @ApiResponse(responseCode = "409",
            description = "Nothing failed or is overdue, it ended, or it was decided otherwise")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    @PostMapping("/lead-decision")
    Mono<LeadAnswer.Done> decide(@PathVariable String caseNo, @PathVariable String itemNo,
            @Parameter(description = "Makes a repeated request harmless") @RequestHeader(name = KEY_HEADER,
                    required = false) @Nullable String key,
            @RequestBody DecisionRequest request, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Faults faults = new Faults();
        Verdict verdict = faults.verdict(request.decision());
        String reason = faults.text("/reason", request.reason(), 500, "请填写决定理由");
        faults.key(key);
        faults.raise();
        Actor actor = Leads.actor(headers);
        return submit(caseNo, itemNo, new DecideBlocked(itemNo, verdict, leads.department(actor)), reason, actor, key,
                headers);
    }

    @Operation(summary = "Give an item to another department")
    @ApiResponse(responseCode = "200", description = "Handled by the named department, now or already")
    @ApiResponse(responseCode = "404", description = "No such case or item")
    @ApiResponse(responseCode = "409", description = "The item ended or is being ended")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    @PostMapping("/reassignment")
    Mono<LeadAnswer.Done> reassign(@PathVariable String caseNo, @PathVariable String itemNo,
            @Parameter(description = "Makes a repeated request harmless") @RequestHeader(name = KEY_HEADER,
                    required = false) @Nullable String key,
            @RequestBody ReassignmentRequest request, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Faults faults = new Faults();
        String to = faults.department(request.to(), catalog);
        String reason = faults.text("/reason", request.reason(), 500, "请填写改派理由");
        faults.key(key);
        faults.raise();
        Actor actor = Leads.actor(headers);
        return submit(caseNo, itemNo, new Reassign(itemNo, to, reason, leads.department(actor)), reason, actor, key,
                headers);
    }

    private Mono<LeadAnswer.Done> submit(String caseNo, String itemNo, PlanCommand.OfLead command, String reason,
            Actor actor,
            @Nullable String key, HttpHeaders headers) {
        return handler
                .submit(new LeadCommand(caseNo, itemNo, command, reason, actor.text(), TraceParent.of(headers), key))
                .map(answer -> Leads.took(answer, LeadAnswer.Done.class));
    }
}
