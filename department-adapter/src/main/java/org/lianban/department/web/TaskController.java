package org.lianban.department.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.department.handler.PullHandler;
import org.lianban.department.handler.ReplyHandler;
import org.lianban.form.Field;
import org.lianban.http.Actors;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.http.TraceParent;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 任务与答复: what department systems and officers' screens call. */
@RestController
@RequestMapping("/api/departments/{id}")
@Tag(name = "tasks", description = "任务与答复")
public record TaskController(Departments departments, PullHandler queue, ReplyHandler replies) {
    /** Replies, and deliveries, of one call. */
    private static final int MAX = 500;
    private static final int MAX_WAIT_SECONDS = 30;

    /** What {@link #tasks} answers, for the API's description. */
    record Tasks(List<Delivery> tasks, boolean more) {}

    /** What {@link #replies} takes, beside the bare array. */
    record Replies(@Field(label = "答复", least = 1, most = MAX) List<Reply> replies) {}

    /** One answer per reply, in the order of the batch. */
    public record Answers(List<ReplyAnswer> answers) {}

    @Operation(summary = "Take what waits for the department",
            description = """
                    绿色通道 first, then oldest first. With wait, the answer is held until something comes or the time is over. A delivery stays in \
                    the queue until a reply to its task confirms it; without one it comes again with the same deliveryId.""")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = Tasks.class), examples = @ExampleObject(value = """
                    {"tasks":[{"deliveryId":"4107212026000001-03/1","type":"NEW","taskId":"4107212026000001-03",
                      "caseNo":"4107212026000001","itemNo":"03","itemName":"户口登记","region":"410721",
                      "oneThing":"XX-01","oneThingName":"新生儿出生","kind":"CONFIRM","department":"410721-gongan",
                      "role":"HANDLER","epoch":1,"mayDecide":false,"waitsFor":["01"],"pack":{"applicant":{"name":"张三",
                      "idType":"RESIDENT_ID","idNumber":"110105194912310021"},"answers":{},"form":{},"materials":[]},
                      "upstream":[],"at":"2026-03-02T01:00:00Z"}],"more":false}""")))
    @GetMapping("/tasks")
    Mono<PullHandler.Pulled> tasks(@PathVariable String id,
            @RequestParam(required = false) @Parameter(description = "1 to 500, default 100") @Nullable String max,
            @RequestParam(required = false) @Parameter(
                    description = "seconds, 0 to 30, default 0", example = "20") @Nullable String wait,
            @RequestHeader HttpHeaders headers) {
        Parameters parameters = new Parameters();
        int limit = parameters.limit("max", max, 100, MAX);
        long seconds = parameters.number("wait", wait, 0, 0, MAX_WAIT_SECONDS);
        parameters.orRefuse();
        return queue.pull(departments.require(id).id(), limit, Duration.ofSeconds(seconds),
                Actors.of(headers, Actor.Role.DEPARTMENT_SYSTEM));
    }

    @Operation(summary = "Reply to tasks",
            description = """
                    Up to 500 replies in one transaction, each answered in order: APPLIED, DUPLICATE (with the first answer) or \
                    REJECTED with a code. A refused reply does not affect its neighbours.

                    CORRECTION_REQUESTED: once, before acceptance and within five working days of the receipt (行政许可法 32), or \
                    after a pre-review that failed; names all defects. SUSPENDED: procedure is a key of the item's published \
                    list, which also says what stands still. EXTENDED: once, before the decision, at most 10 working days by \
                    the head of the agency, 15 by the head of the government for joint handling (行政许可法 42). RESULT_FILED: \
                    once, after an approval. JOINT_PASSED, JOINT_FAILED: what the department concludes of a joint activity; an \
                    inspection names two officers at least (行政许可法 34). 即办件: APPROVED or DENIED of a task that was not \
                    accepted yet accepts and decides it.""",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    mediaType = "application/json", schema = @Schema(implementation = Replies.class),
                    examples = @ExampleObject(
                            value = """
                                    {"replies":[
                                      {"replyId":"r-1","taskId":"4107212026000001-03","type":"ACCEPTED","noticeNo":"受2026-17"},
                                      {"replyId":"r-2","taskId":"4107212026000001-03","type":"APPROVED","decisionNo":"准2026-17",
                                       "officer":"a7"},
                                      {"replyId":"r-3","taskId":"4107212026000001-04","type":"CORRECTION_REQUESTED","noticeNo":"补2026-3",
                                       "details":{"defects":[{"target":"material:m01","problem":"租赁合同未签字","remedy":"双方签字后重新提交"}]}},
                                      {"replyId":"r-4","taskId":"4107212026000001-05","type":"SUSPENDED","procedure":"hearing",
                                       "reasons":["申请人要求听证"]},
                                      {"replyId":"r-5","taskId":"4107212026000001-06","type":"EXTENDED","reasons":["情况复杂"],
                                       "details":{"workingDays":10,"approver":"b1","approverRole":"AGENCY_HEAD"}},
                                      {"replyId":"r-6","taskId":"4107212026000001-07","type":"JOINT_PASSED",
                                       "details":{"activityId":"4107212026000001-J1","officers":["a7","a8"]}},
                                      {"replyId":"r-7","taskId":"4107212026000001-08","type":"RESULT_FILED",
                                       "details":{"physical":true,"certificateName":"食品经营许可证","certificateNo":"JY14107210012345"}}]}"""))))
    @ApiResponse(responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answers.class),
                    examples = @ExampleObject(value = """
                            {"answers":[
                              {"replyId":"r-1","taskId":"4107212026000001-03","status":"APPLIED","state":"PRE_REVIEW"},
                              {"replyId":"r-2","taskId":"4107212026000001-03","status":"REJECTED","code":"NOT_RELEASED",
                               "message":"前置事项尚未办结，现在只能容缺预审 (a prerequisite is open: only pre-review is possible)",
                               "state":"PRE_REVIEW"}]}""")))
    @PostMapping(path = "/replies", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<Answers> replies(@PathVariable String id,
            @RequestBody Mono<byte[]> body, @RequestHeader HttpHeaders headers) {
        String department = departments.require(id).id();
        String actor = Actors.of(headers, Actor.Role.DEPARTMENT_SYSTEM).text();
        return body.onErrorMap(DataBufferLimitException.class, e -> Problem.tooLarge("一次答复的内容过大，请分批提交"))
                .defaultIfEmpty(new byte[0])
                .flatMap(bytes -> replies.submit(department, bytes, actor, TraceParent.of(headers)))
                .map(outcome -> switch (outcome) {
                    case Outcome.Done<List<ReplyAnswer>> done -> new Answers(done.answer());
                    case Outcome.Refused<List<ReplyAnswer>> refused -> throw Problem.of(refused.refusal());
                });
    }
}
