package org.lianban.catalog.drafting.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.drafting.rehearsal.RehearsalRun.Report.Change;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.Contents;
import org.lianban.catalog.seed.Seed;
import org.lianban.catalog.seed.config.SeedFiles;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Option;
import org.lianban.contracts.catalog.OneThing.Question;
import org.lianban.contracts.catalog.Term;
import org.lianban.kit.catalog.Calendars;
import org.lianban.time.DayEnd;
import org.lianban.time.WorkCalendar;

class RehearsalTest {
    private static final WorkCalendar CALENDAR = Calendars.of(SeedFiles.read().calendars().getFirst(), DayEnd.MIDNIGHT);
    private static final Instant BEFORE_THE_HOLIDAY = Instant.parse("2026-09-18T02:00:00Z");

    private static Item item(String no, int promise, Group group, String... hard) {
        return Contents.item(no, List.of(Contents.OFFICE), List.of(hard), group, Term.workingDays(promise), null);
    }

    private static Question question(String id, String value, String other, String... items) {
        return new Question(id, "问", List.of(new Option(value, "甲", List.of(items)), new Option(other, "乙", List.of())),
                null);
    }

    private static final OneThing OLD = Contents.of(List.of(item("01", 5, null), item("02", 20, null, "01")), List.of(),
            List.of(), List.of()).version(1, Seed.EFFECTIVE_FROM);

    private static RehearsalRun.Report replay(Content draft, Rehearsal.ClosedCase... cases) {
        Rehearsal rehearsal = new Rehearsal(draft,
                hash -> hash.equals(OLD.contentHash()) ? Optional.of(OLD) : Optional.empty(), CALENDAR);
        rehearsal.replay(List.of(cases));
        return rehearsal.report();
    }

    private static Rehearsal.ClosedCase closed(String caseNo, Map<String, String> answers) {
        return new Rehearsal.ClosedCase(caseNo, OLD.contentHash(), BEFORE_THE_HOLIDAY, answers, List.of());
    }

    @Test
    void shouldFindNothingWhereNothingChanged() {
        RehearsalRun.Report report = replay(Content.of(OLD), closed("c1", Map.of()), closed("c2", Map.of()));
        assertThat(report.cases()).isEqualTo(2);
        assertThat(report.sameRoute()).isEqualTo(2);
        assertThat(report.changedRoutes()).isEmpty();
        assertThat(report.deadlines().same()).isEqualTo(2);
        assertThat(report.samples()).isEmpty();
        assertThat(report.unreachable()).isEmpty();
    }

    @Test
    void shouldNameChangedRoutesAndCountDeadlinesInWorkingDaysAcrossAHoliday() {
        Content draft = Contents.of(item("01", 5, null), item("02", 15, null), item("03", 3, null));
        RehearsalRun.Report report = replay(draft, closed("c1", Map.of()));
        assertThat(report.changedRoutes()).containsExactlyInAnyOrder(new Change("“事项02”的前置由[事项01]改为[]", 1),
                new Change("增加办理“事项03”", 1));
        assertThat(report.deadlines().byWorkingDays()).isEqualTo(Map.of(-5, 1));
        assertThat(report.deadlines().earlier()).isEqualTo(1);
        assertThat(report.samples()).singleElement().satisfies(s -> {
            assertThat(s.before()).isEqualTo("2026-10-22");
            assertThat(s.after()).isEqualTo("2026-10-15");
        });
    }

    @Test
    void shouldNameItemsNobodyReachesAndAnswersWithoutAPlace() {
        Content draft = Contents.of(
                List.of(item("01", 5, null), item("02", 5, new Group(Group.Type.OPTIONAL, "new")),
                        item("03", 5, new Group(Group.Type.OPTIONAL, "kept"))),
                List.of(question("new", "yes", "no", "02"), question("kept", "yes", "no", "03")), List.of(), List.of());
        RehearsalRun.Report report = replay(draft, closed("c1", Map.of("kept", "maybe", "gone", "yes")),
                closed("c2", Map.of("kept", "no")));
        assertThat(report.unreachable()).containsExactly("02", "03");
        assertThat(report.unplaced()).containsExactly(new Change("问题new“问”没有答案", 2), new Change("没有问题gone", 1),
                new Change("问题kept没有选项“maybe”", 1));
    }

    @Test
    void shouldNotGuessALimitNorAVersion() {
        Content draft = Contents.of(Contents.item("01"));
        RehearsalRun.Report report = replay(draft, closed("c1", Map.of()),
                new Rehearsal.ClosedCase("c2", "sha256:x", BEFORE_THE_HOLIDAY, Map.of(), List.of()));
        assertThat(report.deadlines().notComputed()).isEqualTo(1);
        assertThat(report.unknownVersion()).isEqualTo(1);
        assertThat(report.changedRoutes()).contains(new Change("不再办理“事项02”", 1));
    }
}
