package org.lianban.catalog.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.base.BaseVersion;
import org.lianban.catalog.listing.base.Inheritance;
import org.lianban.catalog.listing.handler.RegisterHandler;
import org.lianban.catalog.listing.query.BaseQueries;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 基本目录. */
@RestController
@RequestMapping("/api/base-catalogue")
@Tag(name = "base-catalogue", description = "上级基本目录：导入、要素继承、同源偏差")
record BaseController(BaseQueries base, RegisterHandler registers, Commands commands) {
    @GetMapping
    @Operation(summary = "The base catalogue in force")
    Mono<BaseVersion> inForce() {
        return base.inForce().switchIfEmpty(Mono.error(() -> Problem.notFound("尚未导入基本目录")));
    }

    @GetMapping("/drift")
    @Operation(summary = "What one-things on the list say otherwise than the base catalogue in force")
    Mono<Page<Inheritance.Drift>> drift(
            @RequestParam @Nullable String region) {
        Parameters parameters = new Parameters();
        String where = parameters.region(region);
        parameters.orRefuse();
        return base.drift(where).map(found -> new Page<>(found, null));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Import a version of the upper level; the answer names what drifted from it")
    Mono<RegisterHandler.BaseTaken> take(@RequestBody BaseVersion version, ServerHttpRequest request) {
        return commands.byOwner(Commands.Subject.BASE, request, version, c -> registers.takeBase(c, version));
    }
}
