package org.lianban.intake.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.FaultCode;
import org.lianban.http.Actors;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.intake.access.AccessPolicy;
import org.lianban.intake.application.Application;
import org.lianban.intake.application.query.ApplicationQueries;
import org.lianban.intake.application.query.ApplicationView;
import org.lianban.intake.checking.Requirements;
import org.lianban.intake.commands.web.Doors;
import org.lianban.kit.access.AccessLog;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 查询: one application, and the clerks' work list. */
@RestController
@RequestMapping("/api/applications")
@Tag(name = "applications")
public record ApplicationQueryController(ApplicationQueries queries, AccessLog log) {
    static final String SHOWN_HEADER = "Lianban-Personal-Data";
    private static final List<String> FIELDS = List.of("applicant", "agent", "form", "materials");

    @Operation(
            summary = "An application with its receipt and notices; personal data are masked unless role and purpose allow",
            description = """
                    Unmasked only for the roles and purposes of the table of access: the header Lianban-Purpose says what for,
                    and every such look is logged before it is answered. The header Lianban-Personal-Data of the answer says
                    OPEN or MASKED.""")
    @ApiResponse(responseCode = "404", description = "No such application")
    @Parameter(in = ParameterIn.HEADER, name = AccessPolicy.Purpose.HEADER, example = "INTAKE",
            description = "使用目的: INTAKE, REVIEW, COORDINATION, DELIVERY, CUSTODY, ARCHIVE, CALLBACK or INSPECTION")
    @GetMapping("/{caseNo}")
    Mono<ResponseEntity<ApplicationView>> one(@PathVariable String caseNo, ServerHttpRequest request) {
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.APPLICANT);
        String purpose = request.getHeaders().getFirst(AccessPolicy.Purpose.HEADER);
        AccessPolicy.View view = AccessPolicy.view(actor, purpose);
        boolean open = view == AccessPolicy.View.OPEN;
        return queries.one(caseNo, open).map(found -> found.orElseThrow(ApplicationQueryController::unknown))
                .flatMap(shown -> (open
                        ? log.record(actor, caseNo, String.valueOf(purpose), FIELDS)
                        : Mono.<Void>empty())
                        .thenReturn(ResponseEntity.ok().header(SHOWN_HEADER, view.name()).body(shown)));
    }

    private static Problem unknown() {
        return Problem.notFound("没有此办件编号的申请");
    }

    @Operation(summary = "The list that an application was filed under, as it was then")
    @ApiResponse(responseCode = "404", description = "No such application")
    @GetMapping("/{caseNo}/requirements")
    Mono<Requirements> requirements(@PathVariable String caseNo) {
        return queries.requirements(caseNo)
                .map(found -> found.orElseThrow(ApplicationQueryController::unknown));
    }

    @Operation(summary = "Applications by number, for window clerks; at most 200 a page")
    @GetMapping
    Mono<Page<ApplicationView.Line>> list(
            @Parameter(description = "First digits of the region code",
                    example = "410721") @RequestParam @Nullable String region,
            @Parameter(
                    schema = @Schema(implementation = Application.Status.class)) @RequestParam @Nullable String state,
            @Parameter(description = "Last number of the page before") @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit) {
        Parameters p = new Parameters();
        String within = Doors.within(p, region);
        Application.Status status = p.choice("state", state, Application.Status.class);
        String last = Objects.requireNonNullElse(p.after(after), "");
        int most = p.limit(limit, 50);
        if (status == Application.Status.NONE) {
            p.fault("state", FaultCode.UNKNOWN, "state ", "申请的状态");
        }
        p.orRefuse();
        return queries.list(within, status, last, most + 1)
                .map(found -> Page.of(found, most, ApplicationView.Line::caseNo));
    }
}
