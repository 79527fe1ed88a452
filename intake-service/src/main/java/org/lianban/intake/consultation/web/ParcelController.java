package org.lianban.intake.consultation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.Window;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.intake.application.web.Fields;
import org.lianban.intake.application.web.Keyed;
import org.lianban.intake.application.web.SideDoors;
import org.lianban.intake.consultation.Parcel;
import org.lianban.intake.consultation.Parcel.Command;
import org.lianban.intake.consultation.handler.TicketDesk;
import org.lianban.intake.custody.Act.Courier;
import org.lianban.intake.numbering.Series;
import org.lianban.intake.windows.WindowAct;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 快递申报: papers that come by courier to a window, also one of another region. */
@RestController
@RequestMapping("/api/parcels")
@Tag(name = "parcels", description = "快递申报、异地代收: papers on their way to a window")
public class ParcelController {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String PATH = "/api/parcels";
    private static final String BODY = """
            {"region":"410721","window":"410721-zh01","oneThing":"XX-09","sender":"张三","phone":"13800000000",
            "courier":{"company":"中国邮政","number":"EA123456789CN"},"materials":["m01","m02"]}""";

    private final SideDoors doors;
    private final TicketDesk<Parcel> desk;
    private final WindowRights rights;

    public ParcelController(SideDoors doors, TicketDesk<Parcel> desk, WindowRights rights) {
        this.doors = doors;
        this.desk = desk;
        this.rights = rights;
    }

    @Operation(summary = "Announce a parcel with the papers of an application",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(BODY))))
    @ApiResponse(responseCode = "201", description = "Expected; no clock starts")
    @Keyed
    @PostMapping(consumes = JSON)
    Mono<ResponseEntity<String>> announce(@RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Role.APPLICANT);
        Fields f = new Fields(doors.read(body));
        String region = f.region();
        String window = f.required("window", 64, "请选择收件窗口");
        String oneThing = f.required("oneThing", 40, "请选择要办理的“一件事”");
        String sender = f.required("sender", 100, "请填写寄件人");
        String phone = f.text("phone", 30);
        Courier courier = f.courier("courier");
        if (courier == null) {
            f.fault("/courier", "MISSING", "请填写快递公司和运单号");
        }
        List<String> materials = f.materials();
        f.raise();
        return doors.said(desk.open(doors.keyed(headers, actor, "POST " + PATH, body), region, TicketDesk.Check.NONE,
                (number, now) -> new Parcel(number, region, window, oneThing, sender, phone,
                        Objects.requireNonNull(courier), materials, Parcel.State.EXPECTED, null, null, null, null,
                        now)),
                PATH);
    }

    @Operation(summary = "签收: the window has it")
    @ApiResponse(responseCode = "403",
            description = "Not a clerk of the window, or the window does not receive for the region")
    @Keyed
    @PostMapping("/{number}/arrival")
    Mono<ResponseEntity<String>> arrive(@PathVariable String number,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        return move(number, new Command.Arrive(), "arrival", headers, null);
    }

    @Operation(summary = "录入: what became of it",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON,
                            examples = @ExampleObject("{\"caseNo\":\"41072120260302YJS0000015\"}"))))
    @Keyed
    @PostMapping(path = "/{number}/case", consumes = JSON)
    Mono<ResponseEntity<String>> file(@PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Fields f = new Fields(doors.read(body));
        String caseNo = f.required("caseNo", 50, "请填写办件编号");
        if (!caseNo.isEmpty() && !Series.isCaseNumber(caseNo)) {
            f.fault("/caseNo", "MALFORMED", "办件编号不正确");
        }
        f.raise();
        return move(number, new Command.File(caseNo), "case", headers, body);
    }

    @Operation(summary = "寄回 to the sender", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = JSON,
                    examples = @ExampleObject("{\"courier\":{\"company\":\"中国邮政\",\"number\":\"EA987654321CN\"}}"))))
    @Keyed
    @PostMapping(path = "/{number}/sending-back", consumes = JSON)
    Mono<ResponseEntity<String>> sendBack(@PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Fields f = new Fields(doors.read(body));
        Courier courier = f.courier("courier");
        if (courier == null) {
            f.fault("/courier", "MISSING", "请填写快递公司和运单号");
        }
        f.raise();
        return move(number, new Command.SendBack(Objects.requireNonNull(courier)), "sending-back", headers, body);
    }

    private Mono<ResponseEntity<String>> move(String number, Command command, String name, HttpHeaders headers,
            byte @Nullable [] body) {
        Actor actor = Actors.of(headers, Role.WINDOW_CLERK);
        if (actor.role() != Role.WINDOW_CLERK) {
            throw Problem.forbidden("由收件窗口签收和处理");
        }
        return admitted(number, actor).then(Mono.defer(() -> doors.said(desk.move(
                doors.keyed(headers, actor, "POST " + PATH + "/" + number + "/" + name, body), number,
                (parcel, now) -> parcel.decide(command, actor.text(), now)), PATH)));
    }

    private Mono<Void> admitted(String number, Actor actor) {
        return desk.find(number).flatMap(found -> {
            List<Fault> faults = found.map(p -> rights.check(
                    new WindowAct(actor.id(), actor.window() == null ? p.window() : actor.window(),
                            Actors.WINDOW_HEADER, java.util.Set.of(Window.Operation.RECEIVE), p.region(),
                            p.oneThing())))
                    .orElse(List.of());
            return faults.isEmpty() ? Mono.empty() : Mono.error(Problem.forbidden(faults));
        });
    }

    @Operation(summary = "One parcel, its sender masked")
    @ApiResponse(responseCode = "404", description = "No such parcel")
    @GetMapping("/{number}")
    Mono<Parcel> one(@PathVariable String number) {
        return desk.find(number).flatMap(found -> found.map(p -> Mono.just(desk.masked(p)))
                .orElseGet(() -> Mono.error(Problem.notFound("没有此编号的快递"))));
    }

    /** @param next value of {@code after} for the next page; null on the last one */
    record Page(List<Parcel> parcels, @Nullable String next) {}

    @Operation(summary = "Parcels of a region by number, masked; at most 200 a page")
    @GetMapping
    Mono<Page> list(@RequestParam String region, @RequestParam(required = false) @Nullable String window,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false, defaultValue = "") String after,
            @RequestParam(required = false, defaultValue = "50") int limit) {
        SideDoors.requirePage(limit);
        return desk.list(region, window, state, after, limit).map(found -> new Page(found,
                found.size() < limit ? null : found.getLast().number()));
    }
}
