package org.lianban.intake.windows.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.intake.application.handler.Counter;
import org.lianban.intake.application.web.Fields;
import org.lianban.intake.application.web.Keyed;
import org.lianban.intake.application.web.SideDoors;
import org.lianban.intake.numbering.Series;
import org.lianban.intake.windows.Performed;
import org.lianban.intake.windows.WindowAct;
import org.lianban.intake.windows.WindowRights;
import org.lianban.intake.windows.store.OperationStore;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.persistence.Database;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 窗口操作: records what clerks do with cases outside of intake's own commands, and counts what they did. */
@RestController
@RequestMapping("/api/windows")
@Tag(name = "windows", description = "窗口: operations recorded, volume per window and hour")
public class WindowController {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Set<Role> RECORDERS = EnumSet.of(Role.WINDOW_CLERK, Role.CERTIFICATE_WINDOW);
    private static final String VOLUMES = """
            {"volumes":[{"window":"410721-zh01","hour":"2026-03-02T01:00:00Z","operation":"RECEIVE","count":12,
            "clerks":3}]}""";

    /** What it reads and writes. */
    public record Sources(Database database, OperationStore operations, CatalogCopy catalog, WindowRights rights) {}

    private final SideDoors doors;
    private final Counter counter;
    private final Sources sources;

    public WindowController(SideDoors doors, Counter counter, Sources sources) {
        this.doors = doors;
        this.counter = counter;
        this.sources = sources;
    }

    record Recorded(String window, String clerk, Operation operation, String caseNo, Instant at) {}

    @io.swagger.v3.oas.annotations.Operation(summary = "Record an operation of a clerk, such as 结果汇总 or 要件分发 by hand",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    examples = @ExampleObject("{\"operation\":\"GATHER\",\"caseNo\":\"41072120260302YJS0000015\"}"))))
    @ApiResponse(responseCode = "200", description = "Recorded")
    @ApiResponse(responseCode = "403",
            description = "Not a clerk of the window, or without this operation; every reason at once")
    @Keyed
    @PostMapping(path = "/{window}/operations", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> perform(@PathVariable String window,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Role.WINDOW_CLERK);
        if (!RECORDERS.contains(actor.role())) {
            throw Problem.forbidden("窗口操作由窗口人员登记");
        }
        Fields f = new Fields(doors.read(body));
        Operation operation = f.choice("operation", Operation.class);
        String caseNo = f.required("caseNo", 50, "请填写办件编号");
        if (!caseNo.isEmpty() && !Series.isCaseNumber(caseNo)) {
            f.fault("/caseNo", "MALFORMED", "办件编号不正确");
        }
        f.raise();
        if (sources.catalog().window(window).isEmpty()) {
            throw Problem.notFound("没有登记此窗口");
        }
        String region = caseNo.substring(0, 6);
        List<Fault> faults = sources.rights().check(
                new WindowAct(actor.id(), window, Actors.WINDOW_HEADER, Set.of(operation), region, null));
        if (!faults.isEmpty()) {
            throw Problem.forbidden(faults);
        }
        return doors.said(counter.run(
                doors.keyed(headers, actor, "POST /api/windows/" + window + "/operations", body),
                (tx, now) -> sources.operations()
                        .insert(tx, List.of(new Performed(window, actor.id(), operation, region, caseNo)), now)
                        .thenReturn(new Counter.Result.Done(200,
                                new Recorded(window, actor.id(), operation, caseNo, now)))),
                "/api/windows");
    }

    /** @param volumes by window, hour and operation; at most 5,000 */
    record Volumes(List<Performed.Volume> volumes) {}

    @io.swagger.v3.oas.annotations.Operation(
            summary = "办件频次: operations per window and hour, to decide how many windows a hall needs")
    @ApiResponse(responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject(VOLUMES)))
    @ApiResponse(responseCode = "400", description = "Not two instants at most 31 days apart")
    @GetMapping("/volumes")
    Mono<Volumes> volumes(@RequestParam String region, @RequestParam String from, @RequestParam String until) {
        List<Fault> faults = new ArrayList<>();
        Instant start = instant("?from", from, faults);
        Instant end = instant("?until", until, faults);
        if (start != null && end != null && (end.isBefore(start) || end.isAfter(start.plus(LONGEST)))) {
            faults.add(new Fault("?until", "OUT_OF_RANGE", "应不早于 from，且最多 31 天"));
        }
        if (!faults.isEmpty() || start == null || end == null) {
            throw Problem.badRequest(faults);
        }
        List<String> windows = sources.catalog().windows(region).stream().map(Window::id).toList();
        return sources.database().withConnection(c -> sources.operations().volumes(c, windows, start, end))
                .map(Volumes::new);
    }

    private static @Nullable Instant instant(String at, String text, List<Fault> faults) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            faults.add(new Fault(at, "MALFORMED", "应为 ISO 时刻，例如 2026-03-02T00:00:00Z"));
            return null;
        }
    }
}
