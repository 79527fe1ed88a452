package org.lianban.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.JointActivity;
import org.lianban.dispatch.handler.LeadAnswer;
import org.lianban.dispatch.plan.Joint;
import org.lianban.dispatch.plan.PlanCommand;
import org.lianban.form.Field;
import org.lianban.http.Keys;
import org.lianban.text.TextKind;
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
public record JointController(Leads leads) {
    private static final String ARRANGED = "安排联合活动";

    /** @param items participating items, at least two, all of them in progress */
    record ActivityRequest(@Field(label = "类型", example = "INSPECTION") JointActivity.Kind kind,
            @Field(label = "事项编号", kind = TextKind.CODE, pattern = "[0-9]{2}", form = "两位数字", least = 1, most = 99,
                    example = "[\"01\",\"03\"]") List<String> items,
            @Field(label = "时间", example = "2026-03-05T09:00:00+08:00") Instant at,
            @Field(label = "地点", max = 200, example = "新乡县小冀镇经营场所") String place,
            @Field(label = "备注", max = 500, example = "请申请人到场") @Nullable String note) {}

    record ScheduleRequest(@Field(label = "时间", example = "2026-03-06T09:00:00+08:00") Instant at,
            @Field(label = "地点", max = 200, example = "新乡县小冀镇经营场所") String place,
            @Field(label = "备注", max = 500, example = "因天气改期") @Nullable String note) {}

    record CancellationRequest(@Field(label = "取消理由", max = 500, example = "改为书面评审") String reason) {}

    @Operation(summary = "Arrange a joint review, inspection or acceptance of several items")
    @ApiResponse(responseCode = "200", description = "Arranged, now or when it was first asked")
    @ApiResponse(responseCode = "403", description = "Not the lead department of this one-thing")
    @ApiResponse(responseCode = "404", description = "No such case")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    @Parameter(name = Keys.HEADER, in = ParameterIn.HEADER, description = "Makes a repeated request harmless")
    @PostMapping
    Mono<Joint> arrange(@PathVariable String caseNo,
            @RequestBody ActivityRequest request, @RequestHeader HttpHeaders headers) {
        PlanCommand.Arrangement what = new PlanCommand.Arrangement(request.kind(), request.items(), request.at(),
                request.place(), request.note());
        return submit(caseNo, String.join(",", request.items()), by -> new PlanCommand.Arrange(what, by), ARRANGED,
                headers);
    }

    @Operation(summary = "Another time, place or note; the departments are told anew")
    @ApiResponse(responseCode = "200", description = "Arranged as asked")
    @ApiResponse(responseCode = "404", description = "No such case or activity")
    @ApiResponse(responseCode = "409", description = "It is over or was cancelled")
    @Parameter(name = Keys.HEADER, in = ParameterIn.HEADER, description = "Makes a repeated request harmless")
    @PostMapping("/{activityId}/schedule")
    Mono<Joint> rearrange(@PathVariable String caseNo,
            @PathVariable @Parameter(example = "41072120260918YJS000001F-J1") String activityId,
            @RequestBody ScheduleRequest request, @RequestHeader HttpHeaders headers) {
        return submit(caseNo, activityId,
                by -> new PlanCommand.Rearrange(activityId, request.at(), request.place(), request.note(), by),
                Objects.requireNonNullElse(request.note(), ARRANGED), headers);
    }

    @Operation(summary = "Cancel a joint activity that is still to come")
    @ApiResponse(responseCode = "200", description = "Cancelled, now or before")
    @ApiResponse(responseCode = "404", description = "No such case or activity")
    @ApiResponse(responseCode = "409", description = "It is over")
    @Parameter(name = Keys.HEADER, in = ParameterIn.HEADER, description = "Makes a repeated request harmless")
    @PostMapping("/{activityId}/cancellation")
    Mono<Joint> cancel(@PathVariable String caseNo,
            @PathVariable @Parameter(example = "41072120260918YJS000001F-J1") String activityId,
            @RequestBody CancellationRequest request, @RequestHeader HttpHeaders headers) {
        return submit(caseNo, activityId, by -> new PlanCommand.CancelActivity(activityId, request.reason(), by),
                request.reason(), headers);
    }

    private Mono<Joint> submit(String caseNo, String subject,
            Function<@Nullable String, PlanCommand.OfLead> command, String reason, HttpHeaders headers) {
        return leads.submit(caseNo, subject, command, reason, headers, LeadAnswer.Arranged.class)
                .map(LeadAnswer.Arranged::joint);
    }
}
