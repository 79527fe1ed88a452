package org.lianban.result.records.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.result.records.query.ClosedCases;
import org.lianban.result.records.report.ClosedCase;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 已办结办件, without any personal data: what a draft of the catalogue is rehearsed over. */
@RestController
@RequestMapping("/api/closed-cases")
@Tag(name = "closed cases", description = "For rehearsing a draft of the catalogue; no personal data")
record ClosedCaseController(ClosedCases cases) {
    /** Of an instant the day is taken. */
    private static final int DATE = 10;

    @GetMapping
    @Operation(summary = "已办结办件", description = "Of one one-thing, ended on or after `from`, 500 a page, ascending by "
            + "case number. Test cases are left out.")
    Mono<Page<ClosedCase>> closed(@Parameter(required = true) @RequestParam @Nullable String oneThing,
            @RequestParam @Nullable String from,
            @RequestParam(required = false) @Nullable String after) {
        var parameters = new Parameters();
        var code = parameters.key("oneThing", oneThing);
        parameters.required("oneThing", code);
        var last = Objects.requireNonNullElse(parameters.after(after), "");
        var day = parameters.date("from", from == null || from.length() <= DATE ? from : from.substring(0, DATE),
                LocalDate.EPOCH);
        parameters.orRefuse();
        return cases.page(Objects.requireNonNull(code), last, day).map(
                found -> new Page<>(found, found.size() < ClosedCases.PAGE ? null : found.getLast().caseNo()));
    }
}
