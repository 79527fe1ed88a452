package org.lianban.intake.parties.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.contracts.Party;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.intake.application.web.Examples;
import org.lianban.intake.application.web.Fields;
import org.lianban.intake.application.web.Keyed;
import org.lianban.intake.application.web.SideDoors;
import org.lianban.intake.parties.Consent.Purpose;
import org.lianban.intake.parties.ConsentText;
import org.lianban.intake.parties.handler.ConsentDesk;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 授权同意: to data sharing, certificates, and the keeping and reuse of a profile. */
@RestController
@RequestMapping("/api/consents")
@Tag(name = "consents", description = "授权同意: give, revoke, and see every use")
public class ConsentController {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Set<Actor.Role> MAY_GIVE = EnumSet.of(Actor.Role.APPLICANT, Actor.Role.AGENT,
            Actor.Role.WINDOW_CLERK);

    private final SideDoors doors;
    private final ConsentDesk desk;
    private final InstantSource clock;

    public ConsentController(SideDoors doors, ConsentDesk desk, InstantSource clock) {
        this.doors = doors;
        this.desk = desk;
        this.clock = clock;
    }

    @Operation(summary = "The texts that can be agreed to; of each the highest version counts")
    @GetMapping("/texts")
    List<ConsentText> texts() {
        return desk.texts();
    }

    @Operation(summary = "Agree to a current text, for named purposes and sources",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.CONSENT))))
    @ApiResponse(responseCode = "201", description = "Given; its number is named in applications", content = @Content(
            mediaType = JSON,
            examples = @ExampleObject("{\"number\":\"TYSQ41072120260302000001\",\"region\":\"410721\",\"purposes\":[\"DATA_SHARING\"],\"sources\":[],\"textId\":\"data-reuse\",\"textVersion\":1,\"givenAt\":\"2026-03-02T01:00:00Z\"}")))
    @ApiResponse(responseCode = "422",
            description = "Every fault at once; another version than the current one is one of them")
    @Keyed
    @PostMapping(consumes = JSON)
    Mono<ResponseEntity<String>> give(@RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Actor.Role.APPLICANT);
        if (!MAY_GIVE.contains(actor.role())) {
            throw Problem.forbidden("授权同意由申请人、代理人，或者在窗口由工作人员代为登记");
        }
        Fields fields = new Fields(doors.read(body));
        String region = fields.region();
        Party party = fields.party("party", LocalDate.ofInstant(clock.instant(), CHINA));
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        fields.texts("purposes", "DATA_SHARING|E_LICENCE|PROFILE_KEEP|PROFILE_REUSE",
                "用途应为 DATA_SHARING、E_LICENCE、PROFILE_KEEP、PROFILE_REUSE 之一")
                .forEach(p -> purposes.add(Purpose.valueOf(p)));
        List<String> sources = fields.texts("sources", "[^,\\p{Cntrl}]{1,60}", "应为数据源名称，最长 60 字，不含逗号");
        String textId = fields.required("textId", 64, "请注明所同意的授权书");
        int textVersion = fields.number("textVersion", 0, 1, 10_000);
        Instant until = time(fields, "until");
        if (purposes.isEmpty()) {
            fields.fault("/purposes", "MISSING", "请注明用途");
        }
        fields.raise();
        return doors.said(desk.give(doors.keyed(headers, actor, "POST /api/consents", body),
                new ConsentDesk.Terms(region, party, purposes, sources, textId, textVersion, until), actor),
                "/api/consents");
    }

    private static @Nullable Instant time(Fields fields, String name) {
        String text = fields.text(name, 40);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException unreadable) {
            fields.fault("/" + name, "MALFORMED", "应为带时区的时间，例如 2027-03-02T00:00:00+08:00");
            return null;
        }
    }

    @Operation(summary = "Revoke; what was done before stays lawful, what was kept is deleted",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.PARTY))))
    @ApiResponse(responseCode = "200", description = "Revoked, now or before")
    @ApiResponse(responseCode = "404", description = "No such consent of this party")
    @Keyed
    @PostMapping(path = "/{number}/revocation", consumes = JSON)
    Mono<ResponseEntity<String>> revoke(@PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Actor.Role.APPLICANT);
        if (!MAY_GIVE.contains(actor.role())) {
            throw Problem.forbidden("授权同意由申请人、代理人，或者在窗口由工作人员代为撤销");
        }
        return doors.said(desk.revoke(
                doors.keyed(headers, actor, "POST /api/consents/" + number + "/revocation", body), known(number),
                party(body), actor), "/api/consents");
    }

    @Operation(summary = "A consent with every use of it, for who gave it; POST, so that the number is in no address",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.PARTY))))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No such consent of this party")
    @PostMapping(path = "/{number}/uses", consumes = JSON)
    Mono<ConsentDesk.Shown> uses(@PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body) {
        return desk.uses(known(number), party(body)).map(found -> found.orElseThrow(ConsentController::unknown));
    }

    private Party party(byte @Nullable [] body) {
        Fields fields = new Fields(doors.read(body));
        Party party = fields.party("party", LocalDate.ofInstant(clock.instant(), CHINA));
        fields.raise();
        return party;
    }

    private static String known(String number) {
        if (!number.matches("TYSQ[0-9]{20}")) {
            throw unknown();
        }
        return number;
    }

    private static Problem unknown() {
        return Problem.notFound("没有此编号的授权同意");
    }
}
