package org.lianban.catalog.guides.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.guides.Guide;
import org.lianban.catalog.guides.GuidePage;
import org.lianban.catalog.guides.GuideWriter;
import org.lianban.catalog.guides.OneTimeNotice;
import org.lianban.catalog.guides.Scenario;
import org.lianban.catalog.guides.handler.NoticeHandler;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.form.Field;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.security.Digests;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 一次告知. */
@RestController
@Tag(name = "one-time-notice", description = "一次告知单：按情形答案一次告知全部材料、流程、时限")
record NoticeController(Published published, NoticeHandler notices, Printer printer, GuideProperties properties,
        InstantSource clock, JsonMapper json) {
    /** @param answers by id of the question; questions with a default may be left out */
    record NoticeRequest(@Field(label = "情形答案", max = 100, most = 200) Map<String, String> answers) {}

    private record Sealed(List<Scenario.Answer> answers, Guide guide) {}

    @PostMapping(path = "/api/one-things/{code}/one-time-notice", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The complete list for exactly these answers",
            description = """
                    Kept as handed out; the same answers give the same notice. 422 names every answer that is missing or
                    unknown. JSON, or by Accept a page or a PDF.""")
    @ApiResponse(responseCode = "200", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(implementation = OneTimeNotice.class)),
            @Content(mediaType = MediaType.TEXT_HTML_VALUE), @Content(mediaType = MediaType.APPLICATION_PDF_VALUE)})
    Mono<ResponseEntity<Object>> notice(@PathVariable String code,
            @RequestParam @Nullable String version, @RequestBody NoticeRequest asked,
            ServerHttpRequest request) {
        Formats.Format format = Formats.wanted(request.getHeaders());
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.APPLICANT);
        return published.find(code, version, null).flatMap(found -> {
            Scenario scenario = chosen(found.oneThing(), asked.answers());
            Guide guide = new GuideWriter(scenario.oneThing(), found.names()).write();
            String digest = Digests.sm3(json.writeValueAsString(new Sealed(scenario.answers(), guide))
                    .getBytes(StandardCharsets.UTF_8));
            return notices.keep(OneTimeNotice.of(clock.instant().truncatedTo(ChronoUnit.MILLIS), digest,
                    scenario.answers(), guide), actor.text())
                    .flatMap(kept -> answer(format, kept, scenario.oneThing()));
        });
    }

    @GetMapping("/api/one-time-notices/{id}")
    @Operation(summary = "一次告知单 as it was handed out")
    @ApiResponse(responseCode = "200", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(implementation = OneTimeNotice.class)),
            @Content(mediaType = MediaType.TEXT_HTML_VALUE), @Content(mediaType = MediaType.APPLICATION_PDF_VALUE)})
    Mono<ResponseEntity<Object>> kept(@PathVariable String id, ServerHttpRequest request) {
        Formats.Format format = Formats.wanted(request.getHeaders());
        return notices.find(id).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此一次告知单")))
                .flatMap(kept -> published.find(kept.guide().code(), null, kept.guide().contentHash())
                        .flatMap(found -> answer(format, kept, chosen(found.oneThing(), given(kept)).oneThing())));
    }

    private static Map<String, String> given(OneTimeNotice notice) {
        return notice.answers().stream()
                .collect(Collectors.toMap(Scenario.Answer::id, Scenario.Answer::value));
    }

    private static Scenario chosen(OneThing oneThing, Map<String, String> answers) {
        return switch (Scenario.choose(oneThing, answers)) {
            case Decision.Accepted<Scenario> chosen -> chosen.events().getFirst();
            case Decision.Repeated<Scenario> repeated -> throw new IllegalStateException("Expected a choice");
            case Decision.Refused<Scenario>(Refusal refusal) -> throw Problem.of(refusal);
        };
    }

    private Mono<ResponseEntity<Object>> answer(Formats.Format format, OneTimeNotice kept, OneThing scenario) {
        return printer.answer(format, kept,
                () -> new GuidePage(scenario, kept.guide(), properties.address(scenario.code()), kept.issuedAt())
                        .notice(kept.id(), kept.answers()),
                kept.guide().name() + "一次告知单");
    }
}
