package org.lianban.result.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;
import org.lianban.command.Fault;
import org.lianban.form.Field;
import org.lianban.http.Problem;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.oversight.supervision.Outside;
import org.lianban.text.TextKind;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 明进暗不进、体外循环: decisions of a department's own system that went through no case here. */
@RestController
@RequestMapping("/api/decision-reconciliations")
@Tag(name = "supervision", description = "督办单: 发起、答复、认定改进、销号、问责决定")
record DecisionReconciliationController(CaseQueries cases, CatalogCopy catalog, OversightDoor door) {
    record DecisionListForm(@Field(kind = TextKind.CODE, label = "部门编号", example = "410721-gongan") String department,
            @Field(label = "决定", least = 1, most = 1_000) List<DecisionForm> decisions) {}

    record DecisionForm(
            @Field(kind = TextKind.DOCUMENT_NUMBER, label = "决定文号", max = 128,
                    example = "新公许〔2026〕17号") String decisionNo,
            @Field(kind = TextKind.CODE, label = "办件编号", max = 128,
                    example = "41072120260918YJS000001F") @Nullable String caseNo,
            @Field(kind = TextKind.CODE, label = "联办事项", example = "02") @Nullable String itemNo) {}

    record OutsideView(String decisionNo, @Nullable String caseNo, @Nullable String itemNo, Outside.Reason reason,
            String reasonText) {}

    /** @param outside decisions with no case, in the order of the list */
    record DecisionsView(String department, int checked, int matched, List<OutsideView> outside) {}

    @PostMapping
    @Operation(summary = "Which decisions of a department's own system went through no case here",
            description = "Nothing is changed or kept.")
    @ApiResponse(responseCode = "200", description = "Compared")
    @ApiResponse(responseCode = "403", description = "Only the supervising side or the department itself")
    @ApiResponse(responseCode = "422", description = "Every fault of the list at once")
    Mono<DecisionsView> compare(@RequestBody DecisionListForm form, @RequestHeader HttpHeaders headers) {
        var department = form.department();
        if (catalog.department(department).isEmpty()) {
            throw Problem.unprocessable(List.of(new Fault("/department", "UNKNOWN_DEPARTMENT", "目录中没有此部门。")));
        }
        var who = door.actor(headers, Role.DEPARTMENT_SYSTEM);
        if (!who.supervises() && !who.speaksFor(department)) {
            throw Problem.forbidden("只有监督部门或该部门自己可以对账。");
        }
        var decisions = form.decisions().stream()
                .map(d -> new Outside.Decision(d.decisionNo(), d.caseNo(), d.itemNo())).toList();
        return cases.of(decisions.stream().map(Outside.Decision::caseNo).filter(Objects::nonNull)
                .collect(Collectors.toSet())).map(found -> answer(department, decisions, found));
    }

    private static DecisionsView answer(String department, List<Outside.Decision> decisions,
            Map<String, Bundle> found) {
        var outside = new ArrayList<OutsideView>();
        for (var decision : decisions) {
            var bundle = decision.caseNo() == null ? null : found.get(decision.caseNo());
            Outside.of(decision, department, bundle).ifPresent(reason -> outside.add(new OutsideView(
                    decision.decisionNo(), decision.caseNo(), decision.itemNo(), reason, reason.label())));
        }
        return new DecisionsView(department, decisions.size(), decisions.size() - outside.size(), outside);
    }
}
