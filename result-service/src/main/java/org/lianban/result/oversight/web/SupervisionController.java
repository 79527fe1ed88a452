package org.lianban.result.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.lianban.result.oversight.supervision.Answer;
import org.lianban.result.oversight.supervision.Level;
import org.lianban.result.oversight.supervision.Order.Accountability;
import org.lianban.result.oversight.supervision.OrderCommand;
import org.lianban.result.oversight.supervision.Preset;
import org.lianban.result.oversight.supervision.State;
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

/** 督办: 提醒、督办、通报、问责建议, by rule or by hand, and 13710. */
@RestController
@RequestMapping("/api/supervision-orders")
@Tag(name = "supervision", description = "督办单: 发起、答复、认定改进、销号、问责决定")
class SupervisionController {
    private static final int MAX_TEXT = 2_000;

    private final CareRoom room;
    private final Openings openings;
    private final Speakers speakers;
    private final FileReads reads;

    SupervisionController(CareRoom room, Openings openings, Speakers speakers, CareQueries queries, JsonMapper json) {
        this.room = room;
        this.openings = openings;
        this.speakers = speakers;
        this.reads = new FileReads(queries, json);
    }

    /**
     * @param region only where there is no case
     * @param department empty: who handles the item, or the lead
     * @param level REMIND or ORDER: the next one follows only without improvement
     * @param major 13710: 重大事项, a month
     */
    record OpenRequest(@Schema(example = "410721") @Nullable String region,
            @Schema(example = "41072120261121YJS000001A") @Nullable String caseNo,
            @Schema(example = "02") @Nullable String itemNo,
            @Schema(example = "410721-gongan") @Nullable String department,
            @Schema(example = "ORDER") @Nullable String level, @Schema(example = "P13710") @Nullable String preset,
            @Nullable Boolean major,
            @Schema(example = "群众反映办理缓慢", maxLength = 2000) @Nullable String reason) {}

    /** What may be done with an order. */
    enum Move {
        REPLY, FEEDBACK, SOLVED, ACCEPT_IMPROVEMENT, REJECT_SOLUTION, TAKE_CHARGE, DECIDE, CLEAR
    }

    /**
     * @param outcome of DECIDE: NONE, TALK, CRITICISM or REFERRED
     * @param document of DECIDE: number of the paper
     */
    record StepRequest(@Schema(example = "REPLY") @Nullable String step,
            @Schema(example = "已召开专题会议研究部署", maxLength = 2000) @Nullable String text,
            @Schema(example = "TALK") @Nullable String outcome,
            @Schema(example = "新纪函〔2026〕3号") @Nullable String document) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Remind or order by hand, from any step of a case, or about a department's work as a whole",
            description = "Answered as 已发现; issued on the case at once.")
    @ApiResponse(responseCode = "201", description = "Recorded; the ladder issues it")
    @ApiResponse(responseCode = "403", description = "Only the supervising side, and not about itself")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    Mono<FileView> open(
            @Parameter(description = "Makes a repeated request harmless") @RequestHeader(name = CareFaults.KEY_HEADER,
                    required = false) @Nullable String key,
            @RequestBody OpenRequest request, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        var faults = new CareFaults();
        if (request.caseNo() == null && request.region() == null) {
            faults.add("/region", "MISSING", "没有办件的，请填写行政区划代码。");
        } else if (request.region() != null && !request.region().matches("[0-9]{6}")) {
            faults.add("/region", "MALFORMED", "行政区划代码应为六位数字");
        }
        if (request.caseNo() == null && request.itemNo() != null) {
            faults.add("/itemNo", "NO_CASE", "指明联办事项须同时指明办件。");
        }
        if (request.caseNo() == null && request.department() == null) {
            faults.add("/department", "MISSING", "没有办件的，请填写被督办部门。");
        }
        var level = faults.choice("/level", request.level(), new Level[]{Level.REMIND, Level.ORDER});
        var wanted = new Openings.OrderRequest(request.region(), faults.number("/caseNo", request.caseNo()),
                faults.number("/itemNo", request.itemNo()), faults.number("/department", request.department()), level,
                faults.choice("/preset", request.preset(), Preset.values(), Preset.LADDER),
                Boolean.TRUE.equals(request.major()), faults.text("/reason", request.reason(), MAX_TEXT, "督办事由"));
        faults.key(key);
        faults.raise();
        return openings.order(wanted, speakers.of(Actors.of(headers, Actor.Role.LEAD_DEPARTMENT)), key)
                .map(reads::view);
    }

    @PostMapping("/{id}/steps")
    @Operation(summary = "答复、反馈、办结、认定改进、包案、问责决定、销号: the next step of an order")
    @ApiResponse(responseCode = "200", description = "Taken, now or when the key was first used")
    @ApiResponse(responseCode = "403", description = "The role or the department may not")
    @ApiResponse(responseCode = "409", description = "Not in this state, or something is missing first")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    Mono<FileView> step(@Parameter(example = "41072120261121YJS000001A-02-DB1") @PathVariable String id,
            @RequestHeader(name = CareFaults.KEY_HEADER, required = false) @Nullable String key,
            @RequestBody StepRequest request, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        var faults = new CareFaults();
        var command = command(faults.choice("/step", request.step(), Move.values()), request, faults);
        faults.number("?id", id);
        faults.key(key);
        faults.raise();
        return room.orders().submit(id, command, speakers.of(Actors.of(headers, Actor.Role.DEPARTMENT_OFFICER)), key)
                .map(reads::view);
    }

    private static OrderCommand command(Move move, StepRequest request, CareFaults faults) {
        return switch (move) {
            case REPLY -> new OrderCommand.Give(Answer.REPLY, text(request, faults, "答复"));
            case FEEDBACK -> new OrderCommand.Give(Answer.FEEDBACK, text(request, faults, "反馈"));
            case SOLVED -> new OrderCommand.Give(Answer.SOLVED, text(request, faults, "办结情况"));
            case ACCEPT_IMPROVEMENT -> new OrderCommand.AcceptImprovement(text(request, faults, "认定理由"));
            case REJECT_SOLUTION -> new OrderCommand.RejectSolution(text(request, faults, "退回理由"));
            case TAKE_CHARGE -> new OrderCommand.TakeCharge(text(request, faults, "包案领导"));
            case DECIDE -> new OrderCommand.Decide(new Accountability(
                    faults.choice("/outcome", request.outcome(), Accountability.Outcome.values()),
                    faults.text("/document", request.document(), 128, "决定文号"), text(request, faults, "决定内容")));
            case CLEAR -> new OrderCommand.Clear(text(request, faults, "销号说明"));
        };
    }

    private static String text(StepRequest request, CareFaults faults, String what) {
        return faults.text("/text", request.text(), MAX_TEXT, what);
    }

    @GetMapping("/{id}")
    @Operation(summary = "An order with everything that happened to it")
    Mono<FileView> one(@PathVariable String id) {
        return reads.one(FileKind.ORDER, id);
    }

    @GetMapping
    @Operation(summary = "Orders by number", description = "Keyset paging: pass next as after.")
    Mono<Page<FileView>> list(@RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String caseNo,
            @RequestParam(required = false) @Nullable String open, @RequestParam(required = false) @Nullable String red,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        return reads.list(FileKind.ORDER, State.values(),
                new FileReads.Query(region, department, state, caseNo, open, red, after, limit));
    }
}
