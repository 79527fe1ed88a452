package org.lianban.intake.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.intake.access.AccessPolicy;
import org.lianban.intake.access.Purpose;
import org.lianban.intake.application.Status;
import org.lianban.intake.application.Stored;
import org.lianban.intake.application.query.ApplicationView;
import org.lianban.intake.application.query.Views;
import org.lianban.intake.application.store.ApplicationStore;
import org.lianban.intake.application.store.NoticeStore;
import org.lianban.intake.numbering.Series;
import org.lianban.kit.access.AccessLog;
import org.lianban.persistence.Database;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 查询: one application, and the clerks' work list. */
@RestController
@RequestMapping("/api/applications")
@Tag(name = "applications")
public class QueryController {
    private static final int MAX_PAGE = 200;
    static final String SHOWN_HEADER = "Lianban-Personal-Data";
    private static final List<String> FIELDS = List.of("applicant", "agent", "form", "materials");

    private final Database database;
    private final ApplicationStore applications;
    private final NoticeStore notices;
    private final Views views;
    private final AccessLog log;

    public QueryController(Database database, ApplicationStore applications, NoticeStore notices, Views views,
            AccessLog log) {
        this.database = database;
        this.applications = applications;
        this.notices = notices;
        this.views = views;
        this.log = log;
    }

    @Operation(
            summary = "An application with its receipt and notices; personal data are masked unless role and purpose allow",
            description = "Unmasked only for the roles and purposes of the table of access: the header Lianban-Purpose says what for, and every such look is logged before it is answered. The header Lianban-Personal-Data of the answer says OPEN or MASKED.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No such application")
    @Parameter(in = ParameterIn.HEADER, name = Purpose.HEADER, example = "INTAKE",
            description = "使用目的: INTAKE, REVIEW, COORDINATION, DELIVERY, CUSTODY, ARCHIVE, CALLBACK or INSPECTION")
    @GetMapping("/{caseNo}")
    Mono<ResponseEntity<ApplicationView>> one(@PathVariable String caseNo,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Actor.Role.APPLICANT);
        String purpose = headers.getFirst(Purpose.HEADER);
        AccessPolicy.View view = AccessPolicy.view(actor, purpose);
        boolean open = view == AccessPolicy.View.OPEN;
        if (!Series.isCaseNumber(caseNo)) {
            return Mono.error(Problem.notFound("没有此办件编号的申请"));
        }
        Mono<ApplicationView> found = database.withConnection(c -> applications.find(c, caseNo).flatMap(stored -> {
            if (stored.isEmpty()) {
                return Mono.error(Problem.notFound("没有此办件编号的申请"));
            }
            return notices.of(c, caseNo).map(issued -> views.whole(stored.get().state(), issued, open));
        }));
        return found.flatMap(shown -> (open ? log.record(actor, caseNo, String.valueOf(purpose), FIELDS) : Mono.empty())
                .thenReturn(ResponseEntity.ok().header(SHOWN_HEADER, view.name()).body(shown)));
    }

    @Operation(summary = "Applications by number, for window clerks; at most 200 a page")
    @GetMapping
    Mono<ApplicationView.Page> list(
            @Parameter(description = "First digits of the region code",
                    example = "410721") @RequestParam(required = false, defaultValue = "") String region,
            @Parameter(example = "SUBMITTED") @RequestParam(required = false) @Nullable String state,
            @Parameter(description = "Last number of the page before") @RequestParam(required = false,
                    defaultValue = "") String after,
            @RequestParam(required = false, defaultValue = "50") int limit) {
        Status status = status(state);
        if (!region.matches("[0-9]{0,6}")) {
            throw Problem.badRequest(List.of(new Fault("?region", "MALFORMED", "应为行政区划代码")));
        }
        if (limit < 1 || limit > MAX_PAGE) {
            throw Problem.badRequest(List.of(new Fault("?limit", "OUT_OF_RANGE", "应为 1 至 " + MAX_PAGE)));
        }
        return database.withConnection(c -> applications.list(c, region, status, after, limit))
                .map(found -> new ApplicationView.Page(
                        found.stream().map(Stored::state).map(views::line).toList(),
                        found.size() < limit ? null : found.getLast().state().dossier().caseNo()));
    }

    private static @Nullable Status status(@Nullable String state) {
        if (state == null || state.isBlank()) {
            return null;
        }
        return Arrays.stream(Status.values()).filter(s -> s != Status.NONE && s.name().equals(state)).findFirst()
                .orElseThrow(() -> Problem.badRequest(List.of(new Fault("?state", "UNKNOWN", "没有此状态"))));
    }
}
