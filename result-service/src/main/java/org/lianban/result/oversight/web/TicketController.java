package org.lianban.result.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;
import org.lianban.form.Field;
import org.lianban.http.Keys;
import org.lianban.http.Page;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.handler.FileHandlers;
import org.lianban.result.oversight.handler.OpeningHandler;
import org.lianban.result.oversight.rating.Rating;
import org.lianban.result.oversight.ticket.Ticket;
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

/** 工单: 差评、办不成事、投诉、12345 and what else has to be answered, in one closed loop. */
@RestController
@RequestMapping("/api/tickets")
@Tag(name = "tickets", description = "差评与办不成事闭环: 分拨、核实、整改、告知、回访、再评")
record TicketController(FileHandlers files, OpeningHandler openings, OversightDoor door) {
    /** @param region only where there is no case */
    record TicketForm(@Field(label = "工单来源", example = "UNRESOLVED") Ticket.Kind kind,
            @Field(kind = TextKind.REGION, label = "行政区划代码", example = "410721") @Nullable String region,
            @Field(kind = TextKind.CODE, label = "办件编号", example = "41072120260918YJS000001F") @Nullable String caseNo,
            @Field(kind = TextKind.CODE, label = "联办事项", example = "02") @Nullable String itemNo,
            @Field(kind = TextKind.CODE, label = "承办部门编号", example = "410721-gongan") @Nullable String department,
            @Field(kind = TextKind.LINES, label = "反映事项", example = "窗口两次要求补交清单以外的材料") String matter,
            @Field(kind = TextKind.CODE, label = "外部编号", max = 128,
                    example = "12345-202611210017") @Nullable String external,
            @Field(label = "标签", max = 200, most = 50, example = "材料") List<String> tags) {
        OpeningHandler.TicketRequest request() {
            return new OversightDoor.Needed().place(region, caseNo, itemNo).orRefuse(
                    new OpeningHandler.TicketRequest(kind, region, caseNo, itemNo, department, matter, external, tags));
        }
    }

    /**
     * @param text note, explanation, plan, measures or reason: what the step has to say
     * @param verdict of VERIFY
     * @param reached of CALL_BACK
     * @param level of RE_RATE
     */
    record TicketStepForm(@Field(label = "步骤", example = "VERIFY") Move step,
            @Field(kind = TextKind.CODE, label = "承办部门编号", example = "410721-gongan") @Nullable String department,
            @Field(kind = TextKind.LINES, label = "说明", example = "经查阅监控，情况属实") @Nullable String text,
            @Field(label = "核实结论", example = "GENUINE") Ticket.Finding.@Nullable Verdict verdict,
            @Field(label = "证据", max = 200, most = 50, example = "sm3:66c7f0f4") List<String> evidence,
            @Field(label = "告知方式", max = 200, example = "PHONE") @Nullable String way,
            @Field(label = "是否接通") @Nullable Boolean reached,
            @Field(label = "满意度", example = "SATISFIED") Rating.@Nullable Level level) {
        /** What may be done with a ticket. */
        enum Move {
            ASSIGN, VERIFY, PLAN, RECTIFY, RETURN, INFORM, CALL_BACK, DISPUTE, RE_RATE, CLOSE
        }

        Ticket.Command command() {
            var needed = new OversightDoor.Needed();
            return needed.orRefuse(switch (step) {
                case ASSIGN -> new Ticket.Command.Assign(needed.of("department", "承办部门编号", department, ""), text);
                case VERIFY -> new Ticket.Command.Verify(
                        new Ticket.Finding(needed.of("verdict", "核实结论", verdict, Ticket.Finding.Verdict.MISTAKEN),
                                evidence, needed.text("核实情况", text)));
                case PLAN -> new Ticket.Command.Plan(needed.text("整改安排", text));
                case RECTIFY -> new Ticket.Command.Rectify(needed.text("整改措施", text), evidence);
                case RETURN -> new Ticket.Command.Return(needed.text("退回理由", text));
                case INFORM ->
                    new Ticket.Command.Inform(needed.of("way", "告知方式", way, ""), needed.text("告知内容", text));
                case CALL_BACK -> new Ticket.Command.CallBack(needed.of("reached", "是否接通", reached, false),
                        needed.text("回访情况", text));
                case DISPUTE -> new Ticket.Command.Dispute(needed.text("异议理由", text));
                case RE_RATE -> new Ticket.Command.ReRate(needed.of("level", "满意度", level, Rating.Level.SATISFIED));
                case CLOSE -> new Ticket.Command.Close(needed.text("办结说明", text));
            });
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Report what could not be done, a complaint, a hotline ticket, a visit or a finding")
    @ApiResponse(responseCode = "201", description = "Recorded; assigned where the case tells who answers for it")
    @OversightDoor.FileCommand
    Mono<FileView> open(@RequestBody TicketForm form, @RequestHeader HttpHeaders headers) {
        return openings.ticket(form.request(), door.actor(headers, Role.APPLICANT), Keys.of(headers))
                .map(door::view);
    }

    @PostMapping("/{id}/steps")
    @Operation(summary = "分拨、核实、整改、告知、回访、再评、办结: the next step of a ticket")
    @OversightDoor.FileCommand
    Mono<FileView> step(@PathVariable String id,
            @RequestBody TicketStepForm form, @RequestHeader HttpHeaders headers) {
        return door.step(files.tickets(), id, form.command(), headers, Role.DEPARTMENT_OFFICER);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A ticket with everything that happened to it")
    Mono<FileView> one(@PathVariable String id) {
        return door.one(FileRow.Kind.TICKET, id);
    }

    @GetMapping
    @Operation(summary = "Tickets by number",
            description = "red=true is the red list: a limit is missed. Keyset paging: pass next as after.")
    Mono<Page<FileView>> list(@ParameterObject OversightDoor.FileQuery query, @Parameter(
            schema = @Schema(implementation = Ticket.Stage.class)) @RequestParam(
                    required = false) @Nullable String state) {
        return door.list(FileRow.Kind.TICKET, Ticket.Stage.class, state, query);
    }
}
