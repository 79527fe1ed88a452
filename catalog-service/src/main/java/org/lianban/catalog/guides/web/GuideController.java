package org.lianban.catalog.guides.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.guides.Flowchart;
import org.lianban.catalog.guides.Guide;
import org.lianban.catalog.guides.GuidePage;
import org.lianban.documents.QrCode;
import org.lianban.http.Parameters;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 办事指南: full and brief, to read, print and scan. */
@RestController
@RequestMapping("/api/one-things/{code}")
@Tag(name = "guide", description = "办事指南（完整版、简版）、流程图、二维码")
record GuideController(Published published, Printer printer, GuideProperties properties, InstantSource clock) {
    @GetMapping("/guide")
    @Operation(summary = "办事指南 of the version effective now, or of a named one",
            description = "JSON, or by Accept a page or a PDF.")
    @ApiResponse(responseCode = "200", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Guide.class)),
            @Content(mediaType = MediaType.TEXT_HTML_VALUE), @Content(mediaType = MediaType.APPLICATION_PDF_VALUE)})
    Mono<ResponseEntity<Object>> guide(@PathVariable String code,
            @Parameter(schema = @Schema(implementation = GuidePage.Form.class)) @RequestParam @Nullable String form,
            @RequestParam @Nullable String version,
            @RequestParam @Nullable String hash, ServerHttpRequest request) {
        return answer(Formats.wanted(request.getHeaders()), code, form, version, hash);
    }

    @GetMapping("/guide.html")
    @Operation(summary = "办事指南 as a page; the address in the QR code")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/html"))
    Mono<ResponseEntity<Object>> page(@PathVariable String code,
            @Parameter(schema = @Schema(implementation = GuidePage.Form.class)) @RequestParam @Nullable String form,
            @RequestParam @Nullable String version) {
        return answer(Formats.Format.HTML, code, form, version, null);
    }

    @GetMapping("/guide.pdf")
    @Operation(summary = "办事指南 to print")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/pdf"))
    Mono<ResponseEntity<Object>> pdf(@PathVariable String code,
            @Parameter(schema = @Schema(implementation = GuidePage.Form.class)) @RequestParam @Nullable String form,
            @RequestParam @Nullable String version) {
        return answer(Formats.Format.PDF, code, form, version, null);
    }

    @GetMapping("/flowchart.svg")
    @Operation(summary = "办理流程图, drawn from the graph that cases run through")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "image/svg+xml"))
    Mono<ResponseEntity<Object>> flowchart(@PathVariable String code,
            @RequestParam @Nullable String version) {
        return published.find(code, version, null)
                .flatMap(found -> printer.work(() -> Flowchart.svg(found.oneThing(), found.guide())))
                .map(Formats::svg);
    }

    @GetMapping("/qr.svg")
    @Operation(summary = "二维码 with the lasting address of the guide")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "image/svg+xml"))
    Mono<ResponseEntity<Object>> qr(@PathVariable String code) {
        return published.find(code, null, null).map(found -> Formats
                .svg(QrCode.svg(properties.address(found.oneThing().code()))));
    }

    private Mono<ResponseEntity<Object>> answer(Formats.Format format, String code, @Nullable String form,
            @Nullable String version, @Nullable String hash) {
        Parameters parameters = new Parameters();
        GuidePage.Form wanted = parameters.choice("form", form, GuidePage.Form.FULL);
        return published.find(parameters, code, version, hash)
                .flatMap(found -> printer.answer(format, json(found.guide(), wanted),
                        () -> new GuidePage(found.oneThing(), found.guide(),
                                properties.address(found.oneThing().code()), clock.instant()).guide(wanted),
                        found.oneThing().name() + "办事指南"));
    }

    private static Object json(Guide guide, GuidePage.Form form) {
        return switch (form) {
            case FULL -> guide;
            case BRIEF -> Guide.Brief.of(guide);
        };
    }
}
