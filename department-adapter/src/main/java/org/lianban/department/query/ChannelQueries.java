package org.lianban.department.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.Department;
import org.lianban.department.channel.Channel;
import org.lianban.department.store.ChannelRepository;
import org.lianban.department.store.DeliveryRepository.Queue;
import org.lianban.department.store.DeliveryRepository;
import org.lianban.department.store.PulseRepository.Beat;
import org.lianban.department.store.PulseRepository;
import org.lianban.department.task.DeliveryId;
import org.lianban.kit.catalog.CatalogCopy;
import reactor.core.publisher.Mono;

/** 接入总表: which departments are connected, which work by hand, and how each is doing. */
public record ChannelQueries(CatalogCopy catalog, ChannelRepository channels, DeliveryRepository deliveries,
        PulseRepository pulses) {
    /** 对接方式. */
    public enum Integration {
        /** The department's system pushes or is pushed to. */
        API,
        /** 未完成系统对接: officers work at the desk. */
        MANUAL
    }

    /** 运行状况. */
    public enum Health {
        /** Nothing is wrong. */
        UP,
        /** Some calls fail, or only the desk has some deliveries. */
        DEGRADED,
        /** Calls fail; the desk stands in. */
        DOWN,
        /** It never replied. */
        UNKNOWN
    }

    /** @param changedAt null while the department has the default */
    public record ChannelView(String department, Channel channel, @Nullable Instant changedAt,
            @Nullable String changedBy) {}

    /**
     * @param queue deliveries that wait to be handed out
     * @param unconfirmed deliveries without an answer, handed out or not
     * @param givenUp deliveries that only the desk has
     * @param oldestSince when the oldest that waits was queued
     * @param breaker CLOSED, HALF_OPEN or OPEN
     * @param meanReplySeconds from dispatch to first reply; null before the first
     */
    public record StatusView(String department, String name, Channel.Mode mode, long queue, long unconfirmed,
            long givenUp, @Nullable Instant oldestSince, String breaker, @Nullable Instant breakerSince,
            @Nullable Instant lastReplyAt, long replies, @Nullable Double meanReplySeconds) {}

    /**
     * @param lastSync 最近同步: when the department last replied, the clock of replies; null: never
     * @param waiting deliveries that wait to be handed out
     * @param unconfirmed deliveries without an answer
     */
    public record RegistryEntry(String department, String name, String region, Integration integration,
            Channel.Mode mode, Health health, @Nullable Instant lastSync, long waiting, long unconfirmed,
            long givenUp) {}

    /** @param since when it was dispatched */
    public record ManualItem(String taskId, String caseNo, String department, String departmentName, String itemName,
            String oneThing, Instant since, int handed) {}

    /** @param next give it as {@code after} for the next page, which may hold more though this one is empty; null on the last */
    public record ManualItems(List<ManualItem> items, @Nullable String next) {}

    /**
     * @param queuedAt since when it waits
     * @param handed how often it was handed out
     * @param givenUp pushing it failed for so long that only the manual desk has it
     */
    public record WaitingDelivery(String deliveryId, String type, String taskId, String caseNo, Instant at,
            Instant queuedAt, int handed, boolean givenUp) {}

    public Mono<ChannelView> channel(String department) {
        return channels.find(department)
                .map(c -> new ChannelView(c.department(), c.channel(), c.changedAt(), c.changedBy()));
    }

    /** What is known of how a department is doing. */
    private record Doing(ChannelRepository.Configured channel, Queue queue, @Nullable Beat beat) {}

    private Mono<Map<String, Doing>> doing(List<String> ids) {
        return Mono.zip(channels.find(ids), deliveries.queues(ids), pulses.find(ids)).map(all -> {
            Map<String, Queue> queues = all.getT2().stream()
                    .collect(Collectors.toMap(Queue::department, Function.identity()));
            Map<String, Beat> beats = all.getT3().stream()
                    .collect(Collectors.toMap(Beat::department, Function.identity()));
            return ids.stream().collect(Collectors.toMap(Function.identity(),
                    id -> new Doing(Objects.requireNonNull(all.getT1().get(id)),
                            queues.getOrDefault(id, new Queue(id, 0, 0, 0, null, null)), beats.get(id))));
        });
    }

    public Mono<StatusView> status(Department department) {
        return doing(List.of(department.id())).map(all -> {
            Doing doing = Objects.requireNonNull(all.get(department.id()));
            ChannelRepository.Configured channel = doing.channel();
            Queue queue = doing.queue();
            Beat beat = doing.beat();
            return new StatusView(department.id(), department.shownName(), channel.channel().mode(), queue.waiting(),
                    queue.unconfirmed(), queue.givenUp(), queue.oldest(), channel.breaker(), channel.breakerAt(),
                    beat == null ? null : beat.lastReplyAt(), beat == null ? 0 : beat.replies(),
                    beat == null || beat.timeCount() == 0 ? null : beat.timeSum() / beat.timeCount() / 1000);
        });
    }

    /** Ascending by department. @param region only of this one; null: of all */
    public Mono<List<RegistryEntry>> registry(@Nullable String region, @Nullable String after, int limit) {
        List<Department> found = catalog.departments().stream()
                .filter(d -> (region == null || d.region().equals(region))
                        && (after == null || d.id().compareTo(after) > 0))
                .sorted(Comparator.comparing(Department::id)).limit(limit).toList();
        return doing(found.stream().map(Department::id).toList())
                .map(all -> found.stream().map(d -> entry(d, Objects.requireNonNull(all.get(d.id())))).toList());
    }

    private static RegistryEntry entry(Department d, Doing doing) {
        Channel.Mode mode = doing.channel().channel().mode();
        Queue queue = doing.queue();
        return new RegistryEntry(d.id(), d.shownName(), d.region(),
                mode.byHand() ? Integration.MANUAL : Integration.API, mode, health(doing),
                doing.beat() == null ? null : doing.beat().lastReplyAt(), queue.waiting(), queue.unconfirmed(),
                queue.givenUp());
    }

    private static Health health(Doing doing) {
        if (doing.channel().channel().mode().calling() && doing.channel().breaker().equals("OPEN")) {
            return Health.DOWN;
        }
        if (doing.queue().givenUp() > 0 || doing.channel().breaker().equals("HALF_OPEN")) {
            return Health.DEGRADED;
        }
        return doing.beat() == null ? Health.UNKNOWN : Health.UP;
    }

    /** 未完成系统对接: what departments that work by hand have not taken yet of the cases that this one leads. */
    public Mono<ManualItems> manualItems(String lead, @Nullable String after, int limit) {
        return deliveries.untaken(after, limit).map(found -> new ManualItems(
                found.stream().filter(row -> leads(row, lead)).map(this::item).toList(),
                found.size() == limit ? found.getLast().taskId() : null));
    }

    private boolean leads(DeliveryRepository.Untaken row, String lead) {
        return catalog.version(row.catalogHash())
                .filter(o -> lead.equals(o.lead()) || o.coLeads().contains(lead)
                        || o.lead() == null && o.coLeads().isEmpty()
                                && o.items().getFirst().primaryDepartment().equals(lead))
                .isPresent();
    }

    private ManualItem item(DeliveryRepository.Untaken row) {
        Names names = Names.of(catalog, row.catalogHash());
        return new ManualItem(row.taskId(), row.caseNo(), row.department(),
                catalog.department(row.department()).map(Department::shownName).orElse(row.department()),
                names.item(row.taskId().substring(row.caseNo().length() + 1)), names.oneThing(row.oneThing()),
                row.at(), row.handed());
    }

    /** 未确认接收: deliveries without an answer, after one of them, ascending by task. */
    public Mono<List<WaitingDelivery>> unconfirmed(String department, @Nullable DeliveryId after, int limit) {
        return deliveries.unconfirmed(department, after, limit).map(found -> found.stream()
                .map(u -> new WaitingDelivery(u.id().text(), u.type(), u.id().taskId(), u.caseNo(), u.at(),
                        u.queuedAt(), u.handed(), u.givenUp()))
                .toList());
    }
}
