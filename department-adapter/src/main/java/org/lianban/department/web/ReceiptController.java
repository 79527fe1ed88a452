package org.lianban.department.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.department.handler.ReplyHandler;
import org.lianban.department.query.ChannelQueries;
import org.lianban.department.task.DeliveryId;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.http.TraceParent;
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

/** 接收确认: what a department has not confirmed, and confirming it without a reply to the task. */
@RestController
@RequestMapping("/api/departments/{id}")
public class ReceiptController {
    private static final int MAX = 500;

    private final Departments departments;
    private final ChannelQueries channels;
    private final ReplyHandler replies;

    public ReceiptController(Departments departments, ChannelQueries channels, ReplyHandler replies) {
        this.departments = departments;
        this.channels = channels;
        this.replies = replies;
    }

    /** @param deliveries ids as they were handed out, 1 to 500 */
    public record Receipts(@Nullable List<@Nullable String> deliveries) {}

    /** @param confirmed how many ids were taken; those confirmed before or of another department change nothing */
    public record Confirmed(int confirmed) {}

    @Operation(summary = "未确认接收: deliveries without an answer", description = """
            Ascending by task. POST …/resend hands all of them out again.""")
    @GetMapping("/unacknowledged")
    Mono<ChannelQueries.Waiting> unacknowledged(@PathVariable @Parameter(example = "410721-gongan") String id,
            @RequestParam(defaultValue = "") @Parameter(description = "delivery id the page starts after") String after,
            @RequestParam(required = false) @Parameter(description = "1 to 500, default 100") @Nullable String max) {
        Query query = new Query();
        int limit = query.number("max", max, 1, MAX, 100);
        String from = query.key("after", after);
        query.check();
        DeliveryId key = DeliveryId.parse(from);
        if (key == null && !from.isEmpty()) {
            throw Problem.badRequest(List.of(new Fault("?after", "BAD_ID", "须为送达编号，如 4107212026000001-03/1")));
        }
        return channels.unconfirmed(departments.require(id).id(), key, limit);
    }

    @Operation(summary = "Confirm deliveries without replying to their tasks", description = """
            For what needs no reply: materials that came, joint activities, 督办, 送达凭证. Confirming a new task \
            acknowledges it.""",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @Content(examples = @ExampleObject(value = """
                            {"deliveries":["4107212026000001-03/2","4107212026000001-05/4"]}"""))))
    @ApiResponse(responseCode = "200", description = "They are not handed out again")
    @ApiResponse(responseCode = "422", description = "Every id that is none")
    @PostMapping("/acknowledgements")
    Mono<Confirmed> acknowledge(@PathVariable @Parameter(example = "410721-gongan") String id,
            @RequestBody Receipts receipts, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        String department = departments.require(id).id();
        String actor = Actors.of(headers, Actor.Role.DEPARTMENT_SYSTEM).text();
        List<DeliveryId> keys = keys(receipts.deliveries());
        return replies.taken(department, keys, actor, TraceParent.of(headers))
                .thenReturn(new Confirmed(keys.size()));
    }

    private static List<DeliveryId> keys(@Nullable List<@Nullable String> ids) {
        if (ids == null || ids.isEmpty() || ids.size() > MAX) {
            throw Problem.unprocessable(
                    List.of(new Fault("/deliveries", "OUT_OF_RANGE", "须有 1 至 " + MAX + " 个送达编号")));
        }
        List<Fault> faults = new ArrayList<>();
        List<DeliveryId> keys = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            DeliveryId key = DeliveryId.parse(ids.get(i));
            if (key == null) {
                faults.add(new Fault("/deliveries/" + i, "BAD_ID", "须为送达编号，如 4107212026000001-03/1"));
            } else {
                keys.add(key);
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(faults);
        }
        return keys;
    }
}
