package org.lianban.result.bundle.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.result.Sample.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.JointActivity;
import org.lianban.kit.catalog.Calendars;
import org.lianban.result.Sample;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseUnitOfWork;
import org.lianban.time.DayEnd;
import org.lianban.time.WorkCalendar;

/** Windows are open from 08:30 to 12:00 and from 14:30 to 18:00: 420 minutes a day. */
class AttributionsTest {
    private static final WorkCalendar CALENDAR = Calendars.of(Sample.calendar(), DayEnd.MIDNIGHT);
    private static final String LEAD = "410721-weijian";
    private static final String D4 = "410721-renshe";
    private static final String D5 = "410721-yibao";
    private final Sample.Case sample = new Sample.Case("c");
    private final Map<String, Integer> sequences = new HashMap<>();
    private Bundle bundle = Bundle.empty("c");

    private void apply(CaseEvent... events) {
        for (CaseEvent event : events) {
            var turn = new CaseUnitOfWork(bundle);
            var stream = switch (event) {
                case IntakeEvent e -> "intake";
                case DispatchEvent e -> "dispatch";
                case DepartmentEvent e -> e.itemNo();
                default -> throw new IllegalArgumentException();
            };
            turn.apply(event, sequences.merge(stream, 1, Integer::sum), null);
            bundle = turn.closed();
        }
    }

    private Attribution attribution(Instant now, Outage... outages) {
        return Attributions.of(bundle, CALENDAR, LEAD, List.of(outages), now).orElseThrow();
    }

    private Map<String, Long> shares(Instant now, Outage... outages) {
        return attribution(now, outages).shares().stream().collect(Collectors.toMap(
                s -> s.account().department() == null ? s.account().kind().name() : s.account().department(),
                Attribution.Share::minutes));
    }

    private static Instant t(String time) {
        return at("2026-11-23T" + time);
    }

    @Test
    void shouldChargeWindowThenDepartmentAndNothingOfLunchAndNight() {
        apply(sample.submitted(t("09:00")), sample.dispatched(t("09:00"), t("10:00"), "04"),
                sample.accepted("04", t("11:00")), sample.decided("04", at("2026-11-24T09:00"), Outcome.APPROVED));

        var all = attribution(at("2027-01-01T00:00"));

        assertThat(all.minutes()).isEqualTo(420);
        assertThat(all.open()).isFalse();
        assertThat(shares(at("2027-01-01T00:00"))).isEqualTo(Map.of("INTAKE", 60L, D4, 360L));
        assertThat(all.charges()).hasSize(2);
        assertThat(all.shares().getFirst().account().department()).as("greatest first").isEqualTo(D4);
    }

    @Test
    void shouldChargeTheApplicantBetweenNoticeAndResubmissionOfEveryRound() {
        apply(sample.submitted(0, t("09:00"), null), sample.corrected(0, t("09:30")),
                sample.submitted(1, t("11:00"), null), sample.corrected(1, t("11:10")),
                sample.submitted(2, t("15:00"), null), sample.dispatched(t("15:00"), t("15:20"), "04"),
                sample.decided("04", t("16:00"), Outcome.APPROVED));

        assertThat(shares(t("18:00"))).isEqualTo(Map.of("INTAKE", 60L, "APPLICANT", 170L, D4, 40L));
    }

    @Test
    void shouldChargeTheApplicantWhileADepartmentsCorrectionOrAnOwedMaterialIsOut() {
        apply(sample.submitted(t("09:00")), sample.receivedOwing(t("09:00"), t("09:00"), "m03", t("18:00"), "04"),
                sample.dispatchedOwing(t("09:00"), "m03", "04"),
                sample.supplemented(SupplementPurpose.TOLERANCE, "m03", t("09:30"), "04"),
                sample.correctionRequested("04", t("10:00")), sample.correctionSupplied("04", t("10:45")),
                sample.decided("04", t("11:00"), Outcome.APPROVED));

        assertThat(shares(t("18:00"))).isEqualTo(Map.of("APPLICANT", 75L, D4, 45L));
    }

