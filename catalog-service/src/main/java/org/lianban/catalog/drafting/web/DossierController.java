package org.lianban.catalog.drafting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.Draft;
import org.lianban.catalog.drafting.gate.Gaps;
import org.lianban.catalog.drafting.query.DraftQueries;
import org.lianban.catalog.drafting.query.GateQueries;
import org.lianban.catalog.drafting.rehearsal.RehearsalRun;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.query.OneThingQueries;
import org.lianban.catalog.listing.web.OneThingController;
import org.lianban.http.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the version in force misses, and what was published with it. */
@RestController
@RequestMapping("/api/one-things/{code}")
@Tag(name = "standing", description = "阶段、差距与公示内容")
record DossierController(OneThingQueries oneThings, DraftQueries drafts, GateQueries gates) {
    /** @param rehearsal of the draft, where there was one */
    record Publication(Draft.Dossier dossier, @Nullable RehearsalRun rehearsal) {}

    @GetMapping("/gaps")
    @Operation(summary = "What the version in force misses by today's gate",
            description = "Versions published by document before the gate existed stay in force.")
    Mono<Gaps> gaps(@PathVariable String code) {
        return OneThingController.current(oneThings, code)
                .flatMap(version -> drafts.dossier(version.contentHash()).map(Draft.Dossier::annex)
                        .defaultIfEmpty(Annex.NONE).flatMap(annex -> gates.gaps(Content.of(version), annex)));
    }

    @GetMapping("/publication")
    @Operation(summary = "What went with the publication: document, answers, test runs, opinions, artefacts, rehearsal")
    Mono<Publication> publication(@PathVariable String code) {
        return OneThingController.current(oneThings, code).flatMap(version -> drafts.dossier(version.contentHash()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("此版本系在建立发布流程之前依文件公布，没有发布档案")))
                .flatMap(dossier -> drafts.rehearsal(dossier.draft()).map(run -> new Publication(dossier, run))
                        .defaultIfEmpty(new Publication(dossier, null)));
    }
}
