package org.lianban.intake.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.contracts.Channel;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.intake.application.handler.IntakeDesk;
import org.lianban.intake.application.handler.Order;
import org.lianban.intake.checking.Additions.Checked;
import org.lianban.intake.checking.Code;
import org.lianban.intake.checking.Faults;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.FilingReader;
import org.lianban.intake.checking.Verdict;
import org.lianban.intake.checking.handler.Gatherer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** 申请: every command. With an Idempotency-Key, a request that succeeded is answered the same again, for good. */
@RestController
@RequestMapping("/api/applications")
@Tag(name = "applications", description = "收件: submit, receive, one-time notice, resubmit, withdraw")
public class ApplicationController {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final Door door;
    private final IntakeDesk desk;
    private final Gatherer gatherer;

    public ApplicationController(Door door, IntakeDesk desk, Gatherer gatherer) {
        this.door = door;
        this.desk = desk;
        this.gatherer = gatherer;
    }

    @Operation(summary = "Submit an application; a window clerk may receive it in the same step",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.APPLICATION))))
    @ApiResponse(responseCode = "201", description = "Filed",
            content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.ANSWER)))
    @ApiResponse(responseCode = "422", description = "Every fault at once, or the key was used for another request",
            content = @Content(mediaType = "application/problem+json", examples = @ExampleObject(Examples.FAULTS)))
    @Keyed
    @PostMapping(consumes = JSON)
    Mono<ResponseEntity<String>> submit(@RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Faults faults = new Faults();
        Filing filing = FilingReader.read(door.read(body), null, faults);
        Actor actor = Actors.of(headers,
                filing.channel() == Channel.WINDOW ? Actor.Role.WINDOW_CLERK : Actor.Role.APPLICANT);
        receiving(filing, actor, faults);
        return gatherer.first(filing, actor).flatMap(gathered -> door.submit(
                new Order.File(filing, faults.list(), null, null, gathered), actor, headers, "POST /api/applications",
                body));
    }

    private static void receiving(Filing filing, Actor actor, Faults faults) {
        if (filing.receive()) {
            if (filing.channel() != Channel.WINDOW) {
                faults.add("/receive", Code.CLERK_ONLY, "只有窗口申请可以当场收件");
            } else {
                Door.requireClerk(actor);
            }
        }
    }

    @Operation(summary = "Try an application: every fault it would have; nothing is filed",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.APPLICATION))))
    @ApiResponse(responseCode = "200", description = "Would be filed",
            content = @Content(mediaType = JSON, examples = @ExampleObject("{\"items\":[\"01\",\"02\"]}")))
    @ApiResponse(responseCode = "422", description = "Every fault at once")
    @PostMapping(path = "/check", consumes = JSON)
    Mono<Map<String, List<String>>> check(@RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Faults faults = new Faults();
        Filing filing = FilingReader.read(door.read(body), null, faults);
        return gatherer.first(filing, Actors.of(headers, Actor.Role.APPLICANT))
                .flatMap(gathered -> desk.tryOut(new Order.File(filing, faults.list(), null, null, gathered)))
                .map(verdict -> switch (verdict) {
                    case Verdict.Acceptable ok -> Map.of("items", ok.items());
                    case Verdict.Faulty(var all) -> throw Problem.unprocessable(all);
                });
    }

    @Operation(summary = "收件: receive a submitted application and number its receipt; every review point answered",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.RECEIPT))))
    @ApiResponse(responseCode = "200", description = "Received",
            content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.ANSWER)))
    @ApiResponse(responseCode = "422", description = "Every point that is not answered or not met, at once")
    @ApiResponse(responseCode = "409", description = "Not waiting for receipt")
    @Keyed
    @PostMapping("/{caseNo}/receipt")
    Mono<ResponseEntity<String>> receive(@PathVariable String caseNo,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Actor.Role.WINDOW_CLERK);
        Door.requireClerk(actor);
        List<Checked> checks = body == null || body.length == 0 ? List.of() : Bodies.checks(door.read(body));
        return door.submit(new Order.Receive(caseNo, checks), actor, headers, operation(caseNo, "receipt"), body);
    }

    @Operation(summary = "一次告知: send it back, naming every defect; once per round",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.NOTICE))))
    @ApiResponse(responseCode = "200", description = "Notified; stops the intake clock")
    @ApiResponse(responseCode = "409", description = "Not waiting for receipt, or already notified in this round")
    @Keyed
    @PostMapping(path = "/{caseNo}/correction-notice", consumes = JSON)
    Mono<ResponseEntity<String>> notifyCorrection(@PathVariable String caseNo,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Actor.Role.WINDOW_CLERK);
        Door.requireClerk(actor);
        JsonNode read = door.read(body);
        List<Checked> checks = Bodies.checks(read);
        return door.submit(
                new Order.NotifyCorrection(caseNo, Bodies.defects(read, !checks.isEmpty()), checks), actor, headers,
                operation(caseNo, "correction-notice"), body);
    }

    @Operation(summary = "补正: resubmit; members that are left out stay as they were",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.RESUBMISSION))))
    @ApiResponse(responseCode = "200", description = "Submitted again: next round, the intake clock starts anew")
    @ApiResponse(responseCode = "409", description = "No correction was asked for")
    @Keyed
    @PostMapping(path = "/{caseNo}/resubmission", consumes = JSON)
    Mono<ResponseEntity<String>> resubmit(@PathVariable String caseNo,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        JsonNode changes = door.read(body);
        boolean receive = changes.path("receive").asBoolean(false);
        Actor actor = Actors.of(headers, receive ? Actor.Role.WINDOW_CLERK : Actor.Role.APPLICANT);
        if (receive) {
            Door.requireClerk(actor);
        }
        return gatherer.changed(caseNo, changes, actor).flatMap(gathered -> door.submit(
                new Order.Resubmit(caseNo, changes, gathered), actor, headers, operation(caseNo, "resubmission"),
                body));
    }

    @Operation(summary = "撤回: withdraw the application or, once received, some of its items; what is decided stays",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.WITHDRAWAL))))
    @ApiResponse(responseCode = "200", description = "Withdrawn, now or before")
    @ApiResponse(responseCode = "409", description = "Settled, or single items before receipt")
    @Keyed
    @PostMapping(path = "/{caseNo}/withdrawal", consumes = JSON)
    Mono<ResponseEntity<String>> withdraw(@PathVariable String caseNo,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Actor.Role.APPLICANT);
        JsonNode read = door.read(body);
        return door.submit(new Order.Withdraw(caseNo, Bodies.items(read), Bodies.reason(read)), actor, headers,
                operation(caseNo, "withdrawal"), body);
    }

    static String operation(String caseNo, String command) {
        return "POST /api/applications/" + caseNo + "/" + command;
    }
}