    @Test
    void shouldChargeSpecialProceduresAndJointActivitiesToNobodyInTheHouse() {
        var activity = new JointActivity("c-J1", JointActivity.Kind.INSPECTION, LEAD,
                List.of(new JointActivity.Participant("04", D4)), t("11:00"), "现场", null);
        apply(sample.submitted(t("09:00")), sample.dispatched(t("09:00"), t("09:00"), "04"),
                sample.suspended("04", t("09:10"), "review", Term.workingDays(1)), sample.resumed("04", t("09:30")),
                new DispatchEvent.JointActivityScheduled("c", 1, activity, t("10:00")),
                new DispatchEvent.JointActivityConcluded("c", 1, "c-J1", true, List.of(), t("11:30")),
                sample.decided("04", t("12:00"), Outcome.APPROVED));

        assertThat(shares(t("18:00"))).isEqualTo(Map.of("EXTERNAL", 110L, D4, 70L));
    }

    @Test
    void shouldLetAnOutageGoBeforeDepartmentAndWindowButNotBeforeWhatTheApplicantOwes() {
        apply(sample.submitted(t("09:00")), sample.dispatched(t("09:00"), t("09:30"), "04"),
                sample.correctionRequested("04", t("10:00")), sample.correctionSupplied("04", t("10:30")),
                sample.decided("04", t("11:00"), Outcome.APPROVED));

        assertThat(shares(t("18:00"), new Outage(null, t("09:10"), t("09:40")), new Outage(D4, t("10:20"), t("10:40")),
                new Outage(D5, t("09:00"), t("12:00"))))
                .isEqualTo(Map.of("INTAKE", 10L, "OUTAGE", 40L, "APPLICANT", 30L, D4, 40L));
    }

    @Test
    void shouldFollowTheItemThatEndedLastAndBeforeItsReleaseTheOneItWaitedFor() {
        apply(sample.submitted(t("09:00")), sample.dispatched(t("09:00"), t("09:00"), "01", "04", "05"),
                sample.decided("01", t("09:20"), Outcome.APPROVED), sample.accepted("05", t("09:05")),
                sample.decided("04", t("10:00"), Outcome.APPROVED), sample.released(t("10:01"), "05", true, "04"),
                sample.decided("05", t("11:01"), Outcome.APPROVED));

        assertThat(shares(t("18:00"))).as("04 until its result, then 05; 01 ran beside")
                .isEqualTo(Map.of(D4, 60L, D5, 61L));
    }

    @Test
    void shouldChargeTheLeadWhileItHasToDecideAndTheFormerDepartmentBeforeAReassignment() {
        apply(sample.submitted(t("09:00")), sample.dispatched(t("09:00"), t("09:00"), "04", "05"),
                sample.accepted("05", t("09:05")), sample.decided("04", t("09:30"), Outcome.DENIED),
                sample.blocked(t("09:30"), "05", "04"), sample.released(t("10:30"), "05", true),
                new DispatchEvent.ItemReassigned("c", 1, "05", D5, "410721-gongan", "职责", t("11:00")),
                sample.decided("05", t("11:30"), Outcome.DENIED));

        assertThat(shares(t("18:00"))).isEqualTo(Map.of(D4, 30L, LEAD, 60L, D5, 30L, "410721-gongan", 30L));
    }

    @Test
    void shouldCountAnOpenCaseUntilNow() {
        apply(sample.submitted(t("09:00")), sample.dispatched(t("09:00"), t("09:30"), "04"));

        var all = attribution(t("10:00"));

        assertThat(all.open()).isTrue();
        assertThat(all.minutes()).isEqualTo(60);
        assertThat(shares(t("10:00"))).isEqualTo(Map.of("INTAKE", 30L, D4, 30L));
    }

