package org.lianban.catalog.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.handler.ListingHandler;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.command.FaultCode;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.http.Parameters;
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

/** 发布. @param direct whether a version may be published without review, tests and the gate */
@RestController
@Tag(name = "publication", description = "发布一件事的新版本")
record PublicationController(ListingHandler listing, Commands commands,
        @Value("${lianban.catalog.direct-publication}") boolean direct) {
    @PostMapping(path = "/api/one-things/{code}/versions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Publish the next version at once, where the place allows it",
            description = "Without review, tests and the gate; elsewhere 403, see /api/drafts. Answers 422 with all faults at once.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @io.swagger.v3.oas.annotations.media.Content(
                            examples = @ExampleObject(Examples.CONTENT))))
    @ApiResponse(responseCode = "201")
    Mono<ResponseEntity<OneThing>> publish(@PathVariable String code,
            @Parameter(description = "not in the past; now where it is missing",
                    example = "2026-12-01T00:00:00+08:00") @RequestParam @Nullable String effectiveFrom,
            @RequestBody Content content, ServerHttpRequest request) {
        if (!direct) {
            throw Problem.forbidden("新版本应经起草、审核、联调联测、联办部门确认后发布，见/api/drafts");
        }
        Parameters parameters = new Parameters();
        Instant from = parameters.instant("effectiveFrom", effectiveFrom);
        parameters.orRefuse();
        if (content.code() != null && !content.code().equals(code)) {
            throw Problem.unprocessable(List.of(FaultCode.INCONSISTENT.at("/code",
                    "内容的编码%s与地址中的%s不同".formatted(content.code(), code))));
        }
        return commands.byOwner(Commands.Subject.ONE_THING, request, content, c -> listing.publish(c, content,
                from == null ? c.at() : from.truncatedTo(ChronoUnit.MILLIS)))
                .map(published -> ResponseEntity.created(UriComponentsBuilder.fromPath("/api/one-things/{code}")
                        .queryParam("version", published.version()).build(published.code())).body(published));
    }
}
