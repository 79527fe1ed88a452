package org.lianban.result.records.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.http.Problem;
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
class ClosedCaseController {
    private final ClosedCases cases;

    ClosedCaseController(ClosedCases cases) {
        this.cases = cases;
    }

    /** @param next pass it as {@code page} for what follows; null: nothing does */
    record Page(List<ClosedCase> cases, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "已办结办件", description = "Of one one-thing, ended on or after `from`, 500 a page, ascending by "
            + "case number; `page` continues after the one it names. Test cases are left out.")
    Mono<Page> closed(@RequestParam @Nullable String oneThing, @RequestParam @Nullable String from,
            @RequestParam(defaultValue = "") String page) {
        var faults = new ArrayList<Fault>();
        if (oneThing == null || !oneThing.matches("[0-9A-Za-z-]{1,64}")) {
            faults.add(new Fault("?oneThing", "MISSING", "缺少一件事编码"));
        }
        if (!page.matches("[0-9A-Za-z-]{0,64}")) {
            faults.add(new Fault("?page", "BAD_PAGE", "翻页标记有误"));
        }
        LocalDate day = date(from, faults);
        if (oneThing == null || day == null || !faults.isEmpty()) {
            throw Problem.badRequest(faults);
        }
        return cases.page(oneThing, page, day).map(
                found -> new Page(found, found.size() < ClosedCases.PAGE ? null : found.getLast().caseNo()));
    }

    private static @Nullable LocalDate date(@Nullable String from, List<Fault> faults) {
        try {
            return from == null ? LocalDate.EPOCH : LocalDate.parse(from.length() > 10 ? from.substring(0, 10) : from);
        } catch (DateTimeParseException unreadable) {
            faults.add(new Fault("?from", "BAD_DATE", "from 应为日期，例如 2026-11-01"));
            return null;
        }
    }
}
