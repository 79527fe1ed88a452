package org.lianban.result.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.query.BundleQueries;
import org.lianban.result.bundle.web.CareFaults;
import org.lianban.result.oversight.handler.Speakers;
import org.lianban.result.oversight.supervision.Outside;
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
class DecisionReconciliationController {
    private static final int MOST = 1_000;

    private final BundleQueries cases;
    private final CatalogCopy catalog;
    private final Speakers speakers;

    DecisionReconciliationController(BundleQueries cases, CatalogCopy catalog, Speakers speakers) {
        this.cases = cases;
        this.catalog = catalog;
        this.speakers = speakers;
    }

    /** @param decisions 1 to 1,000 */
    record ListRequest(@Schema(example = "410721-gongan") @Nullable String department,
            @Nullable List<@Nullable DecisionRequest> decisions) {}

    record DecisionRequest(@Schema(example = "新公许〔2026〕17号") @Nullable String decisionNo,
            @Schema(example = "41072120261121YJS000001A") @Nullable String caseNo,
            @Schema(example = "02") @Nullable String itemNo) {}

    record OutsideView(String decisionNo, @Nullable String caseNo, @Nullable String itemNo, Outside.Reason reason,
            String reasonText) {}

    /** @param outside decisions with no case, in the order of the list */
    record Answer(String department, int checked, int matched, List<OutsideView> outside) {}

    @PostMapping
    @Operation(summary = "Which decisions of a department's own system went through no case here",
            description = "Nothing is changed or kept.")
    @ApiResponse(responseCode = "200", description = "Compared")
    @ApiResponse(responseCode = "403", description = "Only the supervising side or the department itself")
    @ApiResponse(responseCode = "422", description = "Every fault of the list at once")
    Mono<Answer> compare(@RequestBody ListRequest request,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        var faults = new CareFaults();
        var department = faults.text("/department", request.department(), 64, "部门编号");
        if (!department.isEmpty() && catalog.department(department).isEmpty()) {
            faults.add("/department", "UNKNOWN_DEPARTMENT", "目录中没有此部门。");
        }
        var decisions = decisions(request.decisions(), faults);
        faults.raise();
        var who = speakers.of(Actors.of(headers, Actor.Role.DEPARTMENT_SYSTEM));
        if (!who.supervises() && !who.speaksFor(department)) {
            throw Problem.forbidden("只有监督部门或该部门自己可以对账。");
        }
        var numbers = new HashSet<String>();
        decisions.stream().map(Outside.Decision::caseNo).filter(Objects::nonNull).forEach(numbers::add);
        return cases.of(numbers).map(found -> answer(department, decisions, found));
    }

    private static List<Outside.Decision> decisions(@Nullable List<@Nullable DecisionRequest> given,
            CareFaults faults) {
        if (given == null || given.isEmpty() || given.size() > MOST) {
            faults.add("/decisions", given == null || given.isEmpty() ? "MISSING" : "TOO_MANY",
                    "应有 1 至 " + MOST + " 项决定。");
            return List.of();
        }
        var decisions = new ArrayList<Outside.Decision>();
        for (int i = 0; i < given.size(); i++) {
            var pointer = "/decisions/" + i;
            var each = given.get(i);
            if (each == null) {
                faults.add(pointer, "MISSING", "应为对象。");
                continue;
            }
            decisions.add(new Outside.Decision(faults.text(pointer + "/decisionNo", each.decisionNo(), 128, "决定文号"),
                    faults.number(pointer + "/caseNo", each.caseNo()),
                    faults.number(pointer + "/itemNo", each.itemNo())));
        }
        return decisions;
    }

    private static Answer answer(String department, List<Outside.Decision> decisions, Map<String, Bundle> found) {
        var outside = new ArrayList<OutsideView>();
        for (var decision : decisions) {
            var bundle = decision.caseNo() == null ? null : found.get(decision.caseNo());
            Outside.of(decision, department, bundle).ifPresent(reason -> outside.add(new OutsideView(
                    decision.decisionNo(), decision.caseNo(), decision.itemNo(), reason, reason.label())));
        }
        return new Answer(department, decisions.size(), decisions.size() - outside.size(), outside);
    }
}
