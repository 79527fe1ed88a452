package org.lianban.result.records.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

    /** @param next pass it as {@code page} for what follows; null: nothing does */
    record Page(List<ClosedCase> cases, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "已办结办件", description = "Of one one-thing, ended on or after `from`, 500 a page, ascending by "
            + "case number; `page` continues after the one it names. Test cases are left out.")
    Mono<Page> closed(@RequestParam @Nullable String oneThing, @RequestParam @Nullable String from,
            @Parameter(example = "41072120260918YJS000001F") @RequestParam(required = false) @Nullable String page) {
        var parameters = new Parameters();
        var code = parameters.key("oneThing", oneThing);
        parameters.required("oneThing", code);
        var after = Objects.requireNonNullElse(parameters.key("page", page), "");
        var day = parameters.date("from", from == null || from.length() <= DATE ? from : from.substring(0, DATE),
                LocalDate.EPOCH);
        parameters.orRefuse();
        return cases.page(Objects.requireNonNull(code), after, day).map(
                found -> new Page(found, found.size() < ClosedCases.PAGE ? null : found.getLast().caseNo()));
    }
}
