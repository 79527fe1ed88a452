package org.lianban.intake.custody.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.command.Fault;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.intake.access.AccessPolicy;
import org.lianban.intake.access.Purpose;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.store.ApplicationStore;
import org.lianban.intake.application.web.SideDoors;
import org.lianban.intake.custody.Attestation;
import org.lianban.intake.custody.Custody;
import org.lianban.intake.custody.Ended;
import org.lianban.intake.custody.Original;
import org.lianban.intake.custody.Original.Step;
import org.lianban.intake.custody.Print;
import org.lianban.intake.custody.handler.CustodyDesk;
import org.lianban.intake.custody.store.CustodyStore;
import org.lianban.intake.numbering.Series;
import org.lianban.kit.access.AccessLog;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.persistence.Database;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 原件查询: where originals are, which have to be given back, and what an inspector is shown. */
@RestController
@RequestMapping("/api")
@Tag(name = "custody")
public class CustodyQueryController {
    private static final String INSPECTION = """
            {"caseNo":"41072120260302YJS0000015","materials":[{"code":"m01","name":"出生医学证明","form":"ELECTRONIC",
            "digest":"sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
            "sm3":"sm3:becbbfaae6548b8bf0cfcad5a27183cd1be6093b1cceccc303d9c61d0a645268",
            "copy":"/api/materials/sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
            "attestedBy":"WINDOW_CLERK:w1-3@410721-zh01","custody":"TRANSFERRED_TO_LEAD","custodian":"410721-gongan"}],
            "note":"原件由牵头部门统一留存，检查、考核查看电子件，不要求提供原件"}""";
    private static final String RETURNS = """
            {"tasks":[{"caseNo":"41072120260302YJS0000015","state":"WITHDRAWN","materials":["m01"],
            "holders":{"m01":"410721-gongan"}}],"next":null}""";

    /** Where it looks. */
    public record Sources(Database database, ApplicationStore applications, CustodyStore custody,
            CatalogCopy catalog) {}

    /**
     * @param copy address of the electronic copy; null: there is none
     * @param custody where the original is; null: none was handed in
     * @param custodian who has it
     */
    record Inspected(String code, String name, MaterialRef.Form form, @Nullable String digest, @Nullable String sm3,
            @Nullable String copy, @Nullable String attestedBy, Original.@Nullable Status custody,
            @Nullable String custodian) {}

    record Inspection(String caseNo, List<Inspected> materials, String note) {}

    /** 退还任务. @param holders who has each of them now */
    record Task(String caseNo, String state, List<String> materials, Map<String, String> holders) {}

    /** @param next value of {@code after} for the next page; null on the last one */
    record Tasks(List<Task> tasks, @Nullable String next) {}

    record Prints(String caseNo, List<Print> prints) {}

    private record Scene(Filed state, Custody custody, List<Attestation> attestations) {}

    private final Sources sources;
    private final CustodyDesk desk;
    private final AccessLog log;

    public CustodyQueryController(Sources sources, CustodyDesk desk, AccessLog log) {
        this.sources = sources;
        this.desk = desk;
        this.log = log;
    }

    @Operation(summary = "原件清单: where every paper original of a case is, and how it came there")
    @ApiResponse(responseCode = "200",
            content = @Content(mediaType = "application/json", examples = @ExampleObject(CustodyExamples.ORIGINALS)))
    @ApiResponse(responseCode = "404", description = "No such application")
    @GetMapping("/applications/{caseNo}/originals")
    Mono<CustodyDesk.Originals> originals(@PathVariable String caseNo) {
        return sources.database().withConnection(c -> state(c, caseNo).flatMap(s -> desk.originals(c, s)));
    }

    @Operation(summary = "打印留存: what was printed of a case, by whom and what for")
    @GetMapping("/applications/{caseNo}/prints")
    Mono<Prints> prints(@PathVariable String caseNo) {
        return sources.database().withConnection(c -> state(c, caseNo)
                .flatMap(s -> sources.custody().prints(c, caseNo))).map(found -> new Prints(caseNo, found));
    }

