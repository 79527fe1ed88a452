package org.lianban.result.oversight.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.contracts.event.ResultEvent.TimerBreached;
import org.lianban.contracts.event.ResultEvent.TimerWarned;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.handler.CaseProjection;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.store.FileRepository;
import org.lianban.result.oversight.ticket.Ticket;
import reactor.core.publisher.Mono;

/**
 * What the events of cases mean for tickets, orders, checks and licences. A batch in which nothing of the kind happened
 * costs no statement.
 */
public final class OversightProjection implements CaseProjection {
    private final FileRepository repository;
    private final Law law;
    private final FileTypes types;
    private final Ticket.Rules rules;
    private final OrderProjection orders;
    private final CheckProjection checks;
    private final RenewalProjection licences;
    private final PushProjection pushes;

    public OversightProjection(FileRepository repository, Law law, FileTypes types,
            OversightSettings rules, CreditTiers tiers) {
        this.repository = repository;
        this.law = law;
        this.types = types;
        this.rules = rules.tickets();
        this.orders = new OrderProjection(types, law, rules.ladder());
        this.checks = new CheckProjection(types, rules.checks(), tiers);
        this.licences = new RenewalProjection(types, law, rules.expiry());
        this.pushes = new PushProjection(types, rules.regulators());
    }

    @Override
    public Mono<Void> project(Connection tx, List<CaseChange> all, Instant now) {
        var cases = all.stream().filter(change -> !change.after().isTest()).toList();
        var unit = new FileUnitOfWork(repository, law);
        var expired = details(cases, Timer.RATING);
        var checked = cases.stream().filter(CheckProjection::concerns).toList();
        var supervised = cases.stream().filter(orders::concerns).toList();
        var pushed = cases.stream().filter(pushes::concerns).toList();
        var issued = RenewalProjection.issued(cases);
        var reminded = details(cases, Timer.CERTIFICATE_EXPIRY);
        if (Stream.of(expired, checked, supervised, issued, reminded, pushed).allMatch(List::isEmpty)) {
            return Mono.empty();
        }
        return repository.lock(tx, expired).map(unit::with)
                .then(Mono.defer(() -> repository.lockOpen(tx, FileRow.Kind.CHECK, caseNos(checked)).map(unit::with)))
                .then(Mono.defer(() -> licences.lock(tx, repository, issued, reminded).map(unit::with)))
                .then(Mono
                        .defer(() -> repository.lockOpen(tx, FileRow.Kind.ORDER, caseNos(supervised)).map(unit::with)))
                .then(Mono.defer(() -> repository.numbers(tx, orders.numbers(supervised, unit)))).flatMap(numbers -> {
                    cases.forEach(change -> expire(unit, change));
                    var records = checks.project(unit, checked);
                    licences.project(unit, issued, cases);
                    pushes.project(unit, pushed);
                    orders.project(unit, supervised, numbers, now);
                    return repository.recordCredits(tx, records).then(Mono.defer(() -> unit.write(tx)));
                });
    }

    private static List<String> caseNos(List<CaseChange> cases) {
        return cases.stream().map(CaseChange::caseNo).toList();
    }

    /** What warnings and breaches of this timer were about. */
    private static List<String> details(List<CaseChange> cases, Timer timer) {
        return cases.stream().flatMap(change -> Stream.concat(
                change.events(TimerBreached.class).filter(e -> e.timer() == timer).map(TimerBreached::detail),
                change.events(TimerWarned.class).filter(e -> e.timer() == timer).map(TimerWarned::detail)))
                .filter(Objects::nonNull).distinct().sorted().toList();
    }

    /** Tickets whose limit was published as missed. */
    private void expire(FileUnitOfWork unit, CaseChange change) {
        change.events(TimerBreached.class).filter(e -> e.timer() == Timer.RATING && e.detail() != null)
                .forEach(e -> unit.file(FileRow.Kind.TICKET, String.valueOf(e.detail())).ifPresent(row -> unit.move(
                        types.ticket(), row, List.of(expired(unit.read(types.ticket(), row), e)),
                        OversightActor.SYSTEM.account())));
    }

    /** @throws IllegalStateException when the ticket was dealt with meanwhile: the breach is not published */
    private Ticket.Event expired(Ticket ticket, TimerBreached breach) {
        return ticket
                .expired(breach.dueAt(), rules, FileUnitOfWork.calendar(law, ticket.head().region()),
                        breach.breachedAt())
                .orElseThrow(() -> new IllegalStateException("Ticket " + ticket.head().id()
                        + " owes nothing any more that was due at " + breach.dueAt()));
    }
}
