package org.lianban.result.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.http.Actors;
import org.lianban.result.bundle.web.CareFaults;
import org.lianban.result.bundle.web.Page;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.handler.CareRoom;
import org.lianban.result.oversight.handler.Openings;
import org.lianban.result.oversight.handler.Speakers;
import org.lianban.result.oversight.query.CareQueries;
import org.lianban.result.oversight.rating.Level;
import org.lianban.result.oversight.ticket.Finding;
import org.lianban.result.oversight.ticket.Kind;
import org.lianban.result.oversight.ticket.Stage;
import org.lianban.result.oversight.ticket.TicketCommand;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 工单: 差评、办不成事、投诉、12345 and what else has to be answered, in one closed loop. */
@RestController
@RequestMapping("/api/tickets")
@Tag(name = "tickets", description = "差评与办不成事闭环: 分拨、核实、整改、告知、回访、再评")
class TicketController {
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_LINE = 200;

    private final CareRoom room;
    private final Openings openings;
    private final Speakers speakers;
    private final FileReads reads;

    TicketController(CareRoom room, Openings openings, Speakers speakers, CareQueries queries, JsonMapper json) {
        this.room = room;
        this.openings = openings;
        this.speakers = speakers;
        this.reads = new FileReads(queries, json);
    }

    /** @param region only where there is no case */
    record OpenRequest(@Schema(example = "UNRESOLVED") @Nullable String kind,
            @Schema(example = "410721") @Nullable String region,
            @Schema(example = "41072120261121YJS000001A") @Nullable String caseNo,
            @Schema(example = "02") @Nullable String itemNo,
            @Schema(example = "410721-gongan") @Nullable String department,
            @Schema(example = "窗口两次要求补交清单以外的材料", maxLength = 2000) @Nullable String matter,
            @Schema(example = "12345-202611210017") @Nullable String external,
            @Schema(example = "[\"材料\"]") @Nullable List<@Nullable String> tags) {}

    /** What may be done with a ticket. */
    enum Move {
        ASSIGN, VERIFY, PLAN, RECTIFY, RETURN, INFORM, CALL_BACK, DISPUTE, RE_RATE, CLOSE
    }

    /**
     * @param text note, explanation, plan, measures or reason: what the step has to say
     * @param verdict of VERIFY: GENUINE, UNFOUNDED or MISTAKEN
     * @param reached of CALL_BACK
     * @param level of RE_RATE
     */
    record StepRequest(@Schema(example = "VERIFY") @Nullable String step,
            @Schema(example = "410721-gongan") @Nullable String department,
            @Schema(example = "经查阅监控，情况属实", maxLength = 2000) @Nullable String text,
            @Schema(example = "GENUINE") @Nullable String verdict,
            @Schema(example = "[\"sm3:66c7f0f4\"]") @Nullable List<@Nullable String> evidence,
            @Schema(example = "PHONE") @Nullable String way, @Nullable Boolean reached,
            @Schema(example = "SATISFIED") @Nullable String level) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Report what could not be done, a complaint, a hotline ticket, a visit or a finding")
    @ApiResponse(responseCode = "201", description = "Recorded; assigned where the case tells who answers for it")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    Mono<FileView> open(
            @Parameter(description = "Makes a repeated request harmless") @RequestHeader(name = CareFaults.KEY_HEADER,
                    required = false) @Nullable String key,
            @RequestBody OpenRequest request, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        var faults = new CareFaults();
        var kind = faults.choice("/kind", request.kind(), Kind.values());
        if (request.caseNo() == null && request.region() == null) {
            faults.add("/region", "MISSING", "没有办件的，请填写行政区划代码。");
        } else if (request.region() != null && !request.region().matches("[0-9]{6}")) {
            faults.add("/region", "MALFORMED", "行政区划代码应为六位数字");
        }
        if (request.caseNo() == null && request.itemNo() != null) {
            faults.add("/itemNo", "NO_CASE", "指明联办事项须同时指明办件。");
        }
        var wanted = new Openings.TicketRequest(kind, request.region(), faults.number("/caseNo", request.caseNo()),
                faults.number("/itemNo", request.itemNo()), faults.number("/department", request.department()),
                faults.text("/matter", request.matter(), MAX_TEXT, "反映事项"),
                faults.number("/external", request.external()), faults.list("/tags", request.tags(), MAX_LINE));
        faults.key(key);
        faults.raise();
        var who = speakers.of(Actors.of(headers, Actor.Role.APPLICANT));
        return openings.ticket(wanted, who, key).map(reads::view);
    }

