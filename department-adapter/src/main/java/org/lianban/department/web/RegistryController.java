package org.lianban.department.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.department.channel.Channel;
import org.lianban.department.store.ChannelStore.Configured;
import org.lianban.department.store.DeliveryStore.Queue;
import org.lianban.department.store.ManualStore;
import org.lianban.department.store.PulseStore.Beat;
import org.lianban.http.Problem;
import org.lianban.kit.catalog.CatalogCopy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 接入总表: which departments are connected, which work by hand, and how each is doing. */
@RestController
@RequestMapping("/api")
@Tag(name = "registry", description = "接入总表 of all departments")
public class RegistryController {
    private static final int MAX = 200;

    private final CatalogCopy catalog;
    private final ChannelController.Stores stores;
    private final ManualStore manual;

    public RegistryController(CatalogCopy catalog, ChannelController.Stores stores, ManualStore manual) {
        this.catalog = catalog;
        this.stores = stores;
        this.manual = manual;
    }

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

    /**
     * @param lastSync 最近同步: when the department last replied, the clock of replies; null: never
     * @param waiting deliveries that wait to be handed out
     * @param unconfirmed deliveries without an answer
     */
    public record Entry(String department, String name, String region, Integration integration, Channel.Mode mode,
            Health health, @Nullable Instant lastSync, long waiting, long unconfirmed, long givenUp) {}

    /** @param next give it as {@code after} for the next page; null on the last */
    public record Page(List<Entry> departments, @Nullable String next) {}

    /** @param since when it was dispatched */
    public record ManualItem(String taskId, String caseNo, String department, String departmentName, String itemName,
            String oneThing, Instant since, int handed) {}

    /** @param next give it as {@code after} for the next page, which may hold more though this one is empty; null on the last */
    public record ManualPage(List<ManualItem> items, @Nullable String next) {}

    @Operation(summary = "How every department is connected, and how it is doing", description = """
            API or MANUAL, health, last sync. Ascending by department.""")
    @GetMapping("/registry")
    Mono<Page> registry(
            @RequestParam(required = false) @Parameter(example = "410721",
                    description = "only of this region") @Nullable String region,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(required = false) @Parameter(description = "1 to 200, default 100") @Nullable String max) {
        Query query = new Query();
        int limit = query.number("max", max, 1, MAX, 100);
        String from = query.key("after", after);
        query.check();
        List<Department> found = catalog.departments().stream()
                .filter(d -> (region == null || region.isEmpty() || d.region().equals(region))
                        && d.id().compareTo(from) > 0)
                .sorted(Comparator.comparing(Department::id)).limit(limit + 1L).toList();
        List<Department> page = found.subList(0, Math.min(limit, found.size()));
        List<String> ids = page.stream().map(Department::id).toList();
        return Mono.zip(stores.channels().find(ids), stores.deliveries().queues(ids), stores.pulses().find(ids))
                .map(all -> {
                    Map<String, Queue> queues = all.getT2().stream()
                            .collect(Collectors.toMap(Queue::department, Function.identity()));
                    Map<String, Beat> beats = all.getT3().stream()
                            .collect(Collectors.toMap(Beat::department, Function.identity()));
                    return new Page(page.stream().map(d -> entry(d, Optional.ofNullable(all.getT1().get(d.id()))
                            .orElseThrow(), queues.getOrDefault(d.id(), new Queue(d.id(), 0, 0, 0, null, null)),
                            beats.get(d.id()))).toList(), found.size() > limit ? page.getLast().id() : null);
                });
    }

    private static Entry entry(Department d, Configured channel, Queue queue, @Nullable Beat beat) {
        Channel.Mode mode = channel.channel().mode();
        return new Entry(d.id(), Departments.name(d), d.region(),
                mode == Channel.Mode.MANUAL ? Integration.MANUAL : Integration.API, mode, health(channel, queue, beat),
                beat == null ? null : beat.lastReplyAt(), queue.waiting(), queue.unconfirmed(), queue.givenUp());
    }

    private static Health health(Configured channel, Queue queue, @Nullable Beat beat) {
        if (channel.channel().mode() == Channel.Mode.PUSH && channel.breaker().equals("OPEN")) {
            return Health.DOWN;
        }
        if (queue.givenUp() > 0 || channel.breaker().equals("HALF_OPEN")) {
            return Health.DEGRADED;
        }
        return beat == null ? Health.UNKNOWN : Health.UP;
    }

    @Operation(summary = "Items that departments without a connected system have not taken yet", description = """
            For the lead department, which organises that they fetch the application (新政文〔2024〕62号 附件3).""")
    @GetMapping("/manual-items")
    Mono<ManualPage> manualItems(@RequestParam @Parameter(example = "410721-shichangjianguan") String lead,
            @RequestParam(defaultValue = "") @Parameter(description = "task id the page starts after") String after,
            @RequestParam(required = false) @Parameter(description = "1 to 200, default 100") @Nullable String max) {
        Query query = new Query();
        int limit = query.number("max", max, 1, MAX, 100);
        String from = query.key("after", after);
        query.check();
        if (catalog.department(lead).isEmpty()) {
            throw Problem.badRequest(List.of(new Fault("?lead", "UNKNOWN_DEPARTMENT", "目录中没有部门 " + lead)));
        }
        return manual.untaken(from, limit).map(found -> new ManualPage(
                found.stream().filter(row -> leads(row, lead)).map(this::item).toList(),
                found.size() == limit ? found.getLast().taskId() : null));
    }

    private boolean leads(ManualStore.Untaken row, String lead) {
        return catalog.version(row.catalogHash())
                .filter(o -> lead.equals(o.lead()) || o.coLeads().contains(lead)
                        || o.lead() == null && o.coLeads().isEmpty()
                                && o.items().getFirst().primaryDepartment().equals(lead))
                .isPresent();
    }

    private ManualItem item(ManualStore.Untaken row) {
        String itemNo = row.taskId().substring(row.caseNo().length() + 1);
        Optional<OneThing> version = catalog.version(row.catalogHash());
        return new ManualItem(row.taskId(), row.caseNo(), row.department(),
                catalog.department(row.department()).map(Departments::name).orElse(row.department()),
                version.flatMap(v -> v.item(itemNo)).map(OneThing.Item::name).orElse(itemNo),
                version.map(OneThing::name).orElse(row.oneThing()), row.at(), row.handed());
    }
}
