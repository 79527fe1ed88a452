package org.lianban.catalog.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.lianban.catalog.listing.handler.RegisterHandler;
import org.lianban.catalog.listing.query.RegisterQueries;
import org.lianban.contracts.catalog.Window;
import org.lianban.http.FormReader;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 窗口名录. */
@RestController
@RequestMapping("/api/windows")
@Tag(name = "windows", description = "窗口登记：层级、人员、六项操作、进驻事项、收件即受理授权、异地代收")
record WindowController(RegisterQueries windows, RegisterHandler registers, Commands commands) {
    private static final int PAGE = 100;

    @GetMapping
    @Operation(summary = "Windows by id")
    Mono<Page<Window>> list(@ParameterObject RegionPage.Asked asked) {
        return RegionPage.of(new Parameters(), asked, PAGE).answer(windows::windows, Window::id);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A window")
    Mono<Window> find(@PathVariable String id) {
        return windows.window(id).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此窗口")));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Register a window or change its record",
            description = "A window is closed down with active: false; it is never deleted, since cases name it.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @io.swagger.v3.oas.annotations.media.Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Window.class),
                            examples = @ExampleObject(Examples.WINDOW))))
    Mono<Window> put(@PathVariable String id, @RequestBody byte[] body, ServerHttpRequest request) {
        Window window = FormReader.document(body, Window.class);
        Commands.same(id, window.id(), "窗口编号");
        return commands.byOwner(Commands.Subject.WINDOW, request, window, c -> registers.putWindow(c, window));
    }
}
