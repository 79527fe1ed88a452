package org.lianban.result.web;

import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.kit.Fault;
import org.lianban.kit.Problem;
import org.lianban.messaging.Database;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.store.BundleText;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 已办结办件, without any personal data: what a draft of the catalogue is rehearsed over. */
@RestController
@RequestMapping("/api/closed-cases")
@Tag(name = "closed cases", description = "For rehearsing a draft of the catalogue; no personal data")
class ClosedCaseController {
    private static final int PAGE = 500;
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {
    };

    private final Database database;
    private final BundleText text;
    private final JsonMapper json;

    ClosedCaseController(Database database, BundleText text, JsonMapper json) {
        this.database = database;
        this.text = text;
        this.json = json;
    }

    /** @param next pass it as {@code page} for what follows; null: nothing does */
    record Page(List<Closed> cases, @Nullable String next) {}

    record Closed(String caseNo, String catalogHash, @Nullable Instant receivedAt, Map<String, String> answers,
            List<ClosedItem> items) {}

    record ClosedItem(String itemNo, String department, @Nullable Instant acceptedAt, @Nullable Instant decidedAt,
            @Nullable Outcome outcome) {}

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
        return database.withConnection(c -> Database.query(c, """
                select m.case_no, b.body, f.answers from case_measure m join bundle b using (case_no)
                left join case_file f using (case_no)
                where m.one_thing = $1 and m.case_no > $2 and m.settled_on >= $3 order by m.case_no limit $4
                """, this::closed, oneThing, page, day, PAGE))
                .map(found -> new Page(found, found.size() < PAGE ? null : found.getLast().caseNo()));
    }

    private Closed closed(Readable row) {
        String body = row.get("body", String.class);
        String answers = row.get("answers", String.class);
        Bundle bundle = text.read(body == null ? "{}" : body);
        var items = new ArrayList<ClosedItem>();
        for (String no : bundle.expected()) {
            var item = bundle.item(no);
            var acceptance = item.handling().acceptance();
            var task = item.task();
            items.add(new ClosedItem(no, task == null ? "" : task.department(),
                    acceptance == null ? null : acceptance.effectiveAt(),
                    item.end() == null ? null : item.end().at(), item.end() == null ? null : item.end().outcome()));
        }
        var filing = bundle.filing();
        return new Closed(bundle.caseNo(), filing == null ? "" : filing.hash(), bundle.receivedAt().orElse(null),
                answers == null ? Map.of() : json.readValue(answers, ANSWERS), items);
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
