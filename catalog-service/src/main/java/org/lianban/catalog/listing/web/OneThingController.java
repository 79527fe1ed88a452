package org.lianban.catalog.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.query.OneThingQueries;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 一件事清单与办事指南. */
@RestController
@RequestMapping("/api/one-things")
@Tag(name = "one-things", description = "一件事清单与办事指南")
public record OneThingController(OneThingQueries oneThings, InstantSource clock) {
    private static final int PAGE = 50;

    @GetMapping
    @Operation(summary = "One-things effective now, by code")
    Mono<Page<OneThingQueries.Summary>> list(@ParameterObject RegionPage.Asked asked,
            @Parameter(description = "part of the name or beginning of the code",
                    example = "新生儿") @RequestParam @Nullable String q,
            @Parameter(
                    schema = @Schema(implementation = OneThing.Subject.class)) @RequestParam @Nullable String subject,
            @Parameter(description = "人生或企业阶段 as printed",
                    example = "准入准营") @RequestParam @Nullable String stage) {
        Parameters parameters = new Parameters();
        OneThing.Subject whose = parameters.choice("subject", subject, OneThing.Subject.class);
        String name = parameters.text("q", q);
        String life = parameters.text("stage", stage);
        return RegionPage.of(parameters, asked, PAGE).answer((region, after, limit) -> oneThings.list(
                new OneThingQueries.Page(region, name == null ? "" : name, whose == null ? null : whose.name(), life,
                        after, limit, clock.instant())),
                OneThingQueries.Summary::code);
    }

    @GetMapping("/{code}")
    @Operation(summary = "The version effective now, or a named one")
    Mono<ResponseEntity<OneThing>> one(@PathVariable String code,
            @RequestParam @Nullable String version,
            @RequestParam @Nullable String hash) {
        return find(code, version, hash)
                .map(oneThing -> ResponseEntity.ok().eTag("\"" + oneThing.contentHash() + "\"").body(oneThing));
    }

    @GetMapping("/{code}/versions")
    @Operation(summary = "All versions of a one-thing, newest first")
    Mono<Page<OneThingQueries.Version>> versions(@PathVariable String code) {
        return oneThings.versions(code, Parameters.MOST).map(found -> {
            if (found.isEmpty()) {
                throw notFound();
            }
            return new Page<>(found, null);
        });
    }

    private Mono<OneThing> find(String code, @Nullable String version, @Nullable String hash) {
        return find(oneThings, new Parameters(), code, version, hash, clock.instant());
    }

    /** @throws Problem 400 for bad parameters, 404 where there is no such version, both signalled or thrown */
    public static Mono<OneThing> find(OneThingQueries oneThings, Parameters parameters, String code,
            @Nullable String version, @Nullable String hash, Instant now) {
        int number = (int) parameters.number("version", version, 0, 1, Integer.MAX_VALUE);
        String digest = parameters.text("hash", hash);
        parameters.orRefuse();
        Mono<OneThing> found = digest != null
                ? oneThings.version(code, digest)
                : number > 0 ? oneThings.version(code, number) : oneThings.effective(code, now);
        return found.switchIfEmpty(Mono.error(OneThingController::notFound));
    }

    /** The version in force. @throws Problem 404 signalled where there is none */
    public static Mono<OneThing> current(OneThingQueries oneThings, String code) {
        return oneThings.current(code).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此一件事")));
    }

    private static Problem notFound() {
        return Problem.notFound("没有此一件事或此版本");
    }
}
