package org.lianban.department.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.department.channel.Channel;
import org.lianban.department.channel.ChannelRequest;
import org.lianban.department.store.ChannelStore;
import org.lianban.department.store.DeliveryStore.Queue;
import org.lianban.department.store.DeliveryStore;
import org.lianban.department.store.PulseStore;
import org.lianban.department.work.Bells;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 接入登记: how a department is connected, how it is doing, and handing it everything again. */
@RestController
@RequestMapping("/api/departments/{id}")
public class ChannelController {
    private final Departments departments;
    private final Stores stores;
    private final ChannelRequest.Place place;
    private final Bells bells;
    private final InstantSource clock;

    /** What this door reads and writes. */
    public record Stores(ChannelStore channels, DeliveryStore deliveries, PulseStore pulses) {}

    public ChannelController(Departments departments, Stores stores, ChannelRequest.Place place, Bells bells,
            InstantSource clock) {
        this.departments = departments;
        this.stores = stores;
        this.place = place;
        this.bells = bells;
        this.clock = clock;
    }

    /** @param changedAt null while the department has the default */
    public record ChannelView(String department, Channel channel, @Nullable Instant changedAt,
            @Nullable String changedBy) {
        static ChannelView of(ChannelStore.Configured c) {
            return new ChannelView(c.department(), c.channel(), c.changedAt(), c.changedBy());
        }
    }

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

    /** @param deliveries that are due now */
    public record Resent(long deliveries) {}

    @Operation(summary = "How the department is connected")
    @GetMapping("/channel")
    Mono<ChannelView> channel(@PathVariable @Parameter(example = "410721-gongan") String id) {
        return stores.channels().find(departments.require(id).id()).map(ChannelView::of);
    }

    @Operation(summary = "Connect the department",
            description = """
                    The secret that signs pushes (HMAC_SHA256 or HMAC_SM3) is named, never sent: it comes from the environment as \
                    lianban.department.secrets.<name>. Every fault is answered at once.""",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @Content(examples = @ExampleObject(
                            value = """
                                    {"mode":"PUSH","url":"https://gongan.example.gov.cn/lianban","secretName":"gongan",
                                     "batch":50,"ratePerSecond":50,"concurrency":2,"timeoutMillis":5000,"signature":"HMAC_SM3"}"""))))
    @PutMapping("/channel")
    Mono<ChannelView> connect(@PathVariable @Parameter(example = "410721-gongan") String id,
            @RequestBody ChannelRequest request, @RequestHeader HttpHeaders headers) {
        String department = departments.require(id).id();
        String actor = Actors.of(headers, Actor.Role.OPERATOR).text();
        List<Fault> faults = request.faults(place).stream()
                .map(f -> new Fault(f.pointer(), f.code(), f.message())).toList();
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(faults);
        }
        return stores.channels().put(department, request.channel(), clock.instant(), actor)
                .flatMap(saved -> stores.deliveries().resend(department).thenReturn(ChannelView.of(saved)))
                .doOnNext(saved -> bells.ring(department));
    }

    @Operation(summary = "How the department is doing")
    @GetMapping("/status")
    Mono<StatusView> status(@PathVariable @Parameter(example = "410721-gongan") String id) {
        var known = departments.require(id);
        return Mono.zip(stores.channels().find(id), stores.deliveries().queues(List.of(id)), stores.pulses().find(id))
                .map(all -> {
                    ChannelStore.Configured channel = all.getT1();
                    Queue queue = all.getT2().isEmpty() ? new Queue(id, 0, 0, 0, null, null) : all.getT2().getFirst();
                    var beat = all.getT3();
                    return new StatusView(id, Departments.name(known),
                            channel.channel().mode(), queue.waiting(), queue.unconfirmed(), queue.givenUp(),
                            queue.oldest(), channel.breaker(), channel.breakerAt(),
                            beat.map(PulseStore.Beat::lastReplyAt).orElse(null),
                            beat.map(PulseStore.Beat::replies).orElse(0L),
                            beat.filter(b -> b.timeCount() > 0).map(b -> b.timeSum() / b.timeCount() / 1000)
                                    .orElse(null));
                });
    }

    @Operation(summary = "Hand out everything again that has no answer yet", description = """
            Deliveries keep their ids, so that a department that has them already recognises them.""")
    @PostMapping("/resend")
    Mono<Resent> resend(@PathVariable @Parameter(example = "410721-gongan") String id) {
        return stores.deliveries().resend(departments.require(id).id()).map(Resent::new)
                .doOnNext(done -> bells.ring(id));
    }
}
