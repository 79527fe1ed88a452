package org.lianban.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.contracts.event.JointActivity;
import org.lianban.dispatch.handler.LeadAnswer;
import org.lianban.dispatch.handler.LeadHandler;
import org.lianban.dispatch.handler.LeadCommand;
import org.lianban.dispatch.plan.Joint;
import org.lianban.dispatch.plan.PlanCommand.Arrange;
import org.lianban.dispatch.plan.PlanCommand.Arrangement;
import org.lianban.dispatch.plan.PlanCommand.CancelActivity;
import org.lianban.dispatch.plan.PlanCommand.Rearrange;
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

/** 联合评审、联合勘验、联合验收: what the lead department of the one-thing arranges. */
@RestController
@RequestMapping("/api/cases/{caseNo}/joint-activities")
@Tag(name = "joint activities", description = "联合评审、联合勘验、联合验收, organised by the lead department")
public class JointController {
    private static final int MAX_PLACE = 200;
    private static final String ARRANGED = "安排联合活动";

    private final LeadHandler handler;
    private final Leads leads;

    public JointController(LeadHandler handler, CatalogCopy catalog) {
        this.handler = handler;
        this.leads = new Leads(catalog);
    }

    /**
     * @param kind REVIEW, INSPECTION or ACCEPTANCE
     * @param items participating items, at least two, all of them in progress
     */
    record ActivityRequest(
            @Schema(example = "INSPECTION", allowableValues = {"REVIEW", "INSPECTION",
                    "ACCEPTANCE"}) @Nullable String kind,
            @Schema(example = "[\"01\",\"03\"]") @Nullable List<@Nullable String> items,
            @Schema(example = "2026-03-05T09:00:00+08:00") @Nullable String at,
            @Schema(example = "新乡县小冀镇经营场所", maxLength = MAX_PLACE) @Nullable String place,
            @Schema(example = "请申请人到场", maxLength = 500) @Nullable String note){}

    record ScheduleRequest(@Schema(example = "2026-03-06T09:00:00+08:00") @Nullable String at,
            @Schema(example = "新乡县小冀镇经营场所", maxLength = MAX_PLACE) @Nullable String place,
            @Schema(example = "因天气改期", maxLength = 500) @Nullable String note) {}

    record CancellationRequest(@Schema(example = "改为书面评审", maxLength = 500) @Nullable String reason) {}

    @Operation(summary = "Arrange a joint review, inspection or acceptance of several items")
    @ApiResponse(responseCode = "200", description = "Arranged, now or when it was first asked")
    @ApiResponse(responseCode = "403", description = "Not the lead department of this one-thing")
    @ApiResponse(responseCode = "404", description = "No such case")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    @PostMapping
    Mono<Joint> arrange(@PathVariable @Parameter(example = "41072120260302YJS000001X") String caseNo,
            @Parameter(description = "Makes a repeated request harmless") @RequestHeader(
                    name = LeadController.KEY_HEADER, required = false) @Nullable String key,
            @RequestBody ActivityRequest request, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Faults faults = new Faults();
        JointActivity.Kind kind = faults.kind(request.kind());
        List<String> items = faults.items(request.items());
        Instant at = faults.at(request.at());
        String place = faults.text("/place", request.place(), MAX_PLACE, "请填写地点");
        String note = faults.note(request.note());
        faults.key(key);
        faults.raise();
        Actor actor = Leads.actor(headers);
        PlanCommand.OfLead command = new Arrange(new Arrangement(kind, items, at, place, note),
                leads.department(actor));
        return submit(caseNo, String.join(",", items), command, ARRANGED, actor, key, headers);
    }

    @Operation(summary = "Another time, place or note; the departments are told anew")
    @ApiResponse(responseCode = "200", description = "Arranged as asked")
    @ApiResponse(responseCode = "404", description = "No such case or activity")
    @ApiResponse(responseCode = "409", description = "It is over or was cancelled")
    @PostMapping("/{activityId}/schedule")
    Mono<Joint> rearrange(@PathVariable String caseNo,
            @PathVariable @Parameter(example = "41072120260302YJS000001X-J1") String activityId,
            @RequestHeader(name = LeadController.KEY_HEADER, required = false) @Nullable String key,
            @RequestBody ScheduleRequest request, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Faults faults = new Faults();
        Instant at = faults.at(request.at());
        String place = faults.text("/place", request.place(), MAX_PLACE, "请填写地点");
        String note = faults.note(request.note());
        faults.key(key);
        faults.raise();
        Actor actor = Leads.actor(headers);
        return submit(caseNo, activityId, new Rearrange(activityId, at, place, note, leads.department(actor)),
                note == null ? ARRANGED : note, actor, key, headers);
    }

    @Operation(summary = "Cancel a joint activity that is still to come")
    @ApiResponse(responseCode = "200", description = "Cancelled, now or before")
    @ApiResponse(responseCode = "404", description = "No such case or activity")
    @ApiResponse(responseCode = "409", description = "It is over")
    @PostMapping("/{activityId}/cancellation")
    Mono<Joint> cancel(@PathVariable String caseNo, @PathVariable String activityId,
            @RequestHeader(name = LeadController.KEY_HEADER, required = false) @Nullable String key,
            @RequestBody CancellationRequest request, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Faults faults = new Faults();
        String reason = faults.text("/reason", request.reason(), 500, "请填写取消理由");
        faults.key(key);
        faults.raise();
        Actor actor = Leads.actor(headers);
        return submit(caseNo, activityId, new CancelActivity(activityId, reason, leads.department(actor)), reason,
                actor, key, headers);
    }

    private Mono<Joint> submit(String caseNo, String subject, PlanCommand.OfLead command, String reason, Actor actor,
            @Nullable String key, HttpHeaders headers) {
        return handler
                .submit(new LeadCommand(caseNo, subject, command, reason, actor.text(), TraceParent.of(headers), key))
                .map(answer -> Leads.took(answer, LeadAnswer.Arranged.class).joint());
    }
}
