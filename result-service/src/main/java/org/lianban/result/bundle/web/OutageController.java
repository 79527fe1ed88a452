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
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.result.bundle.attribution.OutageEntry;
import org.lianban.result.bundle.handler.OutageHandler;
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
class OutageController {
    private static final Set<Actor.Role> OPERATORS = EnumSet.of(Actor.Role.OPERATOR);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int MAX_REASON = 200;
    private static final int MAX_APPROVER = 64;
    private static final int PAGE = 50;

    private final OutageHandler outages;
    private final InstantSource clock;

    OutageController(OutageHandler outages, InstantSource clock) {
        this.outages = outages;
        this.clock = clock;
    }

    /**
     * @param department empty: the whole region, the windows included
     * @param from ISO-8601 instant
     */
    record OutageRequest(@Nullable String region, @Nullable String department, @Nullable String from,
            @Nullable String to, @Nullable String reason, @Nullable String approver) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register an outage; repeating the same one answers the entry that stands",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @Content(examples = @ExampleObject(AttributionExamples.OUTAGE))))
    @ApiResponse(responseCode = "201", description = "Registered, now or before")
    @ApiResponse(responseCode = "403", description = "Only operators register outages")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    Mono<OutageEntry> register(@RequestBody OutageRequest request,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.OPERATOR), OPERATORS, "登记故障停办");
        return outages.register(read(request, actor.text(), clock.instant()));
    }

    private static OutageEntry read(OutageRequest request, String actor, Instant now) {
        var faults = new CareFaults();
        var region = faults.text("/region", request.region(), 6, "行政区划代码");
        if (!region.isEmpty() && !region.matches("[0-9]{6}")) {
            faults.add("/region", "MALFORMED", "行政区划代码应为六位数字");
        }
        var department = faults.number("/department", request.department());
        if (department != null && !department.startsWith(region + "-")) {
            faults.add("/department", "OTHER_REGION", "部门不属于该行政区划");
        }
        var from = instant("/from", request.from(), faults);
        var to = instant("/to", request.to(), faults);
        if (from != null && to != null && !from.isBefore(to)) {
            faults.add("/to", "BEFORE_START", "结束时间应晚于开始时间");
        } else if (from != null && to != null && Duration.between(from, to).compareTo(LONGEST) > 0) {
            faults.add("/to", "TOO_LONG", "一次登记最长 31 日");
        }
        if (to != null && to.isAfter(now)) {
            faults.add("/to", "IN_FUTURE", "故障排除后登记，结束时间不得晚于当前时间");
        }
        var reason = faults.text("/reason", request.reason(), MAX_REASON, "故障事由");
        var approver = faults.text("/approver", request.approver(), MAX_APPROVER, "批准人");
        faults.raise();
        return new OutageEntry(0, region, department, java.util.Objects.requireNonNull(from),
                java.util.Objects.requireNonNull(to), reason, approver, actor, now, null, null);
    }

    private static @Nullable Instant instant(String pointer, @Nullable String value, CareFaults faults) {
        if (value == null || value.isBlank()) {
            faults.add(pointer, "MISSING", "请填写时间。");
            return null;
        }
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException unreadable) {
            faults.add(pointer, "MALFORMED", "应为 2026-11-23T01:00:00Z 形式的时间。");
            return null;
        }
    }

    @PostMapping("/{id}/void")
    @Operation(summary = "Void an entry that was wrong; it stays in the list")
    @ApiResponse(responseCode = "404", description = "No such entry")
    Mono<OutageEntry> invalidate(@PathVariable long id, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.OPERATOR), OPERATORS, "作废故障停办登记");
        return outages.invalidate(id, actor.text(), clock.instant())
                .switchIfEmpty(Mono.error(() -> Problem.notFound("没有此登记：" + id)));
    }

    @GetMapping
    @Operation(summary = "Entries of a region, newest first", description = "Keyset paging: pass next as before.")
    Mono<Page<OutageEntry>> list(@Parameter(example = "410721") @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String before,
            @Parameter(example = "50") @RequestParam(required = false) @Nullable String limit) {
        var parameters = new Parameters();
        var wanted = parameters.region(region);
        parameters.required("region", wanted);
        long from = parameters.version("before", before);
        int size = parameters.limit(limit, PAGE);
        parameters.orRefuse();
        return outages.list(java.util.Objects.requireNonNull(wanted), from == 0 ? Long.MAX_VALUE : from, size + 1)
                .map(found -> new Page<>(found.subList(0, Math.min(size, found.size())),
                        found.size() > size ? Long.toString(found.get(size - 1).id()) : null));
    }
}
