package org.lianban.result.oversight.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lianban.result.oversight.CareRow;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.check.Check;
import org.lianban.result.oversight.check.Credit;
import org.lianban.result.oversight.expiry.LicenceEvent;
import org.lianban.result.oversight.store.CareRepository;
import org.lianban.result.oversight.store.CreditRepository;
import org.lianban.result.oversight.supervision.Order;
import org.lianban.result.oversight.supervision.OrderEvent;
import reactor.core.publisher.Mono;

/**
 * What moves of one file mean for others, in the same transaction: an order about a ticket loses its reason once the
 * ticket owes nothing; a revoked approval takes its licence along, and what became of a commitment goes on record.
 */
final class Aftermath {
    private final CareRepository store;
    private final CreditRepository credits;
    private final Drawers drawers;

    Aftermath(CareRepository store, CreditRepository credits, Drawers drawers) {
        this.store = store;
        this.credits = credits;
        this.drawers = drawers;
    }

    Mono<Void> of(Connection tx, FileKind kind, Filing filing, Instant now) {
        return switch (kind) {
            case TICKET -> tickets(tx, filing, now);
            case CHECK -> checks(tx, filing, now);
            case LICENCE, PUSH, ORDER -> Mono.empty();
        };
    }

    private Mono<Void> tickets(Connection tx, Filing filing, Instant now) {
        var fine = filing.moved(FileKind.TICKET).stream().filter(row -> !row.red()).map(CareRow::id).toList();
        return store.lockAbout(tx, FileKind.ORDER, fine).doOnNext(orders -> {
            filing.with(orders);
            orders.values().forEach(row -> {
                var order = filing.read(drawers.order(), row);
                if (order.course().causeEndedAt() == null && !order.head().cause().rule().equals(Order.Cause.BY_HAND)) {
                    filing.move(drawers.order(), row,
                            List.of(new OrderEvent.CauseEnded("工单已按要求处理", now)),
                            Filing.Cause.of("SYSTEM:result-service"));
                }
            });
        }).then();
    }

    private Mono<Void> checks(Connection tx, Filing filing, Instant now) {
        var records = new ArrayList<Credit>();
        var revoked = new ArrayList<Check>();
        for (CareRow row : filing.moved(FileKind.CHECK)) {
            var check = filing.read(drawers.check(), row);
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
        return credits.record(tx, records).then(store.lockOpen(tx, FileKind.LICENCE, cases)).doOnNext(licences -> {
            filing.with(licences);
            licences.values().forEach(row -> revoked.stream()
                    .filter(check -> check.head().caseNo().equals(row.caseNo())
                            && check.head().itemNo().equals(row.itemNo()))
                    .findFirst().ifPresent(check -> filing.move(drawers.licence(), row,
                            List.of(new LicenceEvent.Revoked(String.valueOf(check.decisionNo()), now)),
                            Filing.Cause.of("SYSTEM:result-service"))));
        }).then();
    }

    private static Credit credit(Check check, boolean kept, String ground, Instant now) {
        return new Credit(check.head().caseNo(), check.head().material(), check.head().itemNo(), kept, ground, now);
    }
}
