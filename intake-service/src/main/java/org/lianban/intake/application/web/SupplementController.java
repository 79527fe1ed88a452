package org.lianban.intake.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.intake.application.handler.Order;
import org.lianban.intake.checking.Code;
import org.lianban.intake.checking.Faults;
import org.lianban.intake.checking.Members;
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

/** 当场补正 before the receipt, and 补交 after it. */
@RestController
@RequestMapping("/api/applications")
@Tag(name = "applications")
public class SupplementController {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final int MAX_TEXT = 20;

    private final Door door;
    private final Gatherer gatherer;

    public SupplementController(Door door, Gatherer gatherer) {
        this.door = door;
        this.gatherer = gatherer;
    }

    @Operation(summary = "当场补正: a clerk mends the application in the same round; no notice is issued",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.AMENDMENT))))
    @ApiResponse(responseCode = "200", description = "Mended; the round and the intake clock stay as they are")
    @ApiResponse(responseCode = "409", description = "Not waiting for receipt")
    @ApiResponse(responseCode = "422", description = "Every fault at once")
    @Keyed
    @PostMapping(path = "/{caseNo}/on-the-spot", consumes = JSON)
    Mono<ResponseEntity<String>> amend(@PathVariable String caseNo,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Actor.Role.WINDOW_CLERK);
        Door.requireClerk(actor);
        JsonNode changes = door.read(body);
        return gatherer.changed(caseNo, changes, actor).flatMap(gathered -> door.submit(
                new Order.Amend(caseNo, changes, gathered), actor, headers,
                ApplicationController.operation(caseNo, "on-the-spot"), body));
    }

    @Operation(
            summary = "补交: what was promised under tolerance (TOLERANCE), or what a department asked for (CORRECTION)",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.SUPPLEMENT))))
    @ApiResponse(responseCode = "200", description = "Taken, also when late: then the lead department decides")
    @ApiResponse(responseCode = "409", description = "Nothing is owed, or nothing was asked for")
    @ApiResponse(responseCode = "422", description = "Every fault at once")
    @Keyed
    @PostMapping(path = "/{caseNo}/supplements", consumes = JSON)
    Mono<ResponseEntity<String>> supplement(@PathVariable String caseNo,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Actor.Role.APPLICANT);
        JsonNode content = door.read(body);
        Faults faults = new Faults();
        Members members = new Members(content, "", faults);
        String said = members.text("purpose", MAX_TEXT);
        String item = members.text("item", MAX_TEXT);
        SupplementPurpose purpose = Arrays.stream(SupplementPurpose.values()).filter(p -> p.name().equals(said))
                .findFirst().orElse(null);
        if (purpose == null) {
            faults.add("/purpose", said == null ? Code.MISSING : Code.UNKNOWN,
                    "补交原因应为 TOLERANCE（容缺补齐）或 CORRECTION（部门补正）");
        } else if (purpose == SupplementPurpose.CORRECTION && (item == null || !item.matches("[0-9]{2}"))) {
            faults.add("/item", item == null ? Code.MISSING : Code.MALFORMED, "请注明要求补正的事项编号（两位数字）");
        }
        if (!faults.none() || purpose == null) {
            throw Problem.unprocessable(faults.list());
        }
        return door.submit(new Order.Supplement(caseNo, purpose,
                purpose == SupplementPurpose.CORRECTION ? item : null, content), actor, headers,
                ApplicationController.operation(caseNo, "supplements"), body);
    }
}
