package org.lianban.intake.parties.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.form.Field;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.intake.commands.web.Doors;
import org.lianban.intake.commands.web.HonoursKey;
import org.lianban.intake.parties.Exclusion.Credit;
import org.lianban.intake.parties.Exclusion.ExclusionTerms;
import org.lianban.intake.parties.handler.CreditHandler;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

    /** 信用修复. */
    record CreditRepair(@Field(label = "修复依据", example = "信用修复决定书〔2026〕3号") String detail) {}

    private static Actor credit(ServerHttpRequest request) {
        return Doors.actor(request, Actor.Role.APPLICANT, Set.of(Actor.Role.CREDIT), "只有信用管理人员可以限制、修复和查看履约信息");
    }

    @Operation(summary = "限制: a false or broken commitment; no tolerance and no commitment until it is repaired")
    @ApiResponse(responseCode = "201", description = "Excluded; the number repairs it")
    @ApiResponse(responseCode = "409", description = "Excluded for the same before")
    @HonoursKey
    @PostMapping(path = "/parties/exclusions", consumes = JSON)
    Mono<ResponseEntity<CreditHandler.ExclusionShown>> exclude(@RequestBody ExclusionTerms body,
            ServerHttpRequest request) {
        Actor actor = credit(request);
        return Doors.said(handler.exclude(doors.keyed(body, actor, request), actor),
                made -> "/api/parties/exclusions/" + made.number());
    }

    @Operation(summary = "信用修复")
    @ApiResponse(responseCode = "404", description = "No such exclusion, or repaired before")
    @HonoursKey
    @PostMapping(path = "/parties/exclusions/{number}/repair", consumes = JSON)
    Mono<ResponseEntity<CreditHandler.ExclusionShown>> repair(@PathVariable String number,
            @RequestBody CreditRepair body, ServerHttpRequest request) {
        Actor actor = credit(request);
        if (!number.matches("[1-9][0-9]{0,17}")) {
            throw Problem.notFound("没有此限制，或者已经修复");
        }
        return Doors.said(handler.repair(doors.keyed(body, actor, request), Long.parseLong(number),
                body.detail(), actor));
    }

    @Operation(summary = "What stands against somebody; POST, so that the number is in no address")
    @PostMapping(path = "/parties/exclusions/search", consumes = JSON)
    Mono<Page<CreditHandler.ExclusionShown>> standing(@RequestBody ConsentController.PartyNamed body,
            ServerHttpRequest request) {
        credit(request);
        return handler.standing(body.party()).map(decision -> switch (decision) {
            case Decision.Accepted<CreditHandler.ExclusionShown> found -> new Page<>(found.events(), null);
            case Decision.Repeated<CreditHandler.ExclusionShown> none -> new Page<>(List.of(), null);
            case Decision.Refused<CreditHandler.ExclusionShown>(Refusal refusal) -> throw Problem.of(refusal);
        });
    }

    @Operation(summary = "承诺履约信息 for the credit platform, by number, ascending; at most 200 a page")
    @GetMapping("/credit-records")
    Mono<Page<Credit>> records(
            @Parameter(description = "Last number that was read") @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit, ServerHttpRequest request) {
        credit(request);
        Parameters p = new Parameters();
        long last = p.number("after", after, 0, 0, Long.MAX_VALUE);
        int most = p.limit(limit, 100);
        p.orRefuse();
        return handler.after(last, most + 1).map(found -> Page.of(found, most, c -> String.valueOf(c.id())));
    }
}
