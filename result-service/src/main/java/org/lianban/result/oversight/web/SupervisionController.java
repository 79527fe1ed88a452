package org.lianban.result.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;
import org.lianban.form.Field;
import org.lianban.http.Keys;
import org.lianban.http.Page;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.handler.FileHandlers;
import org.lianban.result.oversight.handler.OpeningHandler;
import org.lianban.result.oversight.supervision.Order;
import org.lianban.text.TextKind;
import org.springdoc.core.annotations.ParameterObject;
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

/** 督办: 提醒、督办、通报、问责建议, by rule or by hand, and 13710. */
@RestController
@RequestMapping("/api/supervision-orders")
@Tag(name = "supervision", description = "督办单: 发起、答复、认定改进、销号、问责决定")
record SupervisionController(FileHandlers files, OpeningHandler openings, OversightDoor door) {
    /**
     * @param region only where there is no case
     * @param department empty: who handles the item, or the lead
     * @param level the next one follows only without improvement
     * @param major 13710: 重大事项, a month
     */
    record OrderForm(@Field(kind = TextKind.REGION, label = "行政区划代码", example = "410721") @Nullable String region,
            @Field(kind = TextKind.CODE, label = "办件编号", example = "41072120260918YJS000001F") @Nullable String caseNo,
            @Field(kind = TextKind.CODE, label = "联办事项", example = "02") @Nullable String itemNo,
            @Field(kind = TextKind.CODE, label = "被督办部门", example = "410721-gongan") @Nullable String department,
            @Field(label = "督办层级", example = "ORDER") First level,
            @Field(label = "督办方式", example = "P13710") Order.@Nullable Preset preset,
            @Field(label = "重大事项") boolean major,
            @Field(kind = TextKind.LINES, label = "督办事由", example = "群众反映办理缓慢") String reason) {
        /** With what an order may begin. */
        enum First {
            REMIND, ORDER
        }

        OpeningHandler.OrderRequest request() {
            var needed = new OversightDoor.Needed().place(region, caseNo, itemNo);
            if (caseNo == null) {
                needed.of("department", "被督办部门", department, "");
            }
            return needed.orRefuse(new OpeningHandler.OrderRequest(region, caseNo, itemNo, department, switch (level) {
                case REMIND -> Order.Level.REMIND;
                case ORDER -> Order.Level.ORDER;
            }, preset == null ? Order.Preset.LADDER : preset, major, reason));
        }
    }

    /**
     * @param outcome of DECIDE
     * @param document of DECIDE: number of the paper
     */
    record OrderStepForm(@Field(label = "步骤", example = "REPLY") Move step,
            @Field(kind = TextKind.LINES, label = "说明", example = "已召开专题会议研究部署") @Nullable String text,
            @Field(label = "问责结果", example = "TALK") Order.Accountability.@Nullable Outcome outcome,
            @Field(kind = TextKind.DOCUMENT_NUMBER, label = "决定文号", max = 128,
                    example = "新纪函〔2026〕3号") @Nullable String document) {
        /** What may be done with an order. */
        enum Move {
            REPLY, FEEDBACK, SOLVED, ACCEPT_IMPROVEMENT, REJECT_SOLUTION, TAKE_CHARGE, DECIDE, CLEAR
        }

        Order.Command command() {
            var needed = new OversightDoor.Needed();
            return needed.orRefuse(switch (step) {
                case REPLY -> new Order.Command.Give(Order.Answer.REPLY, needed.text("答复", text));
                case FEEDBACK -> new Order.Command.Give(Order.Answer.FEEDBACK, needed.text("反馈", text));
                case SOLVED -> new Order.Command.Give(Order.Answer.SOLVED, needed.text("办结情况", text));
                case ACCEPT_IMPROVEMENT -> new Order.Command.AcceptImprovement(needed.text("认定理由", text));
                case REJECT_SOLUTION -> new Order.Command.RejectSolution(needed.text("退回理由", text));
                case TAKE_CHARGE -> new Order.Command.TakeCharge(needed.text("包案领导", text));
                case DECIDE -> new Order.Command.Decide(new Order.Accountability(
                        needed.of("outcome", "问责结果", outcome, Order.Accountability.Outcome.NONE),
                        needed.of("document", "决定文号", document, ""), needed.text("决定内容", text)));
                case CLEAR -> new Order.Command.Clear(needed.text("销号说明", text));
            });
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Remind or order by hand, from any step of a case, or about a department's work as a whole",
            description = "Answered as 已发现; issued on the case at once.")
    @ApiResponse(responseCode = "201", description = "Recorded; the ladder issues it")
    @OversightDoor.FileCommand
    Mono<FileView> open(@RequestBody OrderForm form, @RequestHeader HttpHeaders headers) {
        return openings.order(form.request(), door.actor(headers, Role.LEAD_DEPARTMENT), Keys.of(headers))
                .map(door::view);
    }

    @PostMapping("/{id}/steps")
    @Operation(summary = "答复、反馈、办结、认定改进、包案、问责决定、销号: the next step of an order")
    @OversightDoor.FileCommand
    Mono<FileView> step(@PathVariable String id,
            @RequestBody OrderStepForm form, @RequestHeader HttpHeaders headers) {
        return door.step(files.orders(), id, form.command(), headers, Role.DEPARTMENT_OFFICER);
    }

    @GetMapping("/{id}")
    @Operation(summary = "An order with everything that happened to it")
    Mono<FileView> one(@PathVariable String id) {
        return door.one(FileRow.Kind.ORDER, id);
    }

    @GetMapping
    @Operation(summary = "Orders by number", description = "Keyset paging: pass next as after.")
    Mono<Page<FileView>> list(@ParameterObject OversightDoor.FileQuery query, @Parameter(
            schema = @Schema(implementation = Order.State.class)) @RequestParam(
                    required = false) @Nullable String state) {
        return door.list(FileRow.Kind.ORDER, Order.State.class, state, query);
    }
}
