package org.lianban.intake.parties.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.contracts.Party;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.intake.application.web.Examples;
import org.lianban.intake.application.web.Fields;
import org.lianban.intake.application.web.Keyed;
import org.lianban.intake.application.web.SideDoors;
import org.lianban.intake.numbering.Series;
import org.lianban.intake.parties.Exclusion;
import org.lianban.intake.parties.handler.CreditDesk;
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

/** 信用: who may make no commitments until the credit is repaired, and what the credit platform is told. */
@RestController
@RequestMapping("/api")
@Tag(name = "credit", description = "信用: 限制、修复、履约信息")
public class CreditController {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final SideDoors doors;
    private final CreditDesk desk;
    private final InstantSource clock;

    public CreditController(SideDoors doors, CreditDesk desk, InstantSource clock) {
        this.doors = doors;
        this.desk = desk;
        this.clock = clock;
    }

    private static Actor credit(HttpHeaders headers) {
        Actor actor = Actors.of(headers, Actor.Role.APPLICANT);
        if (actor.role() != Actor.Role.CREDIT) {
            throw Problem.forbidden("只有信用管理人员可以限制、修复和查看履约信息");
        }
        return actor;
    }

    @Operation(summary = "限制: a false or broken commitment; no tolerance and no commitment until it is repaired",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.EXCLUSION))))
    @ApiResponse(responseCode = "201", description = "Excluded; the number repairs it")
    @ApiResponse(responseCode = "409", description = "Excluded for the same before")
    @Keyed
    @PostMapping(path = "/parties/exclusions", consumes = JSON)
    Mono<ResponseEntity<String>> exclude(@RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = credit(headers);
        Fields fields = new Fields(doors.read(body));
        Party party = fields.party("party", LocalDate.ofInstant(clock.instant(), CHINA));
        Exclusion.Kind kind = fields.choice("kind", Exclusion.Kind.class);
        String detail = fields.required("detail", Fields.MAX_TEXT, "请说明事由");
        String caseNo = fields.text("caseNo", 50);
        if (caseNo != null && !Series.isCaseNumber(caseNo)) {
            fields.fault("/caseNo", "MALFORMED", "不是办件编号");
        }
        fields.raise();
        return doors.said(desk.exclude(doors.keyed(headers, actor, "POST /api/parties/exclusions", body), party, kind,
                caseNo, detail, actor), "/api/parties/exclusions");
    }

    @Operation(summary = "信用修复", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
            content = @Content(mediaType = JSON, examples = @ExampleObject("{\"detail\":\"信用修复决定书〔2026〕3号\"}"))))
    @ApiResponse(responseCode = "200", description = "Repaired")
    @ApiResponse(responseCode = "404", description = "No such exclusion, or repaired before")
    @Keyed
    @PostMapping(path = "/parties/exclusions/{number}/repair", consumes = JSON)
    Mono<ResponseEntity<String>> repair(@PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = credit(headers);
        Fields fields = new Fields(doors.read(body));
        String detail = fields.required("detail", Fields.MAX_TEXT, "请注明修复依据");
        fields.raise();
        if (!number.matches("[1-9][0-9]{0,17}")) {
            throw Problem.notFound("没有此限制，或者已经修复");
        }
        return doors.said(desk.repair(
                doors.keyed(headers, actor, "POST /api/parties/exclusions/" + number + "/repair", body),
                Long.parseLong(number), detail, actor), "/api/parties/exclusions");
    }

    @Operation(summary = "What stands against somebody; POST, so that the number is in no address",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.PARTY))))
    @PostMapping(path = "/parties/exclusions/search", consumes = JSON)
    Mono<List<CreditDesk.Shown>> standing(@RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        credit(headers);
        Fields fields = new Fields(doors.read(body));
        Party party = fields.party("party", LocalDate.ofInstant(clock.instant(), CHINA));
        fields.raise();
        return desk.standing(party);
    }

    @Operation(summary = "承诺履约信息 for the credit platform, by number, ascending; at most 200 a page")
    @GetMapping("/credit-records")
    Mono<List<CreditDesk.Told>> records(
            @Parameter(description = "Last number that was read") @RequestParam(required = false,
                    defaultValue = "0") long after,
            @RequestParam(required = false, defaultValue = "100") int limit,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        credit(headers);
        SideDoors.requirePage(limit);
        return desk.after(after, limit);
    }
}
