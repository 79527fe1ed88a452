package org.lianban.intake.windows.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.FaultCode;
import org.lianban.contracts.catalog.Window;
import org.lianban.form.Field;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.intake.commands.Series;
import org.lianban.intake.commands.web.Doors;
import org.lianban.intake.commands.web.HonoursKey;
import org.lianban.intake.windows.WindowRights.Performed;
import org.lianban.intake.windows.handler.WindowHandler;
import org.lianban.text.TextKind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 窗口操作: records what clerks do with cases outside of intake's own commands, and counts what they did. */
@RestController
@RequestMapping("/api/windows")
@Tag(name = "windows", description = "窗口: operations recorded, volume per window and hour")
public record WindowController(Doors doors, WindowHandler handler) {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Set<Actor.Role> RECORDERS = EnumSet.of(Actor.Role.WINDOW_CLERK, Actor.Role.CERTIFICATE_WINDOW);

    /** 窗口操作 to be recorded. */
    record WindowOperation(@Field(label = "窗口操作", example = "GATHER") Window.Operation operation,
            @Field(kind = TextKind.CODE, label = "办件编号", pattern = Series.CASE_NUMBER,
                    example = "41072120260918YJS000001F") String caseNo) {}

    @Operation(summary = "Record an operation of a clerk, such as 结果汇总 or 要件分发 by hand")
    @ApiResponse(responseCode = "403",
            description = "Not a clerk of the window, or without this operation; every reason at once")
    @HonoursKey
    @PostMapping(path = "/{window}/operations", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<WindowHandler.Recorded>> perform(@PathVariable String window, @RequestBody WindowOperation body,
            ServerHttpRequest request) {
        Actor actor = Doors.actor(request, Actor.Role.WINDOW_CLERK, RECORDERS, "窗口操作由窗口人员登记");
        Doors.refuse(Series.faults(body.caseNo()));
        return Doors.said(handler.perform(doors.keyed(body, actor, request), window,
                body.operation(), body.caseNo(), actor));
    }

    @Operation(summary = "办件频次: operations per window and hour, at most 5,000, to decide how many windows a hall needs")
    @ApiResponse(responseCode = "400", description = "Not two instants at most 31 days apart")
    @GetMapping("/volumes")
    Mono<Page<Performed.Volume>> volumes(@Parameter(required = true) @RequestParam @Nullable String region,
            @Parameter(required = true) @RequestParam @Nullable String from,
            @Parameter(required = true) @RequestParam @Nullable String until) {
        Parameters p = new Parameters();
        String of = p.region(region);
        Instant start = p.instant("from", from);
        Instant end = p.instant("until", until);
        p.required("region", of);
        p.required("from", start);
        p.required("until", end);
        if (start != null && end != null && (end.isBefore(start) || end.isAfter(start.plus(LONGEST)))) {
            p.fault("until", FaultCode.OUT_OF_RANGE, "until ", start, start.plus(LONGEST));
        }
        p.orRefuse();
        return handler.volumes(Objects.requireNonNull(of), Objects.requireNonNull(start), Objects.requireNonNull(end))
                .map(found -> new Page<>(found, null));
    }
}
