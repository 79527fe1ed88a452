package org.lianban.intake.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.command.Faults;
import org.lianban.command.once.Keyed;
import org.lianban.contracts.Channel;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.event.Defect;
import org.lianban.form.Field;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.http.TraceParent;
import org.lianban.intake.application.ApplicationCommand;
import org.lianban.intake.application.CaseAnswer;
import org.lianban.intake.application.handler.IntakeCommand;
import org.lianban.intake.application.handler.IntakeCommands;
import org.lianban.intake.application.handler.Request;
import org.lianban.intake.checking.Checker.Verdict;
import org.lianban.intake.checking.Code;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.FilingReader;
import org.lianban.intake.commands.web.Doors;
import org.lianban.intake.commands.web.HonoursKey;
import org.lianban.text.TextKind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** 申请: every command. With an Idempotency-Key, a request that succeeded is answered the same again, for good. */
@RestController
@RequestMapping("/api/applications")
@Tag(name = "applications", description = "收件: submit, receive, one-time notice, resubmit, supplement, withdraw")
public class ApplicationController {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String DEFAULT_REASON = "申请人撤回申请";
    private static final Set<Actor.Role> CLERKS = EnumSet.of(Actor.Role.WINDOW_CLERK, Actor.Role.OPERATOR,
            Actor.Role.SYSTEM);

    /** 收件核验. */
    record ReceiptBody(@Field(label = "核验", most = 200) List<Filing.Checked> checks) {}

    /** 一项补正内容. */
    record DefectBody(@Field(label = "补正对象", example = "material:m02") String target,
            @Field(kind = TextKind.LINES, label = "问题", max = 500, example = "户口簿复印件缺少户主页") String problem,
            @Field(kind = TextKind.LINES, label = "补正方法", max = 500, example = "补充户主页复印件") @Nullable String remedy,
            @Field(label = "审查要点", example = "m02-1") @Nullable String reviewPoint,
            @Field(kind = TextKind.LINES, label = "样例", max = 500, example = "户主页与本人页各一张") @Nullable String example) {}

    /** 一次告知. @param defects may be left out where the checks say it all */
    record CorrectionNoticeBody(@Field(label = "补正内容") List<DefectBody> defects,
            @Field(label = "核验", most = 200) List<Filing.Checked> checks) {}

    /** 撤回. @param items left out: all */
    record WithdrawalBody(
            @Field(kind = TextKind.CODE, label = "事项编号", pattern = "[0-9]{2}", form = "两位数字", most = 99,
                    example = "[\"03\"]") @Nullable List<String> items,
            @Field(kind = TextKind.LINES, label = "撤回原因", max = 500, example = "暂不办理医保参保") @Nullable String reason) {}

    /** 补交. @param item for CORRECTION, the item whose department asked */
    record SupplementBody(@Field(label = "补交原因", example = "TOLERANCE") SupplementPurpose purpose,
            @Field(kind = TextKind.CODE, label = "事项编号", pattern = "[0-9]{2}", form = "两位数字",
                    example = "01") @Nullable String item,
            @Field(label = "材料", most = 200) List<Filing.Handed> materials,
            @Field(label = "表单", example = "{\"childName\":\"张小宝\"}") @Nullable JsonNode form) {}

    private final Doors doors;
    private final IntakeCommands commands;

    public ApplicationController(Doors doors, IntakeCommands commands) {
        this.doors = doors;
        this.commands = commands;
    }

