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
import org.lianban.result.oversight.handler.Speakers;
import org.lianban.result.oversight.push.PushCommand;
import org.lianban.result.oversight.push.State;
import org.lianban.result.oversight.query.CareQueries;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 审管衔接: approvals for who supervises them, receipt and feedback. */
@RestController
@RequestMapping("/api/oversight")
@Tag(name = "oversight", description = "审批信息推送监管部门、接收与反馈")
class OversightController {
    private final CareRoom room;
    private final Speakers speakers;
    private final FileReads reads;

    OversightController(CareRoom room, Speakers speakers, CareQueries queries, JsonMapper json) {
        this.room = room;
        this.speakers = speakers;
        this.reads = new FileReads(queries, json);
    }

    /** What the supervising department may say. */
    enum Move {
        RECEIVE, FEED_BACK
    }

    /** @param problem of FEED_BACK: whether the approving department has to look at it */
    record StepRequest(@Schema(example = "FEED_BACK") @Nullable String step, @Nullable Boolean problem,
            @Schema(example = "已纳入日常监管", maxLength = 2000) @Nullable String text) {}

    @PostMapping("/{id}/steps")
    @Operation(summary = "接收 or 反馈 of the supervising department")
    @ApiResponse(responseCode = "200", description = "Taken, now or when the key was first used")
    @ApiResponse(responseCode = "403", description = "Another department supervises it")
    @ApiResponse(responseCode = "422", description = "Every fault of the request at once")
    Mono<FileView> step(@Parameter(example = "41072120261121YJS000001A-01-JG1") @PathVariable String id,
            @RequestHeader(name = CareFaults.KEY_HEADER, required = false) @Nullable String key,
            @RequestBody StepRequest request, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        var faults = new CareFaults();
        PushCommand command = switch (faults.choice("/step", request.step(), Move.values())) {
            case RECEIVE -> new PushCommand.Receive();
            case FEED_BACK -> new PushCommand.FeedBack(Boolean.TRUE.equals(request.problem()),
                    faults.text("/text", request.text(), 2_000, "反馈内容"));
        };
        faults.number("?id", id);
        faults.key(key);
        faults.raise();
        return room.pushes().submit(id, command, speakers.of(Actors.of(headers, Actor.Role.REGULATOR)), key)
                .map(reads::view);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A pushed approval with everything that was said about it")
    Mono<FileView> one(@PathVariable String id) {
        return reads.one(FileKind.PUSH, id);
    }

    @GetMapping
    @Operation(summary = "Pushed approvals by number",
            description = "department: who supervises; state=PUSHED: not received yet. Keyset paging: pass next as after.")
    Mono<Page<FileView>> list(@RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String caseNo,
            @RequestParam(required = false) @Nullable String open, @RequestParam(required = false) @Nullable String red,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        return reads.list(FileKind.PUSH, State.values(),
                new FileReads.Query(region, department, state, caseNo, open, red, after, limit));
    }
}
