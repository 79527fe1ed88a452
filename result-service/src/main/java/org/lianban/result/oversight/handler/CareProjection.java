package org.lianban.result.oversight.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.handler.CaseProjection;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.store.CareRepository;
import org.lianban.result.oversight.store.CreditRepository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the events of cases mean for tickets, orders, checks and licences. A batch in which nothing of the kind happened
 * costs no statement.
 */
public final class CareProjection implements CaseProjection {
    private final CareRepository store;
    private final CreditRepository credits;
    private final JsonMapper json;
    private final WorkCalendars calendars;
    private final Orders orders;
    private final Checks checks;
    private final Licences licences;
    private final Tickets tickets;
    private final Pushes pushes;

    CareProjection(CareRepository store, CreditRepository credits, JsonMapper json, WorkCalendars calendars,
            Rooms rooms) {
        this.store = store;
        this.credits = credits;
        this.json = json;
        this.calendars = calendars;
        this.tickets = rooms.tickets();
        this.checks = rooms.checks();
        this.licences = rooms.licences();
        this.orders = rooms.orders();
        this.pushes = rooms.pushes();
    }

    /** One helper per kind of file. */
    record Rooms(Tickets tickets, Checks checks, Licences licences, Orders orders, Pushes pushes) {}

    @Override
    public Mono<Void> follow(Connection tx, List<CaseChange> all, Instant now) {
        var cases = all.stream().filter(followed -> !followed.after().isTest()).toList();
        var filing = new Filing(store, json, calendars);
        var expired = details(cases, Timer.RATING);
        var checked = cases.stream().filter(Checks::concerns).toList();
        var supervised = cases.stream().filter(orders::concerns).toList();
        var pushed = cases.stream().filter(pushes::concerns).toList();
        var issued = Licences.issued(cases);
        var reminded = details(cases, Timer.CERTIFICATE_EXPIRY);
        if (expired.isEmpty() && checked.isEmpty() && supervised.isEmpty() && issued.isEmpty() && reminded.isEmpty()
                && pushed.isEmpty()) {
            return Mono.empty();
        }
        return store.lock(tx, expired).map(filing::with)
                .flatMap(f -> store.lockOpen(tx, FileKind.CHECK, caseNos(checked)).map(filing::with))
                .flatMap(f -> licences.lock(tx, store, issued, reminded).map(filing::with))
                .flatMap(f -> store.lockOpen(tx, FileKind.ORDER, caseNos(supervised)).map(filing::with))
                .flatMap(f -> store.numbers(tx, orders.numbers(supervised, filing))).flatMap(numbers -> {
                    tickets.expire(filing, cases);
                    var records = checks.follow(filing, checked);
                    licences.follow(filing, issued, cases);
                    pushes.follow(filing, pushed);
                    orders.follow(filing, supervised, numbers, now);
                    return credits.record(tx, records).then(Mono.defer(() -> filing.write(tx)));
                });
    }

    private static List<String> caseNos(List<CaseChange> cases) {
        return cases.stream().map(CaseChange::caseNo).toList();
    }

    /** What warnings and breaches of this timer were about. */
    static List<String> details(List<CaseChange> cases, Timer timer) {
        var details = new TreeSet<String>();
        for (CaseChange followed : cases) {
            for (ResultEvent said : followed.said()) {
                if (said instanceof ResultEvent.TimerBreached e && e.timer() == timer && e.detail() != null) {
                    details.add(e.detail());
                } else if (said instanceof ResultEvent.TimerWarned e && e.timer() == timer && e.detail() != null) {
                    details.add(e.detail());
                }
            }
        }
        return List.copyOf(details);
    }
}
