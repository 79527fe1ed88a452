package org.lianban.department.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.api.Delivery;
import org.lianban.department.query.ItemQueries;
import org.lianban.department.query.ItemView;
import org.lianban.http.Actors;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 人工台: tasks on a screen. Officers reply through the same door as systems do. */
@RestController
@RequestMapping("/api/departments/{id}")
@Tag(name = "items", description = "部门经办事项")
public record ItemController(Departments departments, ItemQueries items) {
    private static final int MAX_PAGE = 200;

    @Operation(summary = "The manual desk: the department's open tasks",
            description = """
                    Always for departments that pull or work by hand; for a department that is pushed to, only while its circuit \
                    breaker is not closed.""")
    @GetMapping("/desk")
    Mono<ItemQueries.Desk> desk(@PathVariable String id,
            @Parameter(schema = @Schema(implementation = ItemState.class)) @RequestParam(
                    required = false) @Nullable String state,
            @RequestParam(required = false) @Parameter(
                    description = "task id the page starts after") @Nullable String after,
            @RequestParam(required = false) @Parameter(description = "1 to 200, default 50") @Nullable String max) {
        Parameters parameters = new Parameters();
        @Nullable
        ItemState wanted = parameters.choice("state", state, ItemState.class);
        int limit = parameters.limit("max", max, 50, MAX_PAGE);
        String from = parameters.after(after);
        parameters.orRefuse();
        return items.desk(departments.require(id).id(), wanted, from, limit);
    }

    @Operation(summary = "Items by role", description = """
            HANDLER: open tasks of the department. OBSERVER: tasks another department handles that this one sees, with \
            their result.""")
    @GetMapping("/items")
    Mono<ItemQueries.ItemPage> items(@PathVariable String id,
            @Parameter(schema = @Schema(implementation = Delivery.Role.class)) @RequestParam(
                    required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String max) {
        Parameters parameters = new Parameters();
        Delivery.Role wanted = parameters.choice("role", role, Delivery.Role.HANDLER);
        int limit = parameters.limit("max", max, 50, MAX_PAGE);
        String from = parameters.after(after);
        parameters.orRefuse();
        return items.items(departments.require(id).id(), wanted, from, limit);
    }

    @Operation(summary = "One item with pack, upstream results and how it ended", description = """
            Personal data: who looks is recorded in the access log.""")
    @GetMapping("/items/{taskId}")
    Mono<ItemView.FullItem> item(@PathVariable String id, @PathVariable String taskId,
            @RequestHeader HttpHeaders headers) {
        String department = departments.require(id).id();
        return items.item(department, taskId, Actors.of(headers, Actor.Role.DEPARTMENT_OFFICER))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("此部门没有此任务：" + taskId)));
    }
}
