package org.lianban.result.oversight.handler;

import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.http.Problem;
import org.lianban.messaging.GroupCommit;
import org.lianban.result.oversight.rating.Rated;
import org.lianban.result.oversight.rating.Rating;
import org.lianban.result.oversight.rating.RatingDecider;
import org.lianban.result.oversight.store.CareRepository;
import org.lianban.result.oversight.store.RatingRepository;
import org.lianban.result.oversight.ticket.Kind;
import org.lianban.result.oversight.ticket.Ticket;
import org.lianban.result.oversight.ticket.TicketApplier;
import org.lianban.result.oversight.ticket.TicketEvent;
import reactor.core.publisher.Mono;

/** 评价: a bad one opens its ticket in the transaction that records it, so that none is ever without. */
public final class RatingHandler {
    /** @param ticket number of the ticket that a bad rating opened; null for others */
    public record Answer(Rated rated, @Nullable String ticket) {}

    private record Outcome(Object value) {}

    private final FileHandler.Kit kit;
    private final RatingRepository store;
    private final TicketDrawer tickets;
    private final GroupCommit<Rated, Outcome> door;

    RatingHandler(FileHandler.Kit kit, RatingRepository store, TicketDrawer tickets) {
        this.kit = kit;
        this.store = store;
        this.tickets = tickets;
        this.door = new GroupCommit<>("rating-desk", GroupCommit.Settings.DEFAULT, kit.database(), this::handle);
    }

    /**
     * @param rated with revision 1; the desk finds the true one
     * @return an error {@link Problem} 409 where somebody rated already or the key was used for something else
     */
    public Mono<Answer> submit(Rated rated) {
        return door.submit(rated).flatMap(outcome -> outcome.value() instanceof Problem problem
                ? Mono.error(problem)
                : Mono.just((Answer) outcome.value()));
    }

    private Mono<List<Outcome>> handle(Connection tx, List<Rated> given) {
        var cases = given.stream().map(r -> r.rating().subject().caseNo()).distinct().toList();
        var keys = given.stream().map(Rated::key).filter(Objects::nonNull).distinct().toList();
        var first = CareRepository.oneAtATime(tx, Stream.concat(cases.stream(), keys.stream()).toList());
        return first.then(store.lock(tx, cases)).flatMap(present -> store.answered(tx, keys).flatMap(answered -> {
            var batch = new Batch(present, answered);
            var outcomes = given.stream().map(batch::take).toList();
            return kit.store().numbers(tx, batch.wanted()).flatMap(numbers -> {
                var filing = new Filing(kit.store(), kit.json(), kit.calendars());
                batch.open(filing, numbers);
                return store.save(tx, List.copyOf(batch.fresh.values())).then(filing.write(tx))
                        .thenReturn(outcomes.stream().map(batch::answer).toList());
            });
        }));
    }

    static String prefix(Rating.Subject subject) {
        return subject.caseNo() + "-" + subject.part() + "-" + Kind.BAD_RATING.code();
    }

    /** One transaction's ratings. */
    private final class Batch {
        private final Map<Rating.Subject, Rated> present;
        private final Map<String, Rated> answered;
        private final Map<Rating.Subject, Rated> fresh = new HashMap<>();

        Batch(Map<Rating.Subject, Rated> present, Map<String, Rated> answered) {
            this.present = new HashMap<>(present);
            this.answered = new HashMap<>(answered);
        }

        /** A rating that is taken, or a problem. */
        Object take(Rated given) {
            var key = given.key();
            var before = key == null ? null : answered.get(key);
            if (before != null) {
                return before.command().equals(given.command()) ? before : Problems.keyReused();
            }
            var subject = given.rating().subject();
            var there = present.get(subject);
            return switch (RatingDecider.place(there == null ? null : there.rating(), given.rating())) {
                case TAKEN -> Problem.conflict("ALREADY_RATED", "已经评价过，不能重复评价。");
                case FREE, REPLACES_DEFAULT -> {
                    var rated = new Rated(given.rating(), given.region(), given.oneThing(), given.department(),
                            given.window(), given.actor(), there == null ? 1 : there.revision() + 1, key,
                            given.command());
                    present.put(subject, rated);
                    fresh.put(subject, rated);
                    if (key != null) {
                        answered.put(key, rated);
                    }
                    yield rated;
                }
            };
        }

        private List<Rated> bad() {
            return fresh.values().stream().filter(rated -> rated.rating().opensLoop()).toList();
        }

        TreeMap<String, Integer> wanted() {
            var wanted = new TreeMap<String, Integer>();
            bad().forEach(rated -> wanted.put(prefix(rated.rating().subject()), 1));
            return wanted;
        }

        /** 联动反馈: whose work was rated has the ticket at once. */
        void open(Filing filing, Map<String, Integer> numbers) {
            for (Rated rated : bad()) {
                var subject = rated.rating().subject();
                var prefix = prefix(subject);
                var at = rated.rating().at();
                var ticket = TicketApplier.opened(new Ticket.Head(prefix + (numbers.getOrDefault(prefix, 0) + 1),
                        Kind.BAD_RATING, rated.region(), subject.caseNo(), subject.itemNo(), rated.oneThing(),
                        rated.rating().level().label()
                                + (rated.rating().remark() == null ? "" : "：" + rated.rating().remark()),
                        null, List.of(), rated.rating().level(), at));
                var department = rated.department();
                var events = new ArrayList<TicketEvent>();
                if (department != null) {
                    events.add(new TicketEvent.Assigned(department, "差评自动分拨", at));
                }
                filing.open(tickets, ticket, events, Filing.Cause.of(rated.actor()));
            }
        }

        /** A subject has one bad rating at most: the first that somebody gave stands. */
        Outcome answer(Object outcome) {
            return outcome instanceof Rated rated
                    ? new Outcome(new Answer(rated,
                            rated.rating().opensLoop() ? prefix(rated.rating().subject()) + 1 : null))
                    : new Outcome(outcome);
        }
    }
}
