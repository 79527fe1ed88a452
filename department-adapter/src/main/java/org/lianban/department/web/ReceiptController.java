package org.lianban.department.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.FaultCode;
import org.lianban.department.handler.ReplyHandler;
import org.lianban.department.query.ChannelQueries;
import org.lianban.department.task.DeliveryId;
import org.lianban.form.Field;
import org.lianban.http.Actors;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.TraceParent;
import org.lianban.text.TextKind;
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
@Tag(name = "receipts", description = "送达确认")
public record ReceiptController(Departments departments, ChannelQueries channels, ReplyHandler replies) {
    private static final int MAX = 500;
    private static final String FORM = " 4107212026000001-03/1 的形式";

    /** @param deliveries ids as they were handed out */
    public record Receipts(@Field(label = "送达编号", kind = TextKind.CODE, max = 140, pattern = DeliveryId.PATTERN,
            form = FORM, least = 1, most = MAX,
            example = "[\"4107212026000001-03/2\",\"4107212026000001-05/4\"]") List<String> deliveries) {}

    /** @param confirmed how many ids were taken; those confirmed before or of another department change nothing */
    public record Confirmed(int confirmed) {}

    @Operation(summary = "未确认接收: deliveries without an answer", description = """
            Ascending by task. POST …/resend hands all of them out again.""")
    @GetMapping("/unacknowledged")
    Mono<Page<ChannelQueries.WaitingDelivery>> unacknowledged(
            @PathVariable String id,
            @RequestParam(required = false) @Parameter(
                    description = "delivery id the page starts after") @Nullable String after,
            @RequestParam(required = false) @Parameter(description = "1 to 500, default 100") @Nullable String max) {
        Parameters parameters = new Parameters();
        int limit = parameters.limit("max", max, 100, MAX);
        String from = parameters.after(after);
        DeliveryId key = DeliveryId.parse(from);
        if (key == null && from != null) {
            parameters.fault("after", FaultCode.MALFORMED, "after ", FORM);
        }
        parameters.orRefuse();
        return channels.unconfirmed(departments.require(id).id(), key, limit + 1)
                .map(found -> Page.of(found, limit, ChannelQueries.WaitingDelivery::deliveryId));
    }

    @Operation(summary = "Confirm deliveries without replying to their tasks", description = """
            For what needs no reply: materials that came, joint activities, 督办, 送达凭证. Confirming a new task \
            acknowledges it.""")
    @ApiResponse(responseCode = "200", description = "They are not handed out again")
    @ApiResponse(responseCode = "422", description = "Every id that is none")
    @PostMapping("/acknowledgements")
    Mono<Confirmed> acknowledge(@PathVariable String id,
            @RequestBody Receipts receipts, @RequestHeader HttpHeaders headers) {
        String department = departments.require(id).id();
        String actor = Actors.of(headers, Actor.Role.DEPARTMENT_SYSTEM).text();
        List<DeliveryId> ids = receipts.deliveries().stream().map(DeliveryId::of).toList();
        return replies.taken(department, ids, actor, TraceParent.of(headers))
                .thenReturn(new Confirmed(ids.size()));
    }
}
