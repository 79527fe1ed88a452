package org.lianban.result.bundle.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.form.Field;
import org.lianban.http.Actors;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.result.bundle.attribution.Outage;
import org.lianban.result.bundle.handler.OutageHandler;
import org.lianban.text.TextKind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 故障停办登记. */
@RestController
@RequestMapping("/api/outages")
@Tag(name = "attribution")
record OutageController(OutageHandler outages, InstantSource clock) {
    private static final Set<Actor.Role> OPERATORS = EnumSet.of(Actor.Role.OPERATOR);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int PAGE = 50;

    /** @param department empty: the whole region, the windows included */
    record OutageRequest(@Field(kind = TextKind.REGION, label = "行政区划代码", example = "410721") String region,
            @Field(kind = TextKind.CODE, label = "部门", example = "410721-gongan") @Nullable String department,
            @Field(label = "开始时间") Instant from, @Field(label = "结束时间") Instant to,
            @Field(kind = TextKind.LINES, label = "故障事由", max = 200, example = "专网中断") String reason,
            @Field(label = "批准人", max = 64, example = "县行政审批局 王主任") String approver) {
        Outage.Entry entry(String actor, Instant now) {
            var faults = new ArrayList<Fault>();
            if (department != null && !department.startsWith(region + "-")) {
                faults.add(new Fault("/department", "OTHER_REGION", "部门不属于该行政区划"));
            }
            if (!from.isBefore(to)) {
                faults.add(new Fault("/to", "BEFORE_START", "结束时间应晚于开始时间"));
            } else if (Duration.between(from, to).compareTo(LONGEST) > 0) {
                faults.add(new Fault("/to", "TOO_LONG", "一次登记最长 31 日"));
            }
            if (to.isAfter(now)) {
                faults.add(new Fault("/to", "IN_FUTURE", "故障排除后登记，结束时间不得晚于当前时间"));
            }
            if (!faults.isEmpty()) {
                throw Problem.unprocessable(faults);
            }
            return new Outage.Entry(0, region, department, from, to, reason, approver, actor, now, null, null);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register an outage; repeating the same one answers the entry that stands",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @Content(examples = @ExampleObject(AttributionExamples.OUTAGE))))
    @ApiResponse(responseCode = "201", description = "Registered, now or before")
    @ApiResponse(responseCode = "403", description = "Only operators register outages")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    Mono<Outage.Entry> register(@RequestBody OutageRequest request,
            @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.OPERATOR), OPERATORS, "登记故障停办");
        return outages.register(request.entry(actor.text(), clock.instant()));
    }

    @PostMapping("/{id}/void")
    @Operation(summary = "Void an entry that was wrong; it stays in the list")
    @ApiResponse(responseCode = "404", description = "No such entry")
    Mono<Outage.Entry> invalidate(@PathVariable long id, @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.OPERATOR), OPERATORS, "作废故障停办登记");
        return outages.invalidate(id, actor.text(), clock.instant())
                .switchIfEmpty(Mono.error(() -> Problem.notFound("没有此登记：" + id)));
    }

    @GetMapping
    @Operation(summary = "Entries of a region, newest first", description = "Keyset paging: pass next as before.")
    Mono<Page<Outage.Entry>> list(
            @Parameter(required = true) @RequestParam(required = false) @Nullable String region,
            @Parameter(example = "7") @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String limit) {
        var parameters = new Parameters();
        var wanted = parameters.region(region);
        parameters.required("region", wanted);
        long from = parameters.number("before", before, Long.MAX_VALUE, 1, Long.MAX_VALUE);
        int size = parameters.limit(limit, PAGE);
        parameters.orRefuse();
        return outages.list(java.util.Objects.requireNonNull(wanted), from, size + 1)
                .map(found -> Page.of(found, size, entry -> Long.toString(entry.id())));
    }
}
