package org.lianban.result.notices.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.clock.Terms;
import org.lianban.result.bundle.handler.CaseProjection;
import org.lianban.result.notices.Issuing;
import org.lianban.result.notices.Notice;
import org.lianban.result.notices.NoticeWriter;
import org.lianban.result.notices.paper.Papers;
import org.lianban.result.notices.sms.Message;
import org.lianban.result.notices.sms.News;
import org.lianban.result.notices.store.NoticeRepository;
import org.lianban.result.notices.store.NoticeRepository.Addressee;
import org.lianban.security.PersonalDataCipher;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * 发文与短信: one sheet per case and transaction, in that transaction. What is heard before the case's filing is known
 * waits, so that no notice goes out without its names and its limits.
 */
public record NoticeProjection(NoticeRepository repository, NoticeWriter writer, Message.Policy messages,
        PersonalDataCipher cipher) implements CaseProjection {
    @Override
    public Mono<Void> project(Connection tx, List<CaseChange> cases, Instant now) {
        var ready = cases.stream().filter(change -> change.terms() != null).toList();
        return repository.keepAddressees(tx, cases.stream().flatMap(this::addressee).toList())
                .then(repository.keepWaiting(tx, cases.stream().filter(change -> change.terms() == null)
                        .map(NoticeProjection::waiting).filter(waiting -> !waiting.events().isEmpty()).toList()))
                .then(Mono.defer(() -> ready.isEmpty() ? Mono.empty() : issue(tx, ready, now)));
    }

    private Mono<Void> issue(Connection tx, List<CaseChange> ready, Instant now) {
        var issuing = ready.stream().filter(f -> events(f).anyMatch(Issuing::issues))
                .map(CaseChange::caseNo).toList();
        return repository.known(tx, issuing, ready.stream().map(CaseChange::caseNo).toList()).flatMap(known -> {
            var late = new TreeSet<>(known.waiting().keySet());
            late.removeAll(issuing);
            // A case whose waiting events issue something now needs its numbers too; this is rare.
            return late.isEmpty()
                    ? write(tx, ready, known, now)
                    : repository.known(tx, ready.stream().map(CaseChange::caseNo).toList(),
                            ready.stream().map(CaseChange::caseNo).toList()).flatMap(all -> write(tx, ready, all, now));
        });
    }

    private Mono<Void> write(Connection tx, List<CaseChange> ready, NoticeRepository.Known known, Instant now) {
        var sheets = new ArrayList<NoticeRepository.Sheet>();
        for (CaseChange change : ready) {
            var terms = change.terms();
            if (terms != null) {
                sheet(change, terms, known, now, sheets);
            }
        }
        return repository.write(tx, sheets, now).then(repository.assign(tx, sheets, now))
                .then(repository.forgetWaiting(tx, known.waiting().keySet()));
    }

    private void sheet(CaseChange change, Terms terms, NoticeRepository.Known known, Instant now,
            List<NoticeRepository.Sheet> sheets) {
        var events = new ArrayList<CaseEvent>(known.waitingOf(change.caseNo()));
        events(change).forEach(events::add);
        var issuing = events.stream().anyMatch(Issuing::issues);
        List<Notice> notices = issuing
                ? writer.issue(change.after(), terms, events, known.numbersOf(change.caseNo()))
                : List.of();
        var message = message(change, terms.oneThing(), events, notices);
        if (!notices.isEmpty() || message != null) {
            sheets.add(new NoticeRepository.Sheet(change.caseNo(), change.after().book().version(), notices,
                    Papers.TEMPLATES, message, messages.recorded() ? null : messages.quiet().earliest(now)));
        }
    }

    private @Nullable String message(CaseChange change, OneThing oneThing, List<CaseEvent> events,
            List<Notice> notices) {
        if (change.after().isTest()) {
            return null;
        }
        var news = News.of(events, no -> oneThing.item(no).map(OneThing.Item::name).orElse(no), notices,
                messages.scope());
        return news.isEmpty() ? null : Message.of(oneThing.name(), change.caseNo(), news, messages.style());
    }

    private Stream<Addressee> addressee(CaseChange change) {
        return change.events(IntakeEvent.CaseSubmitted.class).filter(e -> e.addressee() != null)
                .reduce((first, last) -> last).map(e -> sealed(e.caseNo(), Objects.requireNonNull(e.addressee())))
                .stream();
    }

    private Addressee sealed(String caseNo, IntakeEvent.Addressee named) {
        var phone = named.phone();
        return phone == null || phone.isBlank()
                ? new Addressee(caseNo, cipher.seal(named.name()), null, null)
                : new Addressee(caseNo, cipher.seal(named.name()), cipher.seal(phone),
                        cipher.indexes(phone).getFirst());
    }

    private static Stream<CaseEvent> events(CaseChange change) {
        return change.events().stream().map(recorded -> (CaseEvent) recorded.event());
    }

    private static NoticeRepository.Waiting waiting(CaseChange change) {
        return new NoticeRepository.Waiting(change.caseNo(), change.after().book().version(),
                events(change).filter(Issuing::issues)
                        .map(NoticeProjection::withoutParties).toList());
    }

    /** What waits is not sealed, and no notice reads parties or forms from an event. */
    private static CaseEvent withoutParties(CaseEvent event) {
        if (!(event instanceof IntakeEvent.CaseReceived e) || e.pack() == null) {
            return event;
        }
        var nobody = new Party("", Party.IdType.RESIDENT_ID, "", null);
        var pack = new CasePack(nobody, null, Map.of(), JsonNodeFactory.instance.objectNode(), e.pack().materials(),
                e.pack().priority());
        return new IntakeEvent.CaseReceived(e.caseNo(), e.region(), e.oneThing(), e.catalogHash(), e.receiptNo(),
                e.items(), e.handedInAt(), e.receivedAt(), pack, e.facts());
    }
}
