package org.lianban.catalog.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lianban.catalog.listing.Standing;
import org.lianban.catalog.listing.handler.ListingHandler;
import org.lianban.catalog.listing.query.OneThingQueries;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.SpecialProcedure;
import org.lianban.http.Page;
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
record StageController(OneThingQueries oneThings, ListingHandler listing, Commands commands) {
    /** 中介服务 of one item; the applicant chooses whom to ask. */
    record Intermediaries(String no, String name, List<String> services) {}

    /** 特别程序 of one item. */
    record Procedures(String no, String name, List<SpecialProcedure> procedures) {}

    /** 容缺受理、告知承诺 and 免提交 of one material. */
    record Relief(String material, String name, List<String> items, MaterialRules rules) {}

    @GetMapping("/stage")
    @Operation(summary = "Where it stands and every stage it went through")
    Mono<Standing.Stage> stage(@PathVariable String code) {
        return listing.standing(code).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此一件事")));
    }

    @PostMapping(path = "/stage", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Suspend, resume or retire, with the reason and the document")
    Mono<Standing.Stage> order(@PathVariable String code, @RequestBody Standing.Order order,
            ServerHttpRequest request) {
        return commands.byOwner(Commands.Subject.ONE_THING, request, order, c -> listing.order(c, code, order));
    }

    @GetMapping("/intermediaries")
    @Operation(summary = "中介服务清单: whom an item may need; the applicant chooses")
    Mono<Page<Intermediaries>> intermediaries(@PathVariable String code) {
        return page(code, version -> version.items().stream().filter(i -> !i.rules().intermediaries().isEmpty())
                .map(i -> new Intermediaries(i.no(), i.name(), i.rules().intermediaries())));
    }

    @GetMapping("/procedures")
    @Operation(summary = "特别程序清单: what may be started, with its own limit and which clocks it stops")
    Mono<Page<Procedures>> procedures(@PathVariable String code) {
        return page(code, version -> version.items().stream().filter(i -> !i.rules().procedures().isEmpty())
                .map(i -> new Procedures(i.no(), i.name(), i.rules().procedures())));
    }

    @GetMapping("/reliefs")
    @Operation(summary = "容缺受理、告知承诺、免提交清单")
    Mono<Page<Relief>> reliefs(@PathVariable String code) {
        return page(code, version -> version.materials().stream().filter(m -> m.rules().exemption() != null
                || m.rules().deferral() != null || m.rules().commitment() != null)
                .map(m -> new Relief(m.code(), m.name(), m.items(), m.rules())));
    }

    /** Of the version in force, all at once. */
    private <T> Mono<Page<T>> page(String code, Function<OneThing, Stream<T>> listed) {
        return OneThingController.current(oneThings, code)
                .map(version -> new Page<>(listed.apply(version).toList(), null));
    }
}
