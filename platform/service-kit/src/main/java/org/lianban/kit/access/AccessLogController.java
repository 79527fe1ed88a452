package org.lianban.kit.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.http.Actors;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 访问日志查询, for auditors. */
@RestController
@RequestMapping("/api/access-log")
@Tag(name = "access log", description = "Who read whose personal data, in which role, and what for")
public class AccessLogController {
    private final AccessLog log;

    public AccessLogController(AccessLog log) {
        this.log = log;
    }

    @GetMapping
    @Operation(summary = "访问日志", description = "Newest first, 200 a page; next is given as before; role AUDITOR only")
    Mono<Page<Access>> find(@RequestParam @Nullable String caseNo, @RequestParam @Nullable String actor,
            @Parameter(example = "2026-11-03T02:00:00Z") @RequestParam @Nullable String before,
            @RequestHeader HttpHeaders headers) {
        if (Actors.of(headers, Actor.Role.APPLICANT).role() != Actor.Role.AUDITOR) {
            throw Problem.forbidden("仅审计人员可以查询访问日志");
        }
        var parameters = new Parameters();
        parameters.key("caseNo", caseNo);
        parameters.text("actor", actor);
        Instant until = parameters.instant("before", before);
        parameters.orRefuse();
        return log.find(caseNo, actor, until).map(entries -> new Page<>(entries,
                entries.size() < AccessLog.PAGE ? null : entries.getLast().at().toString()));
    }
}
