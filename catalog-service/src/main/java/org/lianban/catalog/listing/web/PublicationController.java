package org.lianban.catalog.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.handler.ListingHandler;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.http.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** 发布. */
@RestController
@Tag(name = "publication", description = "发布一件事的新版本")
class PublicationController {
    private final ListingHandler listing;
    private final Commands commands;

    private final boolean direct;

    /** @param direct whether a version may be published without review, tests and the gate */
    PublicationController(ListingHandler listing, Commands commands,
            @Value("${lianban.catalog.direct-publication}") boolean direct) {
        this.listing = listing;
        this.commands = commands;
        this.direct = direct;
    }

    @PostMapping(path = "/api/one-things/{code}/versions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Publish the next version at once, where the place allows it",
            description = "Without review, tests and the gate; elsewhere 403, see /api/drafts. Answers 422 with all faults at once.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @io.swagger.v3.oas.annotations.media.Content(
                            schema = @Schema(implementation = Content.class),
                            examples = @ExampleObject(Examples.CONTENT))),
            parameters = @Parameter(in = io.swagger.v3.oas.annotations.enums.ParameterIn.HEADER,
                    name = Commands.IDEMPOTENCY_KEY, example = "5c1f2b5e"))
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "422",
            content = @io.swagger.v3.oas.annotations.media.Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                    examples = @ExampleObject(Examples.FAULTS)))
    Mono<ResponseEntity<OneThing>> publish(@PathVariable String code,
            @Parameter(description = "not in the past; now where it is missing",
                    example = "2026-12-01T00:00:00+08:00") @RequestParam(
                            required = false) @Nullable String effectiveFrom,
            @RequestBody String body, ServerHttpRequest request) {
        Command command = commands.of(request, body);
        if (!direct) {
            throw Problem.forbidden("新版本应经起草、审核、联调联测、联办部门确认后发布，见/api/drafts");
        }
        Parameters parameters = new Parameters();
        Instant from = parameters.instant("effectiveFrom", effectiveFrom, command.at())
                .truncatedTo(ChronoUnit.MILLIS);
        parameters.orRefuse();
        Content content = Bodies.read(body, Content.class);
        if (content.code() != null && !content.code().equals(code)) {
            throw Problem.unprocessable(
                    List.of(new Fault("/code", "MALFORMED", "内容的编码%s与地址中的%s不同".formatted(content.code(), code))));
        }
        return listing.publish(command, content, from)
                .map(outcome -> commands.done(CatalogMeters.Subject.ONE_THING, outcome))
                .map(published -> ResponseEntity.created(UriComponentsBuilder.fromPath("/api/one-things/{code}")
                        .queryParam("version", published.version()).build(published.code())).body(published));
    }
}