    @PostMapping("/{id}/steps")
    @Operation(summary = "分拨、核实、整改、告知、回访、再评、办结: the next step of a ticket")
    @ApiResponse(responseCode = "200", description = "Taken, now or when the key was first used")
    @ApiResponse(responseCode = "403", description = "The role or the department may not")
    @ApiResponse(responseCode = "409", description = "Not in this state, or something is missing first")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    Mono<FileView> step(@Parameter(example = "41072120261121YJS000001A-00-CP1") @PathVariable String id,
            @RequestHeader(name = CareFaults.KEY_HEADER, required = false) @Nullable String key,
            @RequestBody StepRequest request, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        var faults = new CareFaults();
        var command = command(faults.choice("/step", request.step(), Move.values()), request, faults);
        faults.number("?id", id);
        faults.key(key);
        faults.raise();
        return room.tickets().submit(id, command, speakers.of(Actors.of(headers, Actor.Role.DEPARTMENT_OFFICER)), key)
                .map(reads::view);
    }

    private static TicketCommand command(Move move, StepRequest request, CareFaults faults) {
        return switch (move) {
            case ASSIGN -> new TicketCommand.Assign(department(request, faults),
                    faults.optional("/text", request.text(), MAX_TEXT));
            case VERIFY -> new TicketCommand.Verify(new Finding(
                    faults.choice("/verdict", request.verdict(), Finding.Verdict.values()),
                    faults.list("/evidence", request.evidence(), MAX_LINE), text(request, faults, "核实情况")));
            case PLAN -> new TicketCommand.Plan(text(request, faults, "整改安排"));
            case RECTIFY -> new TicketCommand.Rectify(text(request, faults, "整改措施"),
                    faults.list("/evidence", request.evidence(), MAX_LINE));
            case RETURN -> new TicketCommand.Return(text(request, faults, "退回理由"));
            case INFORM -> new TicketCommand.Inform(faults.text("/way", request.way(), MAX_LINE, "告知方式"),
                    text(request, faults, "告知内容"));
            case CALL_BACK -> {
                var reached = request.reached();
                if (reached == null) {
                    faults.add("/reached", "MISSING", "请填写是否接通。");
                }
                yield new TicketCommand.CallBack(Boolean.TRUE.equals(reached), text(request, faults, "回访情况"));
            }
            case DISPUTE -> new TicketCommand.Dispute(text(request, faults, "异议理由"));
            case RE_RATE -> new TicketCommand.ReRate(faults.choice("/level", request.level(), Level.values()));
            case CLOSE -> new TicketCommand.Close(text(request, faults, "办结说明"));
        };
    }

    private static String text(StepRequest request, CareFaults faults, String what) {
        return faults.text("/text", request.text(), MAX_TEXT, what);
    }

    private static String department(StepRequest request, CareFaults faults) {
        var department = faults.text("/department", request.department(), 64, "承办部门编号");
        faults.number("/department", department.isEmpty() ? null : department);
        return department;
    }

    @GetMapping("/{id}")
    @Operation(summary = "A ticket with everything that happened to it")
    Mono<FileView> one(@PathVariable String id) {
        return reads.one(FileKind.TICKET, id);
    }

    @GetMapping
    @Operation(summary = "Tickets by number",
            description = "red=true is the red list: a limit is missed. Keyset paging: pass next as after.")
    Mono<Page<FileView>> list(@RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String caseNo,
            @RequestParam(required = false) @Nullable String open, @RequestParam(required = false) @Nullable String red,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        return reads.list(FileKind.TICKET, Stage.values(),
                new FileReads.Query(region, department, state, caseNo, open, red, after, limit));
    }
}
