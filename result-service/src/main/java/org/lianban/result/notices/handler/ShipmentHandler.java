package org.lianban.result.notices.handler;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.command.once.Outcome;
import org.lianban.http.Problem;
import org.lianban.persistence.Database;
import org.lianban.result.notices.delivery.Order;
import org.lianban.result.notices.delivery.Shipment;
import org.lianban.result.notices.store.ShipmentRepository.Kept;
import org.lianban.result.notices.store.ShipmentRepository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 寄递台. A parcel that is signed for at the certificate window brings its results there, all of them, whatever cases
 * they belong to. The cases come first: whoever repeats the step because the answer was lost finds them done.
 */
public final class ShipmentHandler {
    private static final int CASES_AT_A_TIME = 8;

    private final Database database;
    private final ShipmentRepository store;
    private final DeliveryHandler deliveries;
    private final InstantSource clock;

    public ShipmentHandler(Database database, ShipmentRepository store, DeliveryHandler deliveries,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Booking the same again is answered as the first time; the same number for something else is refused. */
    public Mono<Shipment> book(Shipment shipment, Actor by) {
        return database.inTransaction(tx -> store.book(tx, shipment, by.text())
                .then(store.find(tx, shipment.carrier(), shipment.courierNo()))).flatMap(found -> {
                    var kept = found.getFirst().shipment();
                    return kept.direction() == shipment.direction() && kept.contents().equals(shipment.contents())
                            && kept.to().equals(shipment.to())
                                    ? Mono.just(kept)
                                    : Mono.error(Problem.conflict("NUMBER_TAKEN", "此快递单号已登记为另一寄递"));
                });
    }

    public Mono<Shipment> one(String carrier, String courierNo) {
        return kept(carrier, courierNo).map(Kept::shipment);
    }

    private Mono<Kept> kept(String carrier, String courierNo) {
        return database.withConnection(connection -> store.find(connection, carrier, courierNo))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("没有此寄递：" + carrier + " " + courierNo)));
    }

    public Mono<List<Shipment>> of(String caseNo, List<String> itemNos) {
        return database.withConnection(connection -> store.of(connection, caseNo, itemNos))
                .map(found -> found.stream().map(Kept::shipment).toList());
    }

    /** One step of the way; a step that was made before is answered as it stands. */
    public Mono<Shipment> move(String carrier, String courierNo, Shipment.Mark mark, Actor by) {
        return kept(carrier, courierNo).flatMap(before -> {
            var moved = before.shipment().moved(mark.state(), mark.at(), mark.note());
            if (moved.isEmpty()) {
                return Mono.error(Problem.conflict("NO_SUCH_STEP",
                        "寄递状态不能从" + before.shipment().state() + "变为" + mark.state()));
            }
            if (moved.get().equals(before.shipment())) {
                return Mono.just(before.shipment());
            }
            return arrived(moved.get(), by).then(database.inTransaction(tx -> store.move(tx, before, moved.get())))
                    .flatMap(written -> written == 1
                            ? Mono.just(moved.get())
                            : Mono.error(Problem.conflict("CHANGED_MEANWHILE", "寄递状态已被他人更新，请重新查询")));
        });
    }

    private Mono<Void> arrived(Shipment shipment, Actor by) {
        if (shipment.direction() != Shipment.Direction.TO_CERTIFICATE_WINDOW
                || shipment.state() != Shipment.State.SIGNED) {
            return Mono.empty();
        }
        Map<String, List<String>> byCase = new TreeMap<>();
        shipment.contents()
                .forEach(c -> byCase.computeIfAbsent(c.caseNo(), no -> new ArrayList<>()).add(c.itemNo()));
        var window = by.window() == null ? shipment.to() : by.window();
        return Flux.fromIterable(byCase.entrySet()).flatMap(each -> deliveries
                .submit(each.getKey(), by, null, new Order.Receive(each.getValue(), window))
                .flatMap(outcome -> Mono.justOrEmpty(fault(each.getKey(), outcome))), CASES_AT_A_TIME).collectList()
                .flatMap(faults -> faults.isEmpty() ? Mono.empty() : Mono.error(Problem.unprocessable(faults)));
    }

    private static @Nullable Fault fault(String caseNo, Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> null;
            case Outcome.Refused<?> refused -> new Fault("/contents/" + caseNo, refused.refusal().code(),
                    caseNo + "：" + (refused.refusal().faults().isEmpty()
                            ? refused.refusal().detail()
                            : String.join("；", refused.refusal().faults().stream().map(Fault::message).toList())));
        };
    }

    public Instant now() {
        return clock.instant();
    }

    /** @return empty where the text names a carrier and number that cannot be one */
    public static @Nullable Fault malformed(@Nullable String carrier, @Nullable String courierNo) {
        return carrier != null && carrier.matches("[0-9A-Za-z\\p{IsHan}]{1,20}") && courierNo != null
                && courierNo.matches("[0-9A-Za-z-]{6,40}")
                        ? null
                        : new Fault("/courierNo", "MALFORMED", "应填写快递公司和快递单号");
    }
}
