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
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.intake.access.AccessPolicy;
import org.lianban.intake.access.Purpose;
import org.lianban.intake.application.web.Fields;
import org.lianban.intake.application.web.Keyed;
import org.lianban.intake.application.web.SideDoors;
import org.lianban.intake.consultation.Consultation;
import org.lianban.intake.consultation.Consultation.Command;
import org.lianban.intake.consultation.handler.TicketDesk;
import org.lianban.kit.access.AccessLog;
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

/** 咨询、申报辅导、材料预审: advice before an application; starts no clock. */
@RestController
@RequestMapping("/api/consultations")
@Tag(name = "consultations",
        description = "咨询辅导: questions, guidance and pre-checks per one-thing; none starts a clock")
public class ConsultationController {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String PATH = "/api/consultations";
    private static final Set<Role> ADVISERS = EnumSet.of(Role.WINDOW_CLERK, Role.DEPARTMENT_OFFICER,
            Role.LEAD_DEPARTMENT, Role.AGENT);
    private static final String BODY = """
            {"region":"410721","oneThing":"XX-09","channel":"PHONE","kind":"PRE_CHECK","topic":"新生儿落户材料",
            "question":"父母户口不在一起，材料怎么准备？","name":"张女士","phone":"13800000000",
            "materials":["sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"]}""";

    private final SideDoors doors;
    private final TicketDesk<Consultation> desk;
    private final AccessLog log;

    public ConsultationController(SideDoors doors, TicketDesk<Consultation> desk, AccessLog log) {
        this.doors = doors;
        this.desk = desk;
        this.log = log;
    }

    @Operation(summary = "Ask; whoever takes it down first answers for it (首问责任)",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject(BODY))))
    @ApiResponse(responseCode = "201", description = "Taken down; no clock starts")
    @Keyed
    @PostMapping(consumes = JSON)
    Mono<ResponseEntity<String>> open(@RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Role.APPLICANT);
        Fields f = new Fields(doors.read(body));
        String region = f.region();
        String oneThing = f.required("oneThing", 40, "请选择要咨询的“一件事”");
        Consultation.Channel channel = f.choice("channel", Consultation.Channel.class);
        Consultation.Kind kind = f.choice("kind", Consultation.Kind.class);
        String topic = f.required("topic", 100, "请填写咨询主题");
        String question = f.required("question", 2_000, "请填写咨询内容");
        Consultation.Enquirer enquirer = new Consultation.Enquirer(f.required("name", 50, "请填写称呼"),
                f.text("phone", 30));
        List<String> materials = f.texts("materials", "sha256:[0-9a-f]{64}", "应为已上传文件的摘要");
        if (kind == Consultation.Kind.PRE_CHECK && materials.isEmpty()) {
            f.fault("/materials", "MISSING", "材料预审请先上传材料");
        }
        f.raise();
        return doors.said(desk.open(doors.keyed(headers, actor, "POST " + PATH, body), region, TicketDesk.Check.NONE,
                (number, now) -> new Consultation(number, region, oneThing, channel, kind, topic, question, enquirer,
                        materials, actor.text(), null, Consultation.State.OPEN, null, now)),
                PATH);
    }

    @Operation(summary = "接单: an adviser takes it on, or it is passed to another",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @Content(mediaType = JSON, examples = @ExampleObject("{\"adviser\":\"w1-3\"}"))))
    @Keyed
    @PostMapping(path = "/{number}/adviser", consumes = JSON)
    Mono<ResponseEntity<String>> take(@PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = adviser(headers);
        Fields f = new Fields(doors.read(body));
        String adviser = f.text("adviser", 64);
        f.raise();
        return move(number, new Command.Take(adviser == null ? actor.id() : adviser), "adviser", actor, headers, body);
    }

    @Operation(summary = "答复: with the pre-check's result where one was asked for",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON,
                            examples = @ExampleObject("{\"text\":\"材料齐全，可以申报\",\"ready\":true}"))))
    @Keyed
    @PostMapping(path = "/{number}/answer", consumes = JSON)
    Mono<ResponseEntity<String>> answer(@PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = adviser(headers);
        Fields f = new Fields(doors.read(body));
        Command command = new Command.Reply(f.required("text", 2_000, "请填写答复"), f.flag("ready"));
        f.raise();
        return move(number, command, "answer", actor, headers, body);
    }

    @Operation(summary = "追问",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, examples = @ExampleObject("{\"question\":\"还需要结婚证吗？\"}"))))
    @Keyed
    @PostMapping(path = "/{number}/question", consumes = JSON)
    Mono<ResponseEntity<String>> ask(@PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Role.APPLICANT);
        Fields f = new Fields(doors.read(body));
        Command command = new Command.AskAgain(f.required("question", 2_000, "请填写问题"));
        f.raise();
        return move(number, command, "question", actor, headers, body);
    }

    @Operation(summary = "办结")
    @Keyed
    @PostMapping("/{number}/closure")
    Mono<ResponseEntity<String>> close(@PathVariable String number,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        return move(number, new Command.Close(), "closure", Actors.of(headers, Role.APPLICANT), headers, null);
    }

    private Mono<ResponseEntity<String>> move(String number, Command command, String name, Actor actor,
            HttpHeaders headers, byte @Nullable [] body) {
        return doors.said(desk.move(doors.keyed(headers, actor, "POST " + PATH + "/" + number + "/" + name, body),
                number, (consultation, now) -> consultation.decide(command, actor.text(), now)), PATH);
    }

    private static Actor adviser(HttpHeaders headers) {
        Actor actor = Actors.of(headers, Role.WINDOW_CLERK);
        if (!ADVISERS.contains(actor.role())) {
            throw Problem.forbidden("由咨询辅导人员接单和答复");
        }
        return actor;
    }

    @Operation(summary = "One consultation; how to reach the enquirer only with a purpose, and logged")
    @ApiResponse(responseCode = "404", description = "No such consultation")
    @GetMapping("/{number}")
    Mono<Consultation> one(@PathVariable String number, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Actor actor = Actors.of(headers, Role.APPLICANT);
        String purpose = headers.getFirst(Purpose.HEADER);
        return desk.find(number).flatMap(found -> {
            if (found.isEmpty()) {
                return Mono.error(Problem.notFound("没有此编号的咨询"));
            }
            return AccessPolicy.view(actor, purpose) == AccessPolicy.View.OPEN
                    ? log.record(actor, number, Objects.requireNonNull(purpose), List.of("enquirer"))
                            .thenReturn(found.get())
                    : Mono.just(desk.masked(found.get()));
        });
    }

    /** @param next value of {@code after} for the next page; null on the last one */
    record Page(List<Consultation> consultations, @Nullable String next) {}

    @Operation(summary = "Consultations of a region by number, masked; at most 200 a page")
    @GetMapping
    Mono<Page> list(@RequestParam String region, @RequestParam(required = false) @Nullable String oneThing,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false, defaultValue = "") String after,
            @RequestParam(required = false, defaultValue = "50") int limit) {
        SideDoors.requirePage(limit);
        return desk.list(region, oneThing, state, after, limit).map(found -> new Page(found,
                found.size() < limit ? null : found.getLast().number()));
    }
}
