package org.lianban.intake.consultation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.command.Fault;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.intake.access.AccessPolicy;
import org.lianban.intake.access.Purpose;
import org.lianban.intake.application.web.Fields;
import org.lianban.intake.application.web.Keyed;
import org.lianban.intake.application.web.SideDoors;
import org.lianban.intake.consultation.Objection;
import org.lianban.intake.consultation.Objection.Step;
import org.lianban.intake.consultation.handler.TicketDesk;
import org.lianban.intake.numbering.Series;
import org.lianban.kit.access.AccessLog;
import org.lianban.kit.catalog.CatalogCopy;
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

/** 数据异议: to the department whose data are said to be wrong. */
@RestController
@RequestMapping("/api/objections")
@Tag(name = "objections", description = "数据异议: the source department verifies and corrects, or upholds what it said")
public class ObjectionController {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String PATH = "/api/objections";
    private static final Set<Role> SOURCES = EnumSet.of(Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_SYSTEM);
    private static final String BODY = """
            {"region":"410721","caseNo":"41072120260302YJS0000015","source":"410721-minzheng","subject":"婚姻登记信息",
            "shown":"未查到登记","claimed":"2021-05-20 在新乡县登记",
            "evidence":"sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"}""";

    private final SideDoors doors;
    private final TicketDesk<Objection> desk;
    private final AccessLog log;
    private final CatalogCopy catalog;

    public ObjectionController(SideDoors doors, TicketDesk<Objection> desk, AccessLog log, CatalogCopy catalog) {
        this.doors = doors;
        this.desk = desk;
        this.log = log;
        this.catalog = catalog;
    }

    @Operation(summary = "Object to shared data; starts and stops no clock",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(BODY))))
    @ApiResponse(responseCode = "201", description = "Sent to the source department")
    @Keyed
    @PostMapping(consumes = JSON)
    Mono<ResponseEntity<String>> open(@RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Role.APPLICANT);
        Fields f = new Fields(doors.read(body));
        String region = f.region();
        String caseNo = f.text("caseNo", 50);
        if (caseNo != null && !Series.isCaseNumber(caseNo)) {
            f.fault("/caseNo", "MALFORMED", "办件编号不正确");
        }
        String source = f.required("source", 64, "请注明数据来源部门");
        if (!source.isEmpty() && catalog.department(source).isEmpty()) {
            f.fault("/source", "UNKNOWN", "没有此部门：" + source);
        }
        String subject = f.required("subject", 100, "请注明有异议的数据");
        String shown = f.required("shown", 500, "请填写系统显示的内容");
        String claimed = f.required("claimed", 500, "请填写申请人认为正确的内容");
        String evidence = f.digest("evidence");
        f.raise();
        return doors.said(desk.open(doors.keyed(headers, actor, "POST " + PATH, body), region, TicketDesk.Check.NONE,
                (number, now) -> new Objection(number, region, caseNo, source, subject, shown, claimed, evidence,
                        Objection.State.OPEN, null, actor.text(), now)),
                PATH);
    }

    @Operation(summary = "核实: the source department acknowledges, corrects or upholds",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON,
                            examples = @ExampleObject("{\"step\":\"CORRECT\",\"text\":\"已补录婚姻登记信息\"}"))))
    @ApiResponse(responseCode = "403", description = "Not the department whose data they are")
    @ApiResponse(responseCode = "409", description = "Answered before")
    @Keyed
    @PostMapping(path = "/{number}/finding", consumes = JSON)
    Mono<ResponseEntity<String>> find(@PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Role.DEPARTMENT_OFFICER);
        if (!SOURCES.contains(actor.role())) {
            throw Problem.forbidden("由数据来源部门核实");
        }
        Fields f = new Fields(doors.read(body));
        Step step = f.choice("step", Step.class);
        String text = f.text("text", 1_000);
        if (text == null && step != Step.ACKNOWLEDGE) {
            f.fault("/text", "MISSING", "请填写核实结果");
        }
        f.raise();
        return requireSource(number, actor).then(Mono.defer(() -> doors.said(desk.move(
                doors.keyed(headers, actor, "POST " + PATH + "/" + number + "/finding", body), number,
                (objection, now) -> objection.decide(step, text, actor.text(), now)), PATH)));
    }

    /** The account of a department is, or stands in for, its id; an officer's acts for it. */
    private Mono<Void> requireSource(String number, Actor actor) {
        return desk.find(number).flatMap(found -> found.isEmpty() || found.get().source().equals(actor.id())
                || found.get().source().equals(actor.onBehalfOf())
                        ? Mono.empty()
                        : Mono.error(Problem.forbidden(List.of(new Fault(Actors.BEHALF_HEADER, "OTHER_DEPARTMENT",
                                "数据来源部门是 " + found.get().source())))));
    }

    @Operation(summary = "One objection; what the data say only with a purpose, and logged")
    @ApiResponse(responseCode = "404", description = "No such objection")
    @GetMapping("/{number}")
    Mono<Objection> one(@PathVariable String number, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Role.APPLICANT);
        String purpose = headers.getFirst(Purpose.HEADER);
        return desk.find(number).flatMap(found -> {
            if (found.isEmpty()) {
                return Mono.error(Problem.notFound("没有此编号的数据异议"));
            }
            return AccessPolicy.view(actor, purpose) == AccessPolicy.View.OPEN
                    ? log.record(actor, number, Objects.requireNonNull(purpose), List.of("shown", "claimed"))
                            .thenReturn(found.get())
                    : Mono.just(desk.masked(found.get()));
        });
    }

    /** @param next value of {@code after} for the next page; null on the last one */
    record Page(List<Objection> objections, @Nullable String next) {}

    @Operation(summary = "Objections of a region by number, masked; at most 200 a page")
    @GetMapping
    Mono<Page> list(@RequestParam String region, @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false, defaultValue = "") String after,
            @RequestParam(required = false, defaultValue = "50") int limit) {
        SideDoors.requirePage(limit);
        return desk.list(region, source, state, after, limit).map(found -> new Page(found,
                found.size() < limit ? null : found.getLast().number()));
    }
}
