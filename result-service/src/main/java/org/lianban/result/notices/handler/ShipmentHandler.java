package org.lianban.result.notices.handler;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.persistence.Database;
import org.lianban.result.notices.delivery.DeliveryDecider;
import org.lianban.result.notices.delivery.Shipment;
import org.lianban.result.notices.store.ShipmentRepository;
import org.lianban.result.notices.store.ShipmentRepository.Stored;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 寄递. A parcel that is signed for at the certificate window brings its results there, all of them, whatever cases
 * they belong to. The cases come first: whoever repeats the step because the answer was lost finds them done.
 */
public record ShipmentHandler(Database database, ShipmentRepository repository, DeliveryHandler deliveries,
        InstantSource clock) {
    private static final int CASES_AT_A_TIME = 8;

    /** Booking the same again is answered as the first time; the same number for something else is refused. */
    public Mono<Outcome<Shipment>> book(Function<Instant, Shipment> booking, Actor by) {
        var shipment = booking.apply(clock.instant());
        return database.inTransaction(tx -> repository.book(tx, shipment, by.text())
                .then(repository.find(tx, shipment.carrier(), shipment.courierNo()))).map(found -> {
                    var kept = found.getFirst().shipment();
                    return kept.direction() == shipment.direction() && kept.contents().equals(shipment.contents())
                            && kept.to().equals(shipment.to())
                                    ? Outcome.done(kept)
                                    : Outcome.refused(Refusal.conflict("NUMBER_TAKEN", "此快递单号已登记为另一寄递"));
                });
    }

    /** Empty where it was never booked. */
    public Mono<Shipment> one(String carrier, String courierNo) {
        return kept(carrier, courierNo).map(Stored::shipment);
    }

    private Mono<Stored> kept(String carrier, String courierNo) {
        return database.withConnection(connection -> repository.find(connection, carrier, courierNo))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    public Mono<List<Shipment>> of(String caseNo, List<String> itemNos) {
        return database.withConnection(connection -> repository.of(connection, caseNo, itemNos))
                .map(found -> found.stream().map(Stored::shipment).toList());
    }

    /**
     * One step of the way; a step that was made before is answered as it stands.
     *
     * @param at null: now
     */
    public Mono<Outcome<Shipment>> move(String carrier, String courierNo, Shipment.State to, @Nullable Instant at,
            @Nullable String note, Actor by) {
        return kept(carrier, courierNo).flatMap(before -> {
            var moved = before.shipment().moved(to, at == null ? clock.instant() : at, note);
            if (moved.isEmpty()) {
                return refused(Refusal.conflict("NO_SUCH_STEP", "寄递状态不能从" + before.shipment().state() + "变为" + to));
            }
            if (moved.get().equals(before.shipment())) {
                return Mono.just(Outcome.done(before.shipment()));
            }
            return arrived(moved.get(), by).flatMap(faults -> faults.isEmpty()
                    ? move(before, moved.get())
                    : refused(Refusal.unacceptable(faults)));
        }).switchIfEmpty(Mono.defer(() -> refused(Refusal.notFound("没有此寄递：" + carrier + " " + courierNo))));
    }

    private static Mono<Outcome<Shipment>> refused(Refusal refusal) {
        return Mono.just(Outcome.refused(refusal));
    }

    private Mono<Outcome<Shipment>> move(Stored before, Shipment moved) {
        return database.inTransaction(tx -> repository.move(tx, before, moved)).map(written -> written == 1
                ? Outcome.done(moved)
                : Outcome.refused(Refusal.conflict("CHANGED_MEANWHILE", "寄递状态已被他人更新，请重新查询")));
    }

    /** Every case that refused its results. */
    private Mono<List<Fault>> arrived(Shipment shipment, Actor by) {
        if (shipment.direction() != Shipment.Direction.TO_CERTIFICATE_WINDOW
                || shipment.state() != Shipment.State.SIGNED) {
            return Mono.just(List.of());
        }
        Map<String, List<String>> byCase = new TreeMap<>();
        shipment.contents()
                .forEach(c -> byCase.computeIfAbsent(c.caseNo(), no -> new ArrayList<>()).add(c.itemNo()));
        var window = by.window() == null ? shipment.to() : by.window();
        return Flux.fromIterable(byCase.entrySet()).flatMap(each -> deliveries
                .submit(each.getKey(), by, null, new DeliveryDecider.Command.Receive(each.getValue(), window))
                .flatMap(outcome -> switch (outcome) {
                    case Outcome.Done<List<ResultEvent>> done -> Mono.<Fault>empty();
                    case Outcome.Refused<List<ResultEvent>> refused ->
                        Mono.just(fault(each.getKey(), refused.refusal()));
                }), CASES_AT_A_TIME).collectList();
    }

    private static Fault fault(String caseNo, Refusal refusal) {
        return new Fault("/contents/" + caseNo, refusal.code(), caseNo + "：" + (refusal.faults().isEmpty()
                ? refusal.detail()
                : refusal.faults().stream().map(Fault::message).collect(Collectors.joining("；"))));
    }
}
