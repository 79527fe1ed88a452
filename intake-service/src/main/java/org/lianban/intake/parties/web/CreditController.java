package org.lianban.intake.parties.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.form.Field;
import org.lianban.http.Actors;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.intake.commands.web.Doors;
import org.lianban.intake.commands.web.HonoursKey;
import org.lianban.intake.parties.Exclusion.Credit;
import org.lianban.intake.parties.Exclusion.ExclusionTerms;
import org.lianban.intake.parties.handler.CreditHandler;
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
public record CreditController(Doors doors, CreditHandler handler) {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String PATH = "/api/parties/exclusions";

    /** 信用修复. */
    record CreditRepair(@Field(label = "修复依据", example = "信用修复决定书〔2026〕3号") String detail) {}

    private static Actor credit(HttpHeaders headers) {
        Actor actor = Actors.of(headers, Actor.Role.APPLICANT);
        if (actor.role() != Actor.Role.CREDIT) {
            throw Problem.forbidden("只有信用管理人员可以限制、修复和查看履约信息");
        }
        return actor;
    }

    @Operation(summary = "限制: a false or broken commitment; no tolerance and no commitment until it is repaired")
    @ApiResponse(responseCode = "201", description = "Excluded; the number repairs it")
    @ApiResponse(responseCode = "409", description = "Excluded for the same before")
    @HonoursKey
    @PostMapping(path = "/parties/exclusions", consumes = JSON)
    Mono<ResponseEntity<CreditHandler.ExclusionShown>> exclude(@RequestBody ExclusionTerms body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = credit(headers);
        return Doors.said(handler.exclude(doors.keyed(body, actor, headers, "POST " + PATH), actor),
                made -> PATH + "/" + made.number());
    }

    @Operation(summary = "信用修复")
    @ApiResponse(responseCode = "404", description = "No such exclusion, or repaired before")
    @HonoursKey
    @PostMapping(path = "/parties/exclusions/{number}/repair", consumes = JSON)
    Mono<ResponseEntity<CreditHandler.ExclusionShown>> repair(@PathVariable String number,
            @RequestBody CreditRepair body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = credit(headers);
        if (!number.matches("[1-9][0-9]{0,17}")) {
            throw Problem.notFound("没有此限制，或者已经修复");
        }
        return Doors.said(handler.repair(
                doors.keyed(body, actor, headers, "POST " + PATH + "/" + number + "/repair"), Long.parseLong(number),
                body.detail(), actor), made -> PATH + "/" + made.number());
    }

    @Operation(summary = "What stands against somebody; POST, so that the number is in no address")
    @PostMapping(path = "/parties/exclusions/search", consumes = JSON)
    Mono<List<CreditHandler.ExclusionShown>> standing(@RequestBody ConsentController.PartyNamed body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        credit(headers);
        return handler.standing(body.party()).map(decision -> switch (decision) {
            case Decision.Accepted<CreditHandler.ExclusionShown> found -> found.events();
            case Decision.Repeated<CreditHandler.ExclusionShown> none -> List.of();
            case Decision.Refused<CreditHandler.ExclusionShown>(Refusal refusal) -> throw Problem.of(refusal);
        });
    }

    @Operation(summary = "承诺履约信息 for the credit platform, by number, ascending; at most 200 a page")
    @GetMapping("/credit-records")
    Mono<List<Credit>> records(
            @Parameter(description = "Last number that was read") @RequestParam(
                    required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        credit(headers);
        Parameters p = new Parameters();
        long last = p.number("after", after, 0, 0, Long.MAX_VALUE);
        int most = p.limit(limit, 100);
        p.orRefuse();
        return handler.after(last, most);
    }
}
