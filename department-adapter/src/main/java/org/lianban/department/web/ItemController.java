package org.lianban.department.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.api.Delivery;
import org.lianban.department.store.ChannelStore;
import org.lianban.department.store.ItemStore;
import org.lianban.department.task.ReplyForm;
import org.lianban.department.work.Readers;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.kit.catalog.CatalogCopy;
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
public class ItemController {
    private static final int MAX_PAGE = 200;

    private final Departments departments;
    private final ItemStore items;
    private final ChannelStore channels;
    private final CatalogCopy catalog;
    private final Readers readers;

    public ItemController(Departments departments, ItemStore items, ChannelStore channels, CatalogCopy catalog,
            Readers readers) {
        this.readers = readers;
        this.departments = departments;
        this.items = items;
        this.channels = channels;
        this.catalog = catalog;
    }

    /** @param next give it as {@code after} for the next page; null on the last */
    public record Page(List<ItemView> items, @Nullable String next) {}

    /**
     * @param active false: the department's own system has the tasks, and it answers
     * @param reason why the desk is in use or not: PULL, MANUAL, PUSH, BREAKER_OPEN, BREAKER_HALF_OPEN
     */
    public record Desk(boolean active, String reason, List<ItemView> items, @Nullable String next) {}

    @Operation(summary = "The manual desk: the department's open tasks",
            description = """
                    Always for departments that pull or work by hand; for a department that is pushed to, only while its circuit \
                    breaker is not closed.""")
    @GetMapping("/desk")
    Mono<Desk> desk(@PathVariable @Parameter(example = "410721-gongan") String id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") @Parameter(description = "task id the page starts after") String after,
            @RequestParam(required = false) @Parameter(description = "1 to 200, default 50") @Nullable String max) {
        Query query = new Query();
        @Nullable
        ItemState wanted = query.choice("state", state, ItemState.class);
        int limit = query.number("max", max, 1, MAX_PAGE, 50);
        String from = query.key("after", after);
        query.check();
        String department = departments.require(id).id();
        return channels.find(department).flatMap(channel -> {
            String reason = channel.breaker().equals("CLOSED") || !channel.channel().mode().name().equals("PUSH")
                    ? channel.channel().mode().name()
                    : "BREAKER_" + channel.breaker();
            return channel.atTheDesk()
                    ? items.open(department, wanted, from, limit + 1).map(found -> page(department, found, limit))
                            .map(page -> new Desk(true, reason, page.items(), page.next()))
                    : Mono.just(new Desk(false, reason, List.of(), null));
        });
    }

    @Operation(summary = "Items by role", description = """
            HANDLER: open tasks of the department. OBSERVER: tasks another department handles that this one sees, with \
            their result.""")
    @GetMapping("/items")
    Mono<Page> items(@PathVariable @Parameter(example = "410721-gongan") String id,
            @RequestParam(required = false) @Nullable String role, @RequestParam(defaultValue = "") String after,
            @RequestParam(required = false) @Nullable String max) {
        Query query = new Query();
        Delivery.Role wanted = Objects.requireNonNullElse(query.choice("role", role, Delivery.Role.class),
                Delivery.Role.HANDLER);
        int limit = query.number("max", max, 1, MAX_PAGE, 50);
        String from = query.key("after", after);
        query.check();
        String department = departments.require(id).id();
        return (wanted == Delivery.Role.OBSERVER
                ? items.observed(department, from, limit + 1)
                : items.open(department, null, from, limit + 1)).map(found -> page(department, found, limit));
    }

    @Operation(summary = "One item with pack, upstream results and how it ended", description = """
            Personal data: who looks is recorded in the access log.""")
    @GetMapping("/items/{taskId}")
    Mono<ItemView.Full> item(@PathVariable String id, @PathVariable String taskId,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        String department = departments.require(id).id();
        if (!ReplyForm.plausibleTask(taskId)) {
            throw Problem.notFound("没有此任务");
        }
        Actor actor = Actors.of(headers, Actor.Role.DEPARTMENT_OFFICER);
        return items.find(department, taskId).flatMap(found -> {
            ItemStore.Full full = found.orElseThrow(() -> Problem.notFound("此部门没有此任务：" + taskId));
            return readers.looked(actor, full.item().task().id().caseNo(), "部门查看办件")
                    .thenReturn(ItemView.full(department, full, catalog));
        });
    }

    private Page page(String department, List<ItemStore.Listed> found, int limit) {
        List<ItemView> views = found.stream().limit(limit).map(l -> ItemView.of(department, l, catalog)).toList();
        return new Page(views, found.size() > limit ? views.getLast().taskId() : null);
    }
}
