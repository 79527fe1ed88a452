package org.lianban.result.oversight.handler;

import io.r2dbc.spi.Connection;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Refusal;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.OnceOnly;
import org.lianban.command.once.Outcome;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.oversight.Reason;
import org.lianban.result.oversight.rating.Rating;
import org.lianban.result.oversight.rating.RatingDecider;
import org.lianban.result.oversight.store.FileRepository;
import org.lianban.result.oversight.store.RatingRepository;
import org.lianban.result.oversight.ticket.Ticket;
import reactor.core.publisher.Mono;

/** 评价: a bad one opens its ticket in the transaction that records it, so that none is ever without. */
public final class RatingHandler {
    /** @param ticket number of the ticket that a bad rating opened; null for others */
    public record Answer(Rating.Rated rated, @Nullable String ticket) {}

    private final RatingRepository ratings;
    private final FileRepository files;
    private final Law law;
    private final FileTypes types;
    private final OnceOnly<Rating.Rated, Answer> door;

    public RatingHandler(Database database, RatingRepository ratings, FileRepository files, Law law,
            FileTypes types, InstantSource clock) {
        this.ratings = ratings;
        this.files = files;
        this.law = law;
        this.types = types;
        this.door = new OnceOnly<>("ratings", database, clock, files.codec(Answer.class), this::handle);
    }

    /** @param rated a command with revision 1; the true one is found here */
    Mono<Outcome<Answer>> submit(Keyed<Rating.Rated> rated) {
        return door.submit(rated);
    }

    private Mono<List<Outcome<Answer>>> handle(Connection tx, List<Rating.Rated> given) {
        var cases = given.stream().map(r -> r.rating().subject().caseNo()).distinct().toList();
        return RatingRepository.oneAtATime(tx, cases).then(ratings.lock(tx, cases)).flatMap(present -> {
            var batch = new Batch(present);
            List<Outcome<Answer>> outcomes = given.stream().map(batch::take).toList();
            return files.numbers(tx, batch.wanted()).flatMap(numbers -> {
                var unit = new FileUnitOfWork(files, law);
                batch.bad().forEach(rated -> open(unit, rated, numbers));
                return ratings.save(tx, List.copyOf(batch.fresh.values())).then(unit.write(tx)).thenReturn(outcomes);
            });
        });
    }

    private static String prefix(Rating.Rated rated) {
        return rated.rating().subject().caseNo() + "-" + rated.part() + "-" + Ticket.Kind.BAD_RATING.code();
    }

    /** 联动反馈: whose work was rated has the ticket at once. */
    private void open(FileUnitOfWork unit, Rating.Rated rated, Map<String, Integer> numbers) {
        var rating = rated.rating();
        var subject = rating.subject();
        var prefix = prefix(rated);
        var remark = rating.remark();
        var ticket = Ticket.opened(new Ticket.Head(prefix + (numbers.getOrDefault(prefix, 0) + 1),
                Ticket.Kind.BAD_RATING, rated.region(), subject.caseNo(), subject.itemNo(), rated.oneThing(),
                rating.level().label() + (remark == null ? "" : "：" + remark), null, List.of(), rating.level(),
                rating.at()));
        var department = rated.department();
        unit.open(types.ticket(), ticket, department == null
                ? List.of()
                : List.of(new Ticket.Event.Assigned(department, "差评自动分拨", rating.at())), rated.actor());
    }

    /** One transaction's ratings. */
    private static final class Batch {
        private final Map<Rating.Subject, Rating.Rated> present;
        private final Map<Rating.Subject, Rating.Rated> fresh = new HashMap<>();

        Batch(Map<Rating.Subject, Rating.Rated> present) {
            this.present = new HashMap<>(present);
        }

        /** A subject has one bad rating at most: the first that somebody gave stands. */
        Outcome<Answer> take(Rating.Rated given) {
            var subject = given.rating().subject();
            var there = present.get(subject);
            return switch (RatingDecider.place(there == null ? null : there.rating(), given.rating())) {
                case TAKEN -> Outcome.refused(Refusal.of(Reason.ALREADY_RATED, "已经评价过，不能重复评价。"));
                case FREE, REPLACES_DEFAULT -> {
                    var rated = there == null ? given : given.revised(there.revision() + 1);
                    present.put(subject, rated);
                    fresh.put(subject, rated);
                    yield Outcome.done(201, new Answer(rated, rated.rating().opensLoop() ? prefix(rated) + 1 : null));
                }
            };
        }

        List<Rating.Rated> bad() {
            return fresh.values().stream().filter(rated -> rated.rating().opensLoop()).toList();
        }

        TreeMap<String, Integer> wanted() {
            var wanted = new TreeMap<String, Integer>();
            bad().forEach(rated -> wanted.put(prefix(rated), 1));
            return wanted;
        }
    }
}
