package org.lianban.result.oversight.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.result.oversight.handler.OversightRig.ADMIN;
import static org.lianban.result.oversight.handler.OversightRig.APPLICANT;
import static org.lianban.result.oversight.handler.OversightRig.WEIJIAN;
import static org.lianban.result.oversight.handler.OversightRig.accepted;
import static org.lianban.result.oversight.handler.OversightRig.done;
import static org.lianban.result.oversight.handler.OversightRig.officer;
import static org.lianban.result.oversight.handler.OversightRig.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.result.Sample;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.handler.OpeningHandler.TicketRequest;
import org.lianban.result.oversight.handler.RatingCommands.RatingCommand;
import org.lianban.result.oversight.query.BulletinQueries;
import org.lianban.result.oversight.query.RatingQueries;
import org.lianban.result.oversight.query.RatingQueries.Span;
import org.lianban.result.oversight.rating.Rating;
import org.lianban.result.oversight.rating.Ratios;
import org.lianban.result.oversight.store.RatingRepository;
import org.lianban.result.oversight.ticket.Ticket;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RatingHandlerTest {
    private static final String NO = "41072120261123YJS000001X";
    private static final String TICKET = NO + "-00-CP1";
    private static final Span MONTH = new Span(Sample.at("2026-11-01T00:00"), Sample.at("2027-01-01T00:00"));

    private final OversightRig rig = new OversightRig();
    private final RatingQueries queries = new RatingQueries(rig.store.database(), new RatingRepository(rig.json));

    @AfterEach
    void close() {
        rig.close();
    }

    private static RatingCommand request(Rating.Level level, boolean byDefault) {
        return new RatingCommand(null, level, Rating.Channel.HALL_TABLET, Rating.Source.OFFLINE, byDefault, Map.of(),
                "等了三次");
    }

    private Mono<Outcome<RatingHandler.Answer>> rating(String no, Rating.Level level, @Nullable String key) {
        return rig.ratings.rate(no, request(level, false), OversightRig.speaking(APPLICANT), key);
    }

    private RatingHandler.Answer rate(String no, Rating.Level level, @Nullable String key) {
        return accepted(rating(no, level, key));
    }

    private Mono<Outcome<FileRow>> asked(Ticket.Command command, Actor actor) {
        return rig.files.tickets().submit(TICKET, command, OversightRig.speaking(actor), null);
    }

    private FileRow step(Ticket.Command command, Actor actor) {
        return accepted(asked(command, actor));
    }

    @Test
    void shouldTakeARatingOnceTheCaseIsSettledAndOnlyOnce() {
        rig.dispatched(NO, "04");
        assertThat(refused(rating(NO, Rating.Level.SATISFIED, null)).faults()).extracting(Fault::code)
                .containsExactly("NOT_SETTLED");
        rig.store.handle(rig.store.incoming(new Sample.Case(NO).decided("04", rig.store.now(),
                org.lianban.contracts.Outcome.APPROVED), 1, rig.store.now()));
        var first = rate(NO, Rating.Level.SATISFIED, "k1");
        assertThat(first.rated().department()).as("of a whole case the lead answers").isEqualTo(WEIJIAN);
        assertThat(first.rated().window()).isEqualTo("w1");
        assertThat(first.ticket()).isNull();
        assertThat(rate(NO, Rating.Level.SATISFIED, "k1")).isEqualTo(first);
        assertThat(refused(rating(NO, Rating.Level.DISSATISFIED, "k1")).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(refused(rating(NO, Rating.Level.DISSATISFIED, "k2")).code()).isEqualTo("ALREADY_RATED");
        assertThat(refused(rating("41072120261123YJS999999X", Rating.Level.SATISFIED, null)).kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(refused(rig.ratings.rate(NO, request(Rating.Level.SATISFIED, false),
                OversightRig.speaking(officer(WEIJIAN)), null)).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void shouldLetAGenuineRatingTakeThePlaceOfADefaultOneAndCountNoDefaultAsGood() {
        rig.settled(NO);
        rig.settled("41072120261123YJS000002X");
        var platform = OversightRig.speaking(new Actor(Role.PROVINCE, "province", null));
        for (String no : List.of(NO, "41072120261123YJS000002X")) {
            accepted(rig.ratings.rate(no, request(Rating.Level.VERY_SATISFIED, true), platform, null));
        }
        assertThat(refused(rig.ratings.rate(NO, request(Rating.Level.SATISFIED, true),
                OversightRig.speaking(APPLICANT), null)).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(done(queries.counts("410721", MONTH)))
                .isEqualTo(new RatingQueries.Counts(Map.of(), 2));
        var bad = rate(NO, Rating.Level.DISSATISFIED, null);
        assertThat(bad.rated().revision()).isEqualTo(2);
        assertThat(bad.rated().number()).isEqualTo(NO + "-00-PJ2");
        assertThat(bad.ticket()).isEqualTo(TICKET);
        assertThat(done(queries.counts("410721", MONTH)))
                .isEqualTo(new RatingQueries.Counts(Map.of(Rating.Level.DISSATISFIED, 1L), 1));
        assertThat(done(queries.cohort("410721", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1))))
                .isEqualTo(new RatingQueries.Cohort(2, 1));
        assertThat(done(queries.cohort("410721", LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 1))))
                .isEqualTo(new RatingQueries.Cohort(0, 0));
    }

    @Test
    void shouldRateItemByItemWhatWasFiledOnline() {
        var sample = new Sample.Case(NO);
        var now = rig.store.now();
        var e = (org.lianban.contracts.event.IntakeEvent.CaseSubmitted) sample.submitted(now);
        rig.store.handle(rig.store.incoming(new org.lianban.contracts.event.IntakeEvent.CaseSubmitted(e.caseNo(),
                e.region(), e.oneThing(), e.catalogHash(), org.lianban.contracts.Channel.ONLINE, null,
                e.applicantName(), e.provinceNo(), 0, now), 1, now),
                rig.store.incoming(sample.dispatched(now, now, "01", "04"), 1, now),
                rig.store.incoming(sample.decided("04", now, org.lianban.contracts.Outcome.APPROVED), 1, now));
        var item = new RatingCommand("04", Rating.Level.VERY_DISSATISFIED, Rating.Channel.MOBILE, Rating.Source.ONLINE,
                false, Map.of(), null);
        var answer = accepted(rig.ratings.rate(NO, item, OversightRig.speaking(APPLICANT), null));
        assertThat(answer.rated().department()).isEqualTo("410721-renshe");
        assertThat(answer.ticket()).isEqualTo(NO + "-04-CP1");
        assertThat(rig.one(FileRow.Kind.TICKET, NO + "-04-CP1").department()).isEqualTo("410721-renshe");
        assertThat(refused(rig.ratings.rate(NO, new RatingCommand("01", Rating.Level.SATISFIED, Rating.Channel.MOBILE,
                Rating.Source.ONLINE, false, Map.of(), null), OversightRig.speaking(APPLICANT), null)).faults())
                .extracting(Fault::code).containsExactly("NOT_SETTLED");
    }

    /** 差评 → 分拨 → 核实 → 整改 → 告知 → 回访 → 再评 → 差评重办 → … → 办结. */
    @Test
    void shouldCloseABadRatingOnlyAfterCallBackAndReopenItOnASecondOne() {
        rig.settled(NO);
        rate(NO, Rating.Level.VERY_DISSATISFIED, null);
        assertThat(rig.one(FileRow.Kind.TICKET, TICKET).state()).isEqualTo("ASSIGNED");
        mended();
        assertThat(step(new Ticket.Command.ReRate(Rating.Level.DISSATISFIED), APPLICANT).state()).isEqualTo("REOPENED");
        step(new Ticket.Command.Assign(WEIJIAN, "重办"), ADMIN);
        mended();
        var closed = step(new Ticket.Command.ReRate(Rating.Level.SATISFIED), APPLICANT);
        assertThat(closed.state()).isEqualTo("CLOSED");
        assertThat(closed.open()).isFalse();
        assertThat(rig.store.count("select count(*) from care_step where id = '" + TICKET + "' and what = 'Reopened'"))
                .isOne();
    }

    private void mended() {
        step(new Ticket.Command.Verify(new Ticket.Finding(Ticket.Finding.Verdict.GENUINE, List.of(), "属实")),
                officer(WEIJIAN));
        step(new Ticket.Command.Plan("培训"), officer(WEIJIAN));
        step(new Ticket.Command.Rectify("已培训", List.of("sm3:1")), officer(WEIJIAN));
        step(new Ticket.Command.Inform("PHONE", "已整改"), officer(WEIJIAN));
        assertThat(refused(asked(new Ticket.Command.Close("办结"), ADMIN)).code()).isEqualTo("TOO_EARLY");
        step(new Ticket.Command.CallBack(true, "已接通"), ADMIN);
    }

    /** T13: one working day to the finding; the miss is red, published, and ordered; dealt with, the order is cleared. */
    @Test
    void shouldOrderATicketThatIsOverdueAndClearTheOrderWhenItIsDealtWith() {
        rig.settled(NO);
        rate(NO, Rating.Level.DISSATISFIED, null);
        rig.at("2026-11-24T23:59");
        assertThat(rig.files(FileRow.Kind.ORDER, NO)).isEmpty();
        rig.at("2026-11-25T00:00");
        assertThat(rig.one(FileRow.Kind.TICKET, TICKET).red()).isTrue();
        assertThat(rig.published("TimerBreached", "\"RATING\"", TICKET)).hasSize(1);
        var order = rig.file(FileRow.Kind.ORDER, NO);
        assertThat(order.state()).isEqualTo("ORDERED");
        assertThat(order.subject()).isEqualTo(TICKET);
        assertThat(order.department()).isEqualTo(WEIJIAN);
        step(new Ticket.Command.Verify(new Ticket.Finding(Ticket.Finding.Verdict.GENUINE, List.of(), "属实")),
                officer(WEIJIAN));
        rig.turn();
        assertThat(rig.one(FileRow.Kind.TICKET, TICKET).red()).isFalse();
        assertThat(rig.file(FileRow.Kind.ORDER, NO).state()).isEqualTo("CLEARED");
        rig.at("2026-12-01T00:00");
        assertThat(rig.files(FileRow.Kind.ORDER, NO)).as("the next limit is a new reason").hasSize(2);
    }

    /** 三个百分之百: what is not due yet is no gap, what is overdue is one, and what was done stays done. */
    @Test
    void shouldMeasureTheThreeRatiosByWhatIsDue() {
        var bulletins = new BulletinQueries(rig.store.database());
        rig.settled(NO);
        rig.settled("41072120261123YJS000002X");
        rate(NO, Rating.Level.DISSATISFIED, null);
        rate("41072120261123YJS000002X", Rating.Level.DISSATISFIED, null);
        assertThat(done(bulletins.loop("410721", MONTH))).isEqualTo(new BulletinQueries.Loop(2, new Ratios.Ratio(0, 0),
                new Ratios.Ratio(0, 0), new Ratios.Ratio(0, 0), 0));
        mended();
        rig.at("2026-11-25T00:00");
        assertThat(done(bulletins.loop("410721", MONTH))).isEqualTo(new BulletinQueries.Loop(2, new Ratios.Ratio(1, 2),
                new Ratios.Ratio(1, 2), new Ratios.Ratio(1, 1), 1));
        step(new Ticket.Command.ReRate(Rating.Level.DISSATISFIED), APPLICANT);
        assertThat(done(bulletins.loop("410721", MONTH))).as("a second round does not undo the first")
                .isEqualTo(new BulletinQueries.Loop(2, new Ratios.Ratio(1, 2), new Ratios.Ratio(1, 2),
                        new Ratios.Ratio(1, 1), 1));
        var lines = done(bulletins.departments("410721", MONTH));
        assertThat(lines).singleElement().satisfies(d -> {
            assertThat(d.department()).isEqualTo(WEIJIAN);
            assertThat(d.tickets()).isEqualTo(2);
            assertThat(d.ticketsRed()).isOne();
            assertThat(d.orders()).isOne();
            assertThat(d.ordered()).isOne();
            assertThat(d.reminded()).isZero();
            assertThat(d.bad()).isEqualTo(2);
        });
        assertThat(done(bulletins.rules("410721", MONTH)))
                .containsExactly(new BulletinQueries.Rule(WEIJIAN, "RATING", 1));
    }

    @Test
    void shouldRunATicketWithoutACase() {
        var opened = accepted(rig.openings.ticket(
                new TicketRequest(Ticket.Kind.UNRESOLVED, "410721", null, null, null, "窗口拒收纸质材料", null, List.of()),
                OversightRig.speaking(APPLICANT), null));
        assertThat(opened.id()).isEqualTo("41072120261123-BB1");
        assertThat(opened.state()).isEqualTo("REPORTED");
        rig.at("2026-11-25T00:00");
        assertThat(rig.one(FileRow.Kind.TICKET, opened.id()).red()).isTrue();
        var assigned = accepted(rig.files.tickets().submit(opened.id(), new Ticket.Command.Assign(WEIJIAN, null),
                OversightRig.speaking(ADMIN), null));
        assertThat(assigned.state()).isEqualTo("ASSIGNED");
        assertThat(assigned.red()).as("still not verified").isTrue();
    }

    @Test
    void shouldLinkWhatCouldNotBeDoneToItsCase() {
        rig.dispatched(NO, "04");
        var opened = accepted(
                rig.openings.ticket(new TicketRequest(Ticket.Kind.UNRESOLVED, null, NO, "04", null, "迟迟不受理", null,
                        List.of("时限")), OversightRig.speaking(APPLICANT), null));
        assertThat(opened.id()).isEqualTo(NO + "-04-BB1");
        assertThat(opened.department()).isEqualTo("410721-renshe");
        assertThat(refused(rig.openings.ticket(new TicketRequest(Ticket.Kind.UNRESOLVED, null, NO, "09", null, "x",
                null, List.of()), OversightRig.speaking(APPLICANT), null)).kind()).isEqualTo(Refusal.Kind.UNACCEPTABLE);
    }

    @Test
    void shouldDrawTheSameSampleForEverybody() {
        var numbers = IntStream.range(0, 40).mapToObj("41072120261123YJS%06dX"::formatted).toList();
        numbers.forEach(rig::settled);
        rate(numbers.getFirst(), Rating.Level.SATISFIED, null);
        var drawn = done(queries.sample("410721", LocalDate.of(2026, 11, 1), 40));
        assertThat(drawn).extracting(RatingQueries.Sampled::caseNo).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(drawn).extracting(RatingQueries.Sampled::level).containsOnlyOnce(Rating.Level.SATISFIED);
        var ten = done(queries.sample("410721", LocalDate.of(2026, 11, 1), 10));
        assertThat(ten).isEqualTo(drawn.subList(0, 10));
        assertThat(ten).extracting(RatingQueries.Sampled::caseNo).isNotEqualTo(numbers.subList(0, 10));
        assertThat(done(queries.sample("410721", LocalDate.of(2026, 10, 1), 10))).isEmpty();
    }

    /** A hundred people press twice; each is counted once, and each bad rating has one ticket. */
    @Test
    void shouldCountEachRatingOnceHoweverOftenItIsSent() {
        var numbers = IntStream.range(0, 50).mapToObj("41072120261123YJS%06dX"::formatted).toList();
        numbers.forEach(rig::settled);
        var answers = Flux.fromIterable(numbers).concatWith(Flux.fromIterable(numbers))
                .flatMap(no -> rating(no, Rating.Level.DISSATISFIED, "key-" + no), 64)
                .collectList().block(java.time.Duration.ofSeconds(60));
        assertThat(answers).hasSize(100);
        assertThat(rig.store.count("select count(*) from rating")).isEqualTo(50);
        assertThat(rig.store.count("select count(*) from care_file where kind = 'TICKET'")).isEqualTo(50);
    }
}
