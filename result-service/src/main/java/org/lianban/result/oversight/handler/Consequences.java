package org.lianban.result.oversight.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.check.Check;
import org.lianban.result.oversight.expiry.Licence;
import org.lianban.result.oversight.store.FileRepository;
import org.lianban.result.oversight.supervision.Order;
import reactor.core.publisher.Mono;

/**
 * What moves of one file mean for others, in the same transaction: an order about a ticket loses its reason once the
 * ticket owes nothing; a revoked approval takes its licence along, and what became of a commitment goes on record.
 */
record Consequences(FileRepository repository, FileTypes types) {
    Mono<Void> of(Connection tx, FileRow.Kind kind, FileUnitOfWork unit, Instant now) {
        return switch (kind) {
            case TICKET -> tickets(tx, unit, now);
            case CHECK -> checks(tx, unit, now);
            case LICENCE, PUSH, ORDER -> Mono.empty();
        };
    }

    private Mono<Void> tickets(Connection tx, FileUnitOfWork unit, Instant now) {
        var fine = unit.moved(FileRow.Kind.TICKET).stream().filter(row -> !row.red()).map(FileRow::id).toList();
        return repository.lockAbout(tx, FileRow.Kind.ORDER, fine).doOnNext(orders -> {
            unit.with(orders);
            orders.values().forEach(row -> {
                var order = unit.read(types.order(), row);
                if (order.course().causeEndedAt() == null && !order.head().cause().rule().equals(Order.Cause.BY_HAND)) {
                    unit.move(types.order(), row, List.of(new Order.Event.CauseEnded("工单已按要求处理", now)),
                            OversightActor.SYSTEM.account());
                }
            });
        }).then();
    }

    private Mono<Void> checks(Connection tx, FileUnitOfWork unit, Instant now) {
        var records = new ArrayList<Check.Credit>();
        var revoked = new ArrayList<Check>();
        for (FileRow row : unit.moved(FileRow.Kind.CHECK)) {
            var check = unit.read(types.check(), row);
            switch (check.state()) {
                case CONFIRMED -> records.add(credit(check, true, "Confirmed", now));
                case REVOKED -> {
                    records.add(credit(check, false, "Revoked " + check.decisionNo(), now));
                    revoked.add(check);
                }
                case PLANNED, OPEN, CORRECTING, REFUTED, NOTICED, DEFENDED, UPHELD, DROPPED -> {
                }
            }
        }
        var cases = revoked.stream().map(check -> check.head().caseNo()).distinct().toList();
        return repository.recordCredits(tx, records).then(repository.lockOpen(tx, FileRow.Kind.LICENCE, cases))
                .doOnNext(licences -> {
                    unit.with(licences);
                    licences.values().forEach(row -> revoked.stream()
                            .filter(check -> check.head().caseNo().equals(row.caseNo())
                                    && check.head().itemNo().equals(row.itemNo()))
                            .findFirst().ifPresent(check -> unit.move(types.licence(), row,
                                    List.of(new Licence.Event.Revoked(String.valueOf(check.decisionNo()), now)),
                                    OversightActor.SYSTEM.account())));
                }).then();
    }

    private static Check.Credit credit(Check check, boolean kept, String ground, Instant now) {
        return new Check.Credit(check.head().caseNo(), check.head().material(), check.head().itemNo(), kept, ground,
                now);
    }
}
