package org.lianban.intake.checking.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.intake.application.store.ApplicationStore;
import org.lianban.intake.application.web.Examples;
import org.lianban.intake.application.web.Keyed;
import org.lianban.intake.application.web.SideDoors;
import org.lianban.intake.checking.Code;
import org.lianban.intake.checking.Faults;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.FilingReader;
import org.lianban.intake.checking.Requirements;
import org.lianban.intake.checking.exemption.Finding;
import org.lianban.intake.checking.handler.Examiner;
import org.lianban.intake.checking.handler.Gatherer;
import org.lianban.intake.checking.handler.PrefillDesk;
import org.lianban.intake.numbering.Series;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.persistence.Database;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 一次告知、免提交、容缺清单、预填: what an applicant is told and spared before applying. */
@RestController
@RequestMapping("/api")
@Tag(name = "before-applying", description = "一次告知, 免提交, 容缺清单, 预填")
public class RequirementController {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    /** Where it looks. */
    public record Looking(Database database, ApplicationStore applications, CatalogCopy catalog, Examiner examiner,
            InstantSource clock) {}

    private final SideDoors doors;
    private final Looking looking;
    private final Gatherer gatherer;
    private final PrefillDesk prefills;

    public RequirementController(SideDoors doors, Looking looking, Gatherer gatherer, PrefillDesk prefills) {
        this.doors = doors;
        this.looking = looking;
        this.gatherer = gatherer;
        this.prefills = prefills;
    }

    /** @param exempt whether it need not be handed in; @param why where it has to be, and could have been spared */
    record Preview(String code, String name, boolean required, boolean exempt, Finding.@Nullable Why why,
            @Nullable String reason, MaterialRules.@Nullable Exemption rule) {}

    private Filing read(byte @Nullable [] body) {
        Faults faults = new Faults();
        Filing filing = FilingReader.read(doors.read(body), org.lianban.contracts.Channel.ONLINE, faults);
        if (filing.region() == null) {
            faults.add("/region", Code.MISSING, "请填写办理地区的行政区划代码");
        }
        if (filing.oneThing() == null) {
            faults.add("/oneThing", Code.MISSING, "请选择要办理的“一件事”");
        }
        if (!faults.none()) {
            throw Problem.unprocessable(faults.list());
        }
        return filing;
    }

    private OneThing version(Filing filing) {
        return looking.examiner().version(filing, looking.clock().instant()).orElseThrow(() -> Problem.unprocessable(
                List.of(new Fault("/oneThing", Code.UNKNOWN.name(), "该地区没有正在实施的此“一件事”"))));
    }

    @Operation(summary = "一次告知: the complete list for these answers: items, materials, fields, terms, steps, places",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    mediaType = JSON,
                    examples = @ExampleObject("{\"region\":\"410721\",\"oneThing\":\"XX-09\",\"answers\":{\"item-06\":\"no\"}}"))))
    @ApiResponse(responseCode = "422", description = "Every fault at once")
    @PostMapping(path = "/requirements", consumes = JSON)
    Requirements requirements(@RequestBody(required = false) byte @Nullable [] body) {
        Filing filing = read(body);
        return Requirements.of(version(filing), filing.answers());
    }

    @Operation(summary = "The list that an application was filed under, as it was then")
    @ApiResponse(responseCode = "404", description = "No such application")
    @GetMapping("/applications/{caseNo}/requirements")
    Mono<Requirements> requirementsOf(@PathVariable String caseNo) {
        if (!Series.isCaseNumber(caseNo)) {
            return Mono.error(Problem.notFound("没有此办件编号的申请"));
        }
        return looking.database().withConnection(c -> looking.applications().find(c, caseNo)).map(found -> found
                .map(s -> s.state().dossier())
                .map(d -> Requirements.of(looking.examiner().version(d).orElseThrow(
                        () -> Problem.unavailable("申请所依据的版本尚未到达")), d.pack().answers()))
                .orElseThrow(() -> Problem.notFound("没有此办件编号的申请")));
    }

    @Operation(
            summary = "免提交预览: which materials need not be handed in; sources are asked only under the named consents",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.PREVIEW))))
    @ApiResponse(responseCode = "200", content = @Content(mediaType = JSON,
            examples = @ExampleObject("[{\"code\":\"m01\",\"name\":\"身份证\",\"required\":true,\"exempt\":false,\"why\":\"NO_CONSENT\",\"reason\":\"经申请人同意后可通过人口库免提交\"}]")))
    @PostMapping(path = "/exemptions/preview", consumes = JSON)
    Mono<List<Preview>> preview(@RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Filing filing = read(body);
        OneThing oneThing = version(filing);
        Requirements all = Requirements.of(oneThing, filing.answers());
        return gatherer.preview(filing, oneThing, Actors.of(headers, Actor.Role.APPLICANT))
                .map(findings -> previews(all, findings));
    }

    private static List<Preview> previews(Requirements all, Map<String, Finding> findings) {
        List<Preview> previews = new ArrayList<>();
        for (Requirements.Material m : all.materials()) {
            Finding finding = findings.get(m.code());
            Finding.Ask ask = finding instanceof Finding.Ask a ? a : null;
            previews.add(new Preview(m.code(), m.name(), m.required(), finding instanceof Finding.Exempt,
                    ask == null ? null : ask.why(), ask == null ? null : ask.reason(), m.exemption()));
        }
        return previews;
    }

    @Operation(summary = "自动生成申请表: fills the form in from shared data and the profile, under the named consents",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(Examples.PREVIEW))))
    @ApiResponse(responseCode = "201", description = "Filled in; name its number in the application")
    @ApiResponse(responseCode = "422", description = "Every fault at once")
    @Keyed
    @PostMapping(path = "/applications/prefill", consumes = JSON)
    Mono<ResponseEntity<String>> prefill(@RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Actor.Role.APPLICANT);
        return doors.said(prefills.fill(doors.keyed(headers, actor, "POST /api/applications/prefill", body),
                read(body), actor, looking.clock().instant()), "/api/applications/prefill");
    }

    @Operation(summary = "容缺受理和告知承诺事项清单 of a region: what may follow later, by when and with what consequence")
    @GetMapping("/tolerances")
    List<Requirements.Line> tolerances(@RequestParam String region) {
        return lines(region, Requirements::tolerances);
    }

    @Operation(summary = "免提交清单 of a region: what data and certificates stand for")
    @GetMapping("/exemptions")
    List<Requirements.Line> exemptions(@RequestParam String region) {
        return lines(region, Requirements::exemptions);
    }

    private List<Requirements.Line> lines(String region, Function<OneThing, List<Requirements.Line>> of) {
        if (!region.matches("[0-9]{6}")) {
            throw Problem.badRequest(List.of(new Fault("?region", "MALFORMED", "应为 6 位行政区划代码")));
        }
        return looking.catalog().open(region, looking.clock().instant()).stream().flatMap(o -> of.apply(o).stream())
                .toList();
    }
}
