package org.lianban.intake.parties.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.command.Fault;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.Window;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.intake.application.web.Fields;
import org.lianban.intake.application.web.Keyed;
import org.lianban.intake.application.web.SideDoors;
import org.lianban.intake.parties.handler.MandateDesk;
import org.lianban.intake.parties.handler.MandateDesk.Shown;
import org.lianban.intake.windows.WindowRights;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 授权委托: recorded by the principal with the uploaded document, or by a window clerk who saw it on paper. */
@RestController
@RequestMapping("/api/mandates")
@Tag(name = "mandates", description = "授权委托: who may act for whom")
public class MandateController {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String PATH = "/api/mandates";
    private static final String CODE = "[A-Za-z0-9-]{1,40}";
    private static final Set<Role> RECORDERS = EnumSet.of(Role.APPLICANT, Role.WINDOW_CLERK);
    private static final String BODY = """
            {"region":"410721","principal":{"name":"张三","idType":"RESIDENT_ID","idNumber":"11010519491231002X"},
            "agent":{"name":"李四","idType":"RESIDENT_ID","idNumber":"440524188001010014","phone":"13800000000"},
            "account":"a-1007","oneThings":["XX-09"],"from":"2026-03-02","until":"2026-12-31",
            "proof":"sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"}""";
    private static final String SHOWN = """
            {"number":"SQWT41072120260302000001","region":"410721","principal":{"name":"张*","idType":"RESIDENT_ID",
            "idNumber":"110***********002X"},"agent":{"name":"李*","idType":"RESIDENT_ID",
            "idNumber":"440***********0014","phone":"138****0000"},"account":"a-1007","oneThings":["XX-09"],
            "from":"2026-03-02","until":"2026-12-31","proof":{"by":"WINDOW_CLERK:w1-3@410721-zh01",
            "window":"410721-zh01","at":"2026-03-02T01:00:00Z"}}""";

    private final SideDoors doors;
    private final MandateDesk desk;
    private final WindowRights rights;
    private final InstantSource clock;

    public MandateController(SideDoors doors, MandateDesk desk, WindowRights rights, InstantSource clock) {
        this.doors = doors;
        this.desk = desk;
        this.rights = rights;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    @Operation(summary = "Record a mandate",
            description = "A window clerk may leave out proof and answer for having seen the document on paper; everybody else uploads it first. Left out oneThings: all of the region. account: with which the agent acts online.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(BODY))))
    @ApiResponse(responseCode = "201", description = "Recorded",
            content = @Content(mediaType = JSON, examples = @ExampleObject(SHOWN)))
    @ApiResponse(responseCode = "422", description = "Every fault at once")
    @Keyed
    @PostMapping(consumes = JSON)
    Mono<ResponseEntity<String>> record(@RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Role.APPLICANT);
        if (!RECORDERS.contains(actor.role())) {
            throw Problem.forbidden("委托由委托人本人或者窗口人员登记");
        }
        LocalDate today = today();
        Fields f = new Fields(doors.read(body));
        String account = f.text("account", 64);
        String proof = f.digest("proof");
        if (proof == null && actor.role() != Role.WINDOW_CLERK) {
            f.fault("/proof", "MISSING", "请先上传委托书；也可以到窗口凭纸质委托书登记");
        }
        Party principal = f.party("principal", today);
        Party agent = f.party("agent", today);
        if (!agent.idNumber().isEmpty() && agent.idNumber().equals(principal.idNumber())) {
            f.fault("/agent/idNumber", "SAME_PERSON", "委托人与代理人不能是同一人");
        }
        MandateDesk.Terms terms = new MandateDesk.Terms(f.region(), principal, agent, account,
                f.texts("oneThings", CODE, "应为“一件事”编号，例如 XX-09"), f.date("from", today), f.date("until", today),
                proof);
        f.raise();
        refuse(atWindow(actor, terms.region()));
        return doors.said(desk.record(doors.keyed(headers, actor, "POST " + PATH, body), terms, actor), PATH);
    }

    private List<Fault> atWindow(Actor actor, String region) {
        return actor.role() == Role.WINDOW_CLERK
                ? rights.check(actor, Window.Operation.ENTER, null, region)
                : List.of();
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.forbidden(faults);
        }
    }

    @Operation(summary = "撤销委托: what was done under it before stays done",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @Content(mediaType = JSON, examples = @ExampleObject("{\"reason\":\"不再委托\"}"))))
    @ApiResponse(responseCode = "200", description = "Revoked")
    @ApiResponse(responseCode = "404", description = "No such mandate")
    @ApiResponse(responseCode = "409", description = "Revoked before")
    @Keyed
    @PostMapping("/{number}/revocation")
    Mono<ResponseEntity<String>> revoke(@PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Role.APPLICANT);
        if (!RECORDERS.contains(actor.role())) {
            throw Problem.forbidden("委托由委托人本人或者窗口人员撤销");
        }
        String reason = null;
        if (body != null && body.length > 0) {
            Fields f = new Fields(doors.read(body));
            reason = f.text("reason", Fields.MAX_TEXT);
            f.raise();
        }
        return doors.said(desk.revoke(doors.keyed(headers, actor, "POST " + PATH + "/" + number, body), number, reason,
                actor), PATH);
    }

    @Operation(summary = "One mandate, masked")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = JSON, examples = @ExampleObject(SHOWN)))
    @ApiResponse(responseCode = "404", description = "No such mandate")
    @GetMapping("/{number}")
    Mono<Shown> one(@PathVariable String number) {
        return desk.find(number).flatMap(found -> found.map(m -> Mono.just(Shown.of(m)))
                .orElseGet(() -> Mono.error(Problem.notFound("没有此编号的委托"))));
    }

    /** @param mandates newest first, at most 500, masked */
    record Found(List<Shown> mandates) {}

    @Operation(summary = "Mandates of a principal, or of an agent",
            description = "In a body, so that no number stands in an address. as: PRINCIPAL or AGENT.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    mediaType = JSON,
                    examples = @ExampleObject("{\"region\":\"410721\",\"as\":\"PRINCIPAL\",\"person\":{\"name\":\"张三\",\"idType\":\"RESIDENT_ID\",\"idNumber\":\"11010519491231002X\"}}"))))
    @PostMapping(path = "/search", consumes = JSON)
    Mono<Found> search(@RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actors.of(headers, Role.APPLICANT);
        Fields f = new Fields(doors.read(body));
        String region = f.region();
        Side as = f.choice("as", Side.class);
        Party person = f.party("person", today());
        f.raise();
        return desk.of(region, person, as == Side.AGENT)
                .map(found -> new Found(found.stream().map(Shown::of).toList()));
    }

    enum Side {
        PRINCIPAL, AGENT
    }
}
