package org.lianban.department.query;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.api.Delivery;
import org.lianban.department.store.ChannelRepository;
import org.lianban.department.store.ItemRepository;
import org.lianban.kit.catalog.CatalogCopy;
import reactor.core.publisher.Mono;

/** Tasks on a screen. */
public record ItemQueries(ItemRepository items, ChannelRepository channels, CatalogCopy catalog, PackAccess access) {
    /** @param next give it as {@code after} for the next page; null on the last */
    public record ItemPage(List<ItemView> items, @Nullable String next) {}

    /**
     * @param active false: the department's own system has the tasks, and it answers
     * @param reason why the desk is in use or not: PULL, MANUAL, PUSH, BREAKER_OPEN, BREAKER_HALF_OPEN
     */
    public record Desk(boolean active, String reason, List<ItemView> items, @Nullable String next) {}

    /** 人工台: open tasks, where the desk is in use. */
    public Mono<Desk> desk(String department, @Nullable ItemState state, @Nullable String after, int limit) {
        return channels.find(department).flatMap(channel -> {
            String reason = channel.breaker().equals("CLOSED") || !channel.channel().mode().calling()
                    ? channel.channel().mode().name()
                    : "BREAKER_" + channel.breaker();
            return channel.atTheDesk()
                    ? page(department, limit, max -> items.open(department, state, after, max))
                            .map(page -> new Desk(true, reason, page.items(), page.next()))
                    : Mono.just(new Desk(false, reason, List.of(), null));
        });
    }

    /** HANDLER: open tasks of the department. OBSERVER: tasks that another handles and this one sees. */
    public Mono<ItemPage> items(String department, Delivery.Role role, @Nullable String after, int limit) {
        return page(department, limit, switch (role) {
            case HANDLER -> max -> items.open(department, null, after, max);
            case OBSERVER -> max -> items.observed(department, after, max);
        });
    }

    private Mono<ItemPage> page(String department, int limit,
            Function<Integer, Mono<List<ItemRepository.Listed>>> read) {
        return read.apply(limit + 1).map(found -> {
            List<ItemView> views = found.stream().limit(limit).map(l -> ItemView.of(department, l, catalog)).toList();
            return new ItemPage(views, found.size() > limit ? views.getLast().taskId() : null);
        });
    }

    /** Empty unless the department handles or sees it. Who looks is written down first. */
    public Mono<ItemView.FullItem> item(String department, String taskId, Actor who) {
        return items.find(department, taskId).flatMap(Mono::justOrEmpty)
                .flatMap(full -> access.looked(who, full.item().task().id().caseNo(), "部门查看办件")
                        .thenReturn(ItemView.full(department, full, catalog)));
    }
}
