package org.lianban.result.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;
import org.lianban.form.Field;
import org.lianban.http.Page;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.handler.FileHandlers;
import org.lianban.result.oversight.push.Push;
import org.lianban.text.TextKind;
import org.springdoc.core.annotations.ParameterObject;
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

/** 审管衔接: approvals for who supervises them, receipt and feedback. */
@RestController
@RequestMapping("/api/oversight")
@Tag(name = "oversight", description = "审批信息推送监管部门、接收与反馈")
record OversightController(FileHandlers files, OversightDoor door) {
    /** @param problem of FEED_BACK: whether the approving department has to look at it */
    record PushStepForm(@Field(label = "步骤", example = "FEED_BACK") Move step, @Field(label = "发现问题") boolean problem,
            @Field(kind = TextKind.LINES, label = "反馈内容", example = "已纳入日常监管") @Nullable String text) {
        /** What the supervising department may say. */
        enum Move {
            RECEIVE, FEED_BACK
        }

        Push.Command command() {
            var needed = new OversightDoor.Needed();
            return needed.orRefuse(switch (step) {
                case RECEIVE -> new Push.Command.Receive();
                case FEED_BACK -> new Push.Command.FeedBack(problem, needed.text("反馈内容", text));
            });
        }
    }

    @PostMapping("/{id}/steps")
    @Operation(summary = "接收 or 反馈 of the supervising department")
    @OversightDoor.FileCommand
    Mono<FileView> step(@PathVariable String id,
            @RequestBody PushStepForm form, @RequestHeader HttpHeaders headers) {
        return door.step(files.pushes(), id, form.command(), headers, Role.REGULATOR);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A pushed approval with everything that was said about it")
    Mono<FileView> one(@PathVariable String id) {
        return door.one(FileRow.Kind.PUSH, id);
    }

    @GetMapping
    @Operation(summary = "Pushed approvals by number",
            description = "department: who supervises; state=PUSHED: not received yet. Keyset paging: pass next as after.")
    Mono<Page<FileView>> list(@ParameterObject OversightDoor.FileQuery query, @Parameter(
            schema = @Schema(implementation = Push.State.class)) @RequestParam(
                    required = false) @Nullable String state) {
        return door.list(FileRow.Kind.PUSH, Push.State.class, state, query);
    }
}
