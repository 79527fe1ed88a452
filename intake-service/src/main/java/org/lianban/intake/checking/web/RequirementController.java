package org.lianban.intake.checking.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.command.Faults;
import org.lianban.contracts.Channel;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.MaterialRules.Exemption;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.http.Actors;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.intake.checking.Code;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.FilingReader;
import org.lianban.intake.checking.Requirements;
import org.lianban.intake.checking.exemption.Judging;
import org.lianban.intake.checking.handler.Examiner;
import org.lianban.intake.checking.handler.Gatherer;
import org.lianban.intake.checking.handler.PrefillHandler;
import org.lianban.intake.commands.web.Doors;
import org.lianban.intake.commands.web.HonoursKey;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 一次告知、免提交、容缺清单、预填: what an applicant is told and spared before applying. */
@RestController
@RequestMapping("/api")
@Tag(name = "before-applying", description = "一次告知, 免提交, 容缺清单, 预填")
public record RequirementController(Doors doors, Examiner examiner, Gatherer gatherer, PrefillHandler prefills,
        InstantSource clock) {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String SITUATION = """
            {"region":"410721","oneThing":"XX-09","answers":{"item-06":"no"}}""";
    private static final String PREVIEW = """
            {"region":"410721","oneThing":"XX-09",
            "applicant":{"name":"张三","idType":"RESIDENT_ID","idNumber":"11010519491231002X"},
            "answers":{"item-06":"no"},"form":{},"consents":["TYSQ41072120260302000001"]}""";
    private static final String PREVIEWED = """
            {"items":[{"code":"m01","name":"身份证","required":true,"exempt":false,"why":"NO_CONSENT",
            "reason":"经申请人同意后可通过人口库免提交"}]}""";

    /** @param exempt whether it need not be handed in; @param why where it has to be, and could have been spared */
    record Preview(String code, String name, boolean required, boolean exempt, Judging.Finding.@Nullable Why why,
            @Nullable String reason, MaterialRules.@Nullable Exemption rule) {}

    private static Filing read(byte @Nullable [] body) {
        Faults faults = new Faults();
        Filing filing = FilingReader.read(Doors.tree(body), Channel.ONLINE, faults);
        Code.MISSING.where(filing.region() == null, faults, "/region", "请填写办理地区的行政区划代码");
        Code.MISSING.where(filing.oneThing() == null, faults, "/oneThing", "请选择要办理的“一件事”");
        if (!faults.none()) {
            throw Problem.unprocessable(faults.list());
        }
        return filing;
    }

    private OneThing version(Filing filing) {
        return examiner.version(filing, clock.instant()).orElseThrow(() -> Problem.unprocessable(
                List.of(new Fault("/oneThing", Code.UNKNOWN.name(), "该地区没有正在实施的此“一件事”"))));
    }

    @Operation(summary = "一次告知: the complete list for these answers: items, materials, fields, terms, steps, places",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, schema = @Schema(implementation = Filing.class),
                            examples = @ExampleObject(SITUATION))))
    @PostMapping(path = "/requirements", consumes = JSON)
    Requirements requirements(@RequestBody(required = false) byte @Nullable [] body) {
        Filing filing = read(body);
        return Requirements.of(version(filing), filing.answers());
    }

    @Operation(
            summary = "免提交预览: which materials need not be handed in; sources are asked only under the named consents",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, schema = @Schema(implementation = Filing.class),
                            examples = @ExampleObject(PREVIEW))))
    @ApiResponse(responseCode = "200", content = @Content(mediaType = JSON, examples = @ExampleObject(PREVIEWED)))
    @PostMapping(path = "/exemptions/preview", consumes = JSON)
    Mono<Page<Preview>> preview(@RequestBody(required = false) byte @Nullable [] body, ServerHttpRequest request) {
        Filing filing = read(body);
        OneThing oneThing = version(filing);
        Requirements all = Requirements.of(oneThing, filing.answers());
        return gatherer.preview(filing, oneThing, Actors.of(request.getHeaders(), Actor.Role.APPLICANT))
                .map(findings -> new Page<>(previews(all, findings), null));
    }

    private static List<Preview> previews(Requirements all, Map<String, Judging.Finding> findings) {
        List<Preview> previews = new ArrayList<>();
        for (Requirements.Material m : all.materials()) {
            Judging.Finding finding = findings.get(m.code());
            Judging.Finding.Ask ask = finding instanceof Judging.Finding.Ask a ? a : null;
            previews.add(new Preview(m.code(), m.name(), m.required(), finding instanceof Judging.Finding.Exempt,
                    ask == null ? null : ask.why(), ask == null ? null : ask.reason(), m.exemption()));
        }
        return previews;
    }

    @Operation(summary = "自动生成申请表: fills the form in from shared data and the profile, under the named consents",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, schema = @Schema(implementation = Filing.class),
                            examples = @ExampleObject(PREVIEW))))
    @ApiResponse(responseCode = "201", description = "Filled in; name its number in the application")
    @HonoursKey
    @PostMapping(path = "/applications/prefill", consumes = JSON)
    Mono<ResponseEntity<PrefillHandler.Filled>> prefill(@RequestBody(required = false) byte @Nullable [] body,
            ServerHttpRequest request) {
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.APPLICANT);
        return Doors.said(prefills.fill(doors.keyed(read(body), actor, request),
                actor), made -> "/api/applications/prefill" + "/" + made.number());
    }

    @Operation(summary = "容缺受理和告知承诺事项清单 of a region: what may follow later, by when and with what consequence")
    @GetMapping("/tolerances")
    Page<Requirements.Relief> tolerances(@Parameter(required = true) @RequestParam @Nullable String region) {
        return lines(region, Requirements::tolerances);
    }

    @Operation(summary = "免提交清单 of a region: what data and certificates stand for")
    @GetMapping("/exemptions")
    Page<Requirements.Relief> exemptions(@Parameter(required = true) @RequestParam @Nullable String region) {
        return lines(region, Requirements::exemptions);
    }

    private Page<Requirements.Relief> lines(@Nullable String region, Function<OneThing, List<Requirements.Relief>> of) {
        Parameters p = new Parameters();
        String asked = p.region(region);
        p.required("region", asked);
        p.orRefuse();
        return new Page<>(examiner.open(Objects.requireNonNull(asked), clock.instant()).stream()
                .flatMap(o -> of.apply(o).stream()).toList(), null);
    }
}
