package org.lianban.catalog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.draft.Annex;
import org.lianban.catalog.draft.Dossier;
import org.lianban.catalog.draft.Standing;
import org.lianban.catalog.gate.Gaps;
import org.lianban.catalog.publish.Content;
import org.lianban.catalog.store.Command;
import org.lianban.catalog.store.GapStore;
import org.lianban.catalog.store.OneThingStore;
import org.lianban.catalog.store.Rehearsals;
import org.lianban.catalog.store.Standings;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.SpecialProcedure;
import org.lianban.http.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where a one-thing stands, what it misses, and what is published with it. */
@RestController
@RequestMapping("/api/one-things/{code}")
@Tag(name = "standing", description = "阶段、差距与公示内容")
class StageController {
    private final Standings standings;
    private final OneThingStore oneThings;
    private final GapStore gaps;
    private final Rehearsals rehearsals;
    private final Commands commands;

    StageController(Standings standings, OneThingStore oneThings, GapStore gaps, Rehearsals rehearsals,
            Commands commands) {
        this.standings = standings;
        this.rehearsals = rehearsals;
        this.oneThings = oneThings;
        this.gaps = gaps;
        this.commands = commands;
    }

    /** @param rehearsal of the draft, where there was one */
    record Publication(Dossier dossier, Rehearsals.@Nullable Run rehearsal) {}

    /** 中介服务 of one item; the applicant chooses whom to ask. */
    record Intermediaries(String no, String name, List<String> services) {}

    /** 特别程序 of one item. */
    record Procedures(String no, String name, List<SpecialProcedure> procedures) {}

    /** 容缺受理、告知承诺 and 免提交 of one material. */
    record Relief(String material, String name, List<String> items,
            MaterialRules rules) {}

    @GetMapping("/stage")
    @Operation(summary = "Where it stands and every stage it went through")
    Mono<Standings.Stage> stage(@Parameter(example = "XX-09") @PathVariable String code) {
        return standings.find(code).switchIfEmpty(Mono.error(StageController::unknown));
    }

    @PostMapping(path = "/stage", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Suspend, resume or retire, with the reason and the document")
    Mono<Standings.Stage> order(@PathVariable String code, @RequestBody String body, ServerHttpRequest request) {
        Command command = commands.of(request, body);
        return standings.order(command, code, Bodies.read(body, Standing.Order.class))
                .map(outcome -> commands.done(CatalogMeters.Subject.ONE_THING, outcome));
    }

    @GetMapping("/gaps")
    @Operation(summary = "What the version in force misses by today's gate",
            description = "Versions published by document before the gate existed stay in force.")
    Mono<Gaps> gaps(@PathVariable String code) {
        return current(code).flatMap(version -> standings.dossier(version.contentHash()).map(Dossier::annex)
                .defaultIfEmpty(Annex.NONE).flatMap(annex -> gaps.of(Content.of(version), annex)));
    }

    @GetMapping("/publication")
    @Operation(summary = "What went with the publication: document, answers, test runs, opinions, artefacts, rehearsal")
    Mono<Publication> publication(@PathVariable String code) {
        return current(code).flatMap(version -> standings.dossier(version.contentHash()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("此版本系在建立发布流程之前依文件公布，没有发布档案")))
                .flatMap(dossier -> rehearsals.latest(dossier.draft()).map(run -> new Publication(dossier, run))
                        .defaultIfEmpty(new Publication(dossier, null)));
    }

    @GetMapping("/intermediaries")
    @Operation(summary = "中介服务清单: whom an item may need; the applicant chooses")
    Mono<List<Intermediaries>> intermediaries(@PathVariable String code) {
        return current(code).map(version -> version.items().stream()
                .filter(i -> !i.rules().intermediaries().isEmpty())
                .map(i -> new Intermediaries(i.no(), i.name(), i.rules().intermediaries())).toList());
    }

    @GetMapping("/procedures")
    @Operation(summary = "特别程序清单: what may be started, with its own limit and which clocks it stops")
    Mono<List<Procedures>> procedures(@PathVariable String code) {
        return current(code).map(version -> version.items().stream().filter(i -> !i.rules().procedures().isEmpty())
                .map(i -> new Procedures(i.no(), i.name(), i.rules().procedures())).toList());
    }

    @GetMapping("/reliefs")
    @Operation(summary = "容缺受理、告知承诺、免提交清单")
    Mono<List<Relief>> reliefs(@PathVariable String code) {
        return current(code).map(version -> version.materials().stream().filter(m -> m.rules().exemption() != null
                || m.rules().deferral() != null || m.rules().commitment() != null)
                .map(m -> new Relief(m.code(), m.name(), m.items(), m.rules())).toList());
    }

    private Mono<OneThing> current(String code) {
        return oneThings.current(code).switchIfEmpty(Mono.error(StageController::unknown));
    }

    private static Problem unknown() {
        return Problem.notFound("没有此一件事");
    }
}