    @Operation(summary = "Submit an application; a window clerk may receive it in the same step",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, schema = @Schema(implementation = Filing.class),
                            examples = @ExampleObject(Examples.APPLICATION))))
    @ApiResponse(responseCode = "201", description = "Filed", content = @Content(mediaType = JSON,
            schema = @Schema(implementation = CaseAnswer.class), examples = @ExampleObject(Examples.ANSWER)))
    @ApiResponse(responseCode = "409", description = "The key was used for another request")
    @ApiResponse(responseCode = "422", description = "Every fault at once",
            content = @Content(mediaType = "application/problem+json", examples = @ExampleObject(Examples.FAULTS)))
    @HonoursKey
    @PostMapping(consumes = JSON)
    Mono<ResponseEntity<CaseAnswer>> submit(@RequestBody(required = false) byte @Nullable [] body,
            ServerHttpRequest request) {
        JsonNode tree = Doors.tree(body);
        Faults faults = new Faults();
        Filing filing = FilingReader.read(tree, null, faults);
        boolean window = filing.channel() == Channel.WINDOW;
        Actor.Role role = window ? Actor.Role.WINDOW_CLERK : Actor.Role.APPLICANT;
        Code.CLERK_ONLY.where(filing.receive() && !window, faults, "/receive", "只有窗口申请可以当场收件");
        return submit(new IntakeCommand.File(filing, faults.list(), null, null), tree,
                filing.receive() && window ? clerk(request, role) : Actors.of(request.getHeaders(), role), request);
    }

    private static Actor clerk(ServerHttpRequest request, Actor.Role otherwise) {
        return Doors.actor(request, otherwise, CLERKS, "只有综合受理窗口可以收件或者出具一次告知书");
    }

    private Mono<ResponseEntity<CaseAnswer>> submit(IntakeCommand command, Object content, Actor actor,
            ServerHttpRequest request) {
        Keyed<Object> keyed = doors.keyed(content, actor, request);
        return Doors.said(commands.submit(new Keyed<>(
                new Request(command, actor, TraceParent.of(request.getHeaders())), keyed.key(), keyed.digest())),
                answer -> "/api/applications/" + answer.caseNo());
    }

    @Operation(summary = "Try an application: every fault it would have; nothing is filed",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, schema = @Schema(implementation = Filing.class),
                            examples = @ExampleObject(Examples.APPLICATION))))
    @ApiResponse(responseCode = "200", description = "Would be filed",
            content = @Content(mediaType = JSON, examples = @ExampleObject("{\"items\":[\"01\",\"02\"]}")))
    @PostMapping(path = "/check", consumes = JSON)
    Mono<Map<String, List<String>>> check(@RequestBody(required = false) byte @Nullable [] body,
            ServerHttpRequest request) {
        Faults faults = new Faults();
        Filing filing = FilingReader.read(Doors.tree(body), null, faults);
        return commands.tryOut(new IntakeCommand.File(filing, faults.list(), null, null),
                Actors.of(request.getHeaders(), Actor.Role.APPLICANT)).map(verdict -> switch (verdict) {
                    case Verdict.Acceptable ok -> Map.of("items", ok.items());
                    case Verdict.Faulty(var all) -> throw Problem.unprocessable(all);
                });
    }

    @Operation(summary = "收件: receive a submitted application and number its receipt; every review point answered",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @Content(mediaType = JSON, schema = @Schema(implementation = ReceiptBody.class))))
    @ApiResponse(responseCode = "422", description = "Every point that is not answered or not met, at once")
    @ApiResponse(responseCode = "409", description = "Not waiting for receipt")
    @HonoursKey
    @PostMapping("/{caseNo}/receipt")
    Mono<ResponseEntity<CaseAnswer>> receive(@PathVariable String caseNo,
            @RequestBody(required = false) byte @Nullable [] body, ServerHttpRequest request) {
        Actor actor = clerk(request, Actor.Role.WINDOW_CLERK);
        ReceiptBody receipt = Doors.form(body, ReceiptBody.class, new ReceiptBody(List.of()));
        return submit(new IntakeCommand.Receive(caseNo, receipt.checks()), receipt, actor, request);
    }

    @Operation(summary = "一次告知: send it back, naming every defect; once per round")
    @ApiResponse(responseCode = "409", description = "Not waiting for receipt, or already notified in this round")
    @HonoursKey
    @PostMapping(path = "/{caseNo}/correction-notice", consumes = JSON)
    Mono<ResponseEntity<CaseAnswer>> notifyCorrection(@PathVariable String caseNo,
            @RequestBody CorrectionNoticeBody body, ServerHttpRequest request) {
        Actor actor = clerk(request, Actor.Role.WINDOW_CLERK);
        if (body.defects().isEmpty() && body.checks().isEmpty()) {
            throw Problem.unprocessable(List.of(new Fault("/defects", "MISSING", "请一次列明全部需补正的内容")));
        }
        List<Defect> defects = body.defects().stream()
                .map(d -> new Defect(d.target(), d.problem(), d.remedy(), d.reviewPoint(), d.example())).toList();
        return submit(new IntakeCommand.NotifyCorrection(caseNo, defects, body.checks()), body, actor, request);
    }

    @Operation(summary = "补正: resubmit; members that are left out stay as they were",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, schema = @Schema(implementation = Filing.class),
                            examples = @ExampleObject(Examples.RESUBMISSION))))
    @ApiResponse(responseCode = "409", description = "No correction was asked for")
    @HonoursKey
    @PostMapping(path = "/{caseNo}/resubmission", consumes = JSON)
    Mono<ResponseEntity<CaseAnswer>> resubmit(@PathVariable String caseNo,
            @RequestBody(required = false) byte @Nullable [] body, ServerHttpRequest request) {
        JsonNode tree = Doors.tree(body);
        Filing.Changes changes = FilingReader.changes(tree);
        Actor actor = changes.read().receive()
                ? clerk(request, Actor.Role.WINDOW_CLERK)
                : Actors.of(request.getHeaders(), Actor.Role.APPLICANT);
        return submit(new IntakeCommand.Resubmit(caseNo, changes), tree, actor, request);
    }

    @Operation(summary = "当场补正: a clerk mends the application in the same round; no notice is issued",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = JSON, schema = @Schema(implementation = Filing.class),
                            examples = @ExampleObject(Examples.AMENDMENT))))
    @ApiResponse(responseCode = "409", description = "Not waiting for receipt")
    @HonoursKey
    @PostMapping(path = "/{caseNo}/on-the-spot", consumes = JSON)
    Mono<ResponseEntity<CaseAnswer>> amend(@PathVariable String caseNo,
            @RequestBody(required = false) byte @Nullable [] body, ServerHttpRequest request) {
        Actor actor = clerk(request, Actor.Role.WINDOW_CLERK);
        JsonNode tree = Doors.tree(body);
        return submit(new IntakeCommand.Amend(caseNo, FilingReader.changes(tree)), tree, actor, request);
    }

    @Operation(
            summary = "补交: what was promised under tolerance (TOLERANCE), or what a department asked for (CORRECTION)")
    @ApiResponse(responseCode = "409", description = "Nothing is owed, or nothing was asked for")
    @HonoursKey
    @PostMapping(path = "/{caseNo}/supplements", consumes = JSON)
    Mono<ResponseEntity<CaseAnswer>> supplement(@PathVariable String caseNo, @RequestBody SupplementBody body,
            ServerHttpRequest request) {
        boolean asked = body.purpose() == SupplementPurpose.CORRECTION;
        if (asked && body.item() == null) {
            throw Problem.unprocessable(List.of(new Fault("/item", "MISSING", "请注明要求补正的事项编号（两位数字）")));
        }
        return submit(new IntakeCommand.Supplement(caseNo, body.purpose(), asked ? body.item() : null,
                body.materials(), body.form()), body, Actors.of(request.getHeaders(), Actor.Role.APPLICANT), request);
    }

    @Operation(summary = "撤回: withdraw the application or, once received, some of its items; what is decided stays")
    @ApiResponse(responseCode = "409", description = "Settled, or single items before receipt")
    @HonoursKey
    @PostMapping(path = "/{caseNo}/withdrawal", consumes = JSON)
    Mono<ResponseEntity<CaseAnswer>> withdraw(@PathVariable String caseNo, @RequestBody WithdrawalBody body,
            ServerHttpRequest request) {
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.APPLICANT);
        if (body.items() != null && body.items().isEmpty()) {
            throw Problem.unprocessable(List.of(new Fault("/items", "TOO_FEW", "应为 1 至 99 个事项编号；不写表示全部撤回")));
        }
        return submit(new IntakeCommand.Plain(caseNo, new ApplicationCommand.Withdraw(
                body.items() == null ? List.of() : body.items(),
                body.reason() == null ? DEFAULT_REASON : body.reason())), body, actor, request);
    }
}