    @Operation(summary = "退还任务: cases that ended without approval and whose originals were not given back",
            description = "A page may hold fewer tasks than the limit, even none, and still have a next one.")
    @ApiResponse(responseCode = "200",
            content = @Content(mediaType = "application/json", examples = @ExampleObject(RETURNS)))
    @GetMapping("/originals/returns")
    Mono<Tasks> returns(@RequestParam(required = false, defaultValue = "") String region,
            @RequestParam(required = false, defaultValue = "") String after,
            @RequestParam(required = false, defaultValue = "50") int limit) {
        SideDoors.requirePage(limit);
        if (!region.matches("[0-9]{0,6}")) {
            throw Problem.badRequest(List.of(new Fault("?region", "MALFORMED", "应为行政区划代码")));
        }
        return sources.database().withConnection(c -> sources.custody().ended(c, region, after, limit)
                .flatMap(numbers -> sources.applications().lookUp(c, numbers)
                        .flatMap(found -> sources.custody().acts(c, numbers)
                                .flatMap(acts -> sources.custody().attestations(c, numbers).map(attested -> {
                                    List<Task> tasks = new ArrayList<>();
                                    for (String no : numbers) {
                                        Filed state = Objects.requireNonNull(found.get(no)).state();
                                        task(state, CustodyDesk.custody(state, acts.getOrDefault(no, List.of()),
                                                attested.getOrDefault(no, List.of())), tasks);
                                    }
                                    return new Tasks(tasks, numbers.size() < limit ? null : numbers.getLast());
                                })))));
    }

    private void task(Filed state, Custody custody, List<Task> tasks) {
        OneThing oneThing = sources.catalog().requireVersion(state.dossier().catalogHash());
        List<String> returnable = Ended.returnable(state, oneThing);
        List<Original> open = custody.originals().stream()
                .filter(o -> returnable.contains(o.material()) && custody.ready(Step.RETURN).contains(o.material()))
                .toList();
        if (!open.isEmpty()) {
            Map<String, String> holders = new java.util.TreeMap<>();
            open.forEach(o -> holders.put(o.material(), o.holder() == null ? "" : o.holder()));
            tasks.add(new Task(state.dossier().caseNo(), state.status().name(),
                    open.stream().map(Original::material).toList(), holders));
        }
    }

    @Operation(summary = "检查查看: electronic copies and where the originals are kept; originals are not asked for",
            description = "Role INSPECTOR with Lianban-Purpose: INSPECTION; every look is logged.")
    @ApiResponse(responseCode = "200",
            content = @Content(mediaType = "application/json", examples = @ExampleObject(INSPECTION)))
    @ApiResponse(responseCode = "403", description = "Not an inspector, or no purpose")
    @GetMapping("/inspections/{caseNo}")
    Mono<Inspection> inspect(@PathVariable String caseNo,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Role.APPLICANT);
        String purpose = headers.getFirst(Purpose.HEADER);
        if (actor.role() != Role.INSPECTOR || AccessPolicy.view(actor, purpose) != AccessPolicy.View.OPEN) {
            throw Problem.forbidden("检查考核人员注明目的（" + Purpose.HEADER + ": INSPECTION）后可以查看");
        }
        return sources.database().withConnection(c -> state(c, caseNo)
                .flatMap(s -> sources.custody().acts(c, List.of(caseNo))
                        .flatMap(acts -> sources.custody().attestations(c, List.of(caseNo)).map(attested -> {
                            List<Attestation> mine = attested.getOrDefault(caseNo, List.of());
                            return new Scene(s, CustodyDesk.custody(s, acts.getOrDefault(caseNo, List.of()), mine),
                                    mine);
                        }))))
                .flatMap(scene -> log.record(actor, caseNo, Objects.requireNonNull(purpose), List.of("materials"))
                        .thenReturn(inspection(caseNo, scene)));
    }

    private static Inspection inspection(String caseNo, Scene scene) {
        return new Inspection(caseNo, scene.state().dossier().pack().materials().stream()
                .map(m -> inspected(m, scene)).toList(), "原件由牵头部门统一留存，检查、考核查看电子件，不要求提供原件");
    }

    private static Inspected inspected(MaterialRef m, Scene scene) {
        Attestation attested = scene.attestations().stream().filter(a -> a.material().equals(m.code()))
                .reduce((first, second) -> second).orElse(null);
        String digest = m.digest() == null && attested != null ? attested.digest() : m.digest();
        Original original = scene.custody().original(m.code()).orElse(null);
        return new Inspected(m.code(), m.name(), m.form(), digest, attested == null ? m.sm3() : attested.sm3(),
                digest == null ? null : "/api/materials/" + digest, attested == null ? null : attested.clerk(),
                original == null ? null : original.status(), original == null ? null : original.holder());
    }

    private Mono<Filed> state(io.r2dbc.spi.Connection c, String caseNo) {
        return Series.isCaseNumber(caseNo)
                ? sources.applications().find(c, caseNo)
                        .flatMap(found -> found.isPresent() ? Mono.just(found.get().state()) : Mono.error(unknown()))
                : Mono.error(unknown());
    }

    private static Problem unknown() {
        return Problem.notFound("没有此办件编号的申请");
    }
}
