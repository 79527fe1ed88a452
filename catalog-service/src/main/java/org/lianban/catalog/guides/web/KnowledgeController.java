package org.lianban.catalog.guides.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.guides.EightChecks;
import org.lianban.catalog.guides.GuideWriter;
import org.lianban.catalog.guides.Knowledge;
import org.lianban.catalog.listing.query.OneThingQueries;
import org.lianban.catalog.listing.query.RegisterQueries;
import org.lianban.catalog.listing.web.RegionPage;
import org.lianban.command.FaultCode;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.kit.catalog.CatalogCopy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 12345热线知识库 and the eight checks of a one-thing. */
@RestController
@Tag(name = "knowledge", description = "12345热线知识、八个“一”检查")
record KnowledgeController(Published published, OneThingQueries oneThings, RegisterQueries departments,
        CatalogCopy copy, GuideProperties properties, InstantSource clock) {
    private static final int PAGE = 20;

    /** 八个“一”. @param satisfied how many of the eight */
    record Checks(String code, int version, String contentHash, int satisfied, List<EightChecks.Check> checks) {}

    @GetMapping("/api/one-things/{code}/eight-checks")
    @Operation(summary = "一次告知 一表申请 一套材料 一本指南 一窗（端）受理 一网办理 限时办结 统一出件: satisfied or what is missing")
    Mono<Checks> checks(@PathVariable String code,
            @RequestParam @Nullable String version) {
        return published.find(code, version, null).map(found -> {
            OneThing o = found.oneThing();
            List<EightChecks.Check> all = new EightChecks(o, found.guide(), copy.windows(o.region())).all();
            return new Checks(o.code(), o.version(), o.contentHash(),
                    (int) all.stream().filter(EightChecks.Check::satisfied).count(), all);
        });
    }

    @GetMapping("/api/one-things/{code}/hotline-knowledge")
    @Operation(summary = "Questions and answers of one one-thing for the 12345 hotline")
    Mono<Knowledge> knowledge(@PathVariable String code,
            @RequestParam @Nullable String version) {
        return published.find(code, version, null)
                .map(found -> Knowledge.of(found.oneThing(), found.guide(),
                        properties.address(found.oneThing().code())));
    }

    @GetMapping("/api/hotline-knowledge")
    @Operation(summary = "Questions and answers of all one-things of a region that are effective now")
    Mono<Page<Knowledge>> export(@Parameter(required = true) @RequestParam @Nullable String region,
            @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        Parameters parameters = new Parameters();
        parameters.required("region", parameters.region(region));
        RegionPage page = RegionPage.of(parameters, new RegionPage.Asked(region, after, limit), PAGE);
        String place = String.valueOf(page.region());
        OneThingQueries.Page wanted = new OneThingQueries.Page(place, "", null, null, page.after(), page.size() + 1,
                clock.instant());
        return departments.regionKnown(place).flatMap(known -> {
            if (!known) {
                throw Problem.badRequest(List.of(FaultCode.UNKNOWN.saying("?region", "没有此地区")));
            }
            return Mono.zip(oneThings.list(wanted), departments.departmentNames(place));
        }).flatMap(found -> page(found.getT1(), page.size(), found.getT2()));
    }

    private Mono<Page<Knowledge>> page(List<OneThingQueries.Summary> found, int size, Map<String, String> names) {
        List<OneThingQueries.Summary> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? shown.getLast().code() : null;
        return oneThings.versions(shown.stream().map(OneThingQueries.Summary::contentHash).toList())
                .map(all -> new Page<>(all.stream().map(o -> Knowledge.of(o, new GuideWriter(o, names).write(),
                        properties.address(o.code()))).toList(), next));
    }
}
