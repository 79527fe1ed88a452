package org.lianban.catalog.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.handler.ListingHandler;
import org.lianban.catalog.listing.query.RegisterQueries;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.Window;
import org.lianban.http.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 窗口登记. */
@RestController
@RequestMapping("/api/windows")
@Tag(name = "windows", description = "窗口登记：层级、人员、六项操作、进驻事项、收件即受理授权、异地代收")
class WindowController {
    private static final int PAGE = 100;

    private final RegisterQueries windows;
    private final ListingHandler listing;
    private final Commands commands;

    WindowController(RegisterQueries windows, ListingHandler listing, Commands commands) {
        this.windows = windows;
        this.listing = listing;
        this.commands = commands;
    }

    @GetMapping
    @Operation(summary = "Windows by id", description = "Keyset paging: pass next as after.")
    Mono<Page<Window>> list(
            @Parameter(example = "410721") @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        Parameters parameters = new Parameters();
        int size = parameters.limit(limit, PAGE);
        @Nullable
        String where = parameters.region(region);
        String last = parameters.text("after", after);
        parameters.orRefuse();
        return windows.windows(where, last, size + 1)
                .map(found -> Page.of(found, size, Window::id));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A window")
    Mono<Window> find(@Parameter(example = "410721-zh01") @PathVariable String id) {
        return windows.window(id).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此窗口")));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Register a window or change its record",
            description = "A window is closed down with active: false; it is never deleted, since cases name it.")
    Mono<Window> put(@PathVariable String id, @RequestBody String body, ServerHttpRequest request) {
        Command command = commands.of(request, body);
        Window window = Bodies.read(body, Window.class);
        if (!id.equals(window.id())) {
            throw Problem.unprocessable(List.of(new Fault("/id", "MALFORMED", "内容的窗口编号与地址中的%s不同".formatted(id))));
        }
        return listing.putWindow(command, window)
                .map(outcome -> commands.done(CatalogMeters.Subject.WINDOW, outcome));
    }
}
