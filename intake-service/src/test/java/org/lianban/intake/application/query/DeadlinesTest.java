package org.lianban.intake.application.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianban.contracts.catalog.CatalogEvent.CalendarPublished;
import org.lianban.intake.Fixtures;
import org.lianban.intake.application.CaseAnswer.Due;
import org.lianban.kit.catalog.CatalogCopy;

class DeadlinesTest {
    private final CatalogCopy catalog = new CatalogCopy();
    private final Deadlines deadlines = new Deadlines(catalog);

    /** The calendar knows one holiday, Thursday 1 October; the second is a Friday. */
    @ParameterizedTest
    @CsvSource({"2026-03-02T01:00:00Z, 2026-03-02T03:00:00Z, false",
            "2026-09-30T09:10:00Z, 2026-10-02T01:40:00Z, false",
            "2026-03-07T01:00:00Z, 2026-03-09T02:30:00Z, false", "2026-12-31T09:50:00Z, 2027-01-01T02:20:00Z, true"})
    void shouldCountTwoServiceHours(Instant handedIn, Instant due, boolean provisional) {
        catalog.apply(new CalendarPublished(Fixtures.calendar()));
        Due answer = deadlines.due(Fixtures.REGION, handedIn);
        assertThat(answer.intakeDue()).isEqualTo(due);
        assertThat(answer.provisional()).isEqualTo(provisional);
    }

    @Test
    void shouldSayWhyThereIsNoDeadline() {
        assertThat(deadlines.due(Fixtures.REGION, Instant.parse("2026-03-02T01:00:00Z")).note()).contains("尚未发布");
        catalog.apply(new CalendarPublished(Fixtures.calendar()));
        assertThat(deadlines.due(Fixtures.REGION, Instant.parse("2020-03-02T01:00:00Z")).note()).contains("早于");
        assertThat(deadlines.due(Fixtures.REGION, Instant.parse("2026-03-02T01:00:00Z")).intakeDue()).isNotNull();
    }
}