    @Test
    void shouldSayHowFarTheCalendarReachesAndCountNothingFromBefore() {
        apply(sample.submitted(at("2026-12-31T17:00")),
                sample.dispatched(at("2026-12-31T17:00"), at("2026-12-31T17:30"), "04"));

        var all = attribution(at("2027-03-01T09:00"));

        assertThat(all.minutes()).isEqualTo(60);
        assertThat(all.doubt()).contains("2026-12-31");
        assertThat(Attributions.of(Bundle.empty("c"), CALENDAR, null, List.of(), t("09:00"))).isEmpty();
    }

    /** Whatever happened: the charges follow each other without a gap and sum up to the whole. */
    @Test
    void shouldChargeEveryMinuteOfARandomCaseExactlyOnce() {
        var random = new Random(20261123);
        for (int n = 0; n < 2_000; n++) {
            bundle = Bundle.empty("c");
            sequences.clear();
            random(random);
            var outages = new ArrayList<Outage>();
            for (int i = random.nextInt(3); i > 0; i--) {
                var from = t("08:00").plusSeconds(random.nextInt(200_000));
                outages.add(new Outage(random.nextBoolean() ? null : D4, from,
                        from.plusSeconds(1 + random.nextInt(90_000))));
            }
            var now = t("08:00").plusSeconds(random.nextInt(900_000));
            var all = Attributions.of(bundle, CALENDAR, LEAD, outages, now).orElseThrow();

            assertThat(all.minutes()).as("case %d", n).isEqualTo(
                    CALENDAR.serviceMinutesBetween(all.from(), all.to()));
            assertThat(all.charges().stream().mapToLong(Attribution.Charge::minutes).sum()).as("case %d", n)
                    .isEqualTo(all.minutes());
            assertThat(all.shares().stream().mapToLong(Attribution.Share::minutes).sum()).isEqualTo(all.minutes());
            assertThat(all.charges()).allMatch(c -> c.minutes() >= 0);
            for (int i = 0; i + 1 < all.charges().size(); i++) {
                assertThat(all.charges().get(i).to()).isEqualTo(all.charges().get(i + 1).from());
            }
            if (!all.charges().isEmpty()) {
                assertThat(all.charges().getFirst().from()).isEqualTo(all.from());
                assertThat(all.charges().getLast().to()).isEqualTo(all.to());
            }
        }
    }

    private void random(Random random) {
        var now = t("08:00").plusSeconds(random.nextInt(20_000));
        for (int round = random.nextInt(3), r = 0; r <= round; r++) {
            apply(sample.submitted(r, now, null));
            now = now.plusSeconds(random.nextInt(20_000));
            if (r < round) {
                apply(sample.corrected(r, now));
                now = now.plusSeconds(random.nextInt(90_000));
            }
        }
        if (random.nextInt(10) == 0) {
            apply(sample.withdrawn(now));
            return;
        }
        apply(sample.dispatched(now, now, "01", "02", "04", "05"));
        for (int i = 4 + random.nextInt(30); i > 0; i--) {
            now = now.plusSeconds(random.nextInt(15_000));
            var no = List.of("01", "02", "04", "05").get(random.nextInt(4));
            apply(switch (random.nextInt(9)) {
                case 0 -> sample.accepted(no, now);
                case 1 -> sample.suspended(no, now, "review", Term.workingDays(1));
                case 2 -> sample.resumed(no, now);
                case 3 -> sample.correctionRequested(no, now);
                case 4 -> sample.correctionSupplied(no, now);
                case 5 -> sample.blocked(now, no, "01");
                case 6 -> sample.released(now, no, random.nextBoolean(), "01");
                case 7 -> new DispatchEvent.ItemReassigned("c", 1, no, D4, random.nextBoolean() ? D4 : D5, "", now);
                default -> sample.decided(no, now, random.nextBoolean() ? Outcome.APPROVED : Outcome.DENIED);
            });
        }
    }
}
