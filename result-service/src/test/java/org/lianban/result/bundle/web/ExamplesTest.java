package org.lianban.result.bundle.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianban.http.Page;
import org.lianban.http.ProblemAdvice;
import org.lianban.result.bundle.view.AttributionView;
import org.lianban.result.bundle.view.CaseView;
import org.lianban.result.bundle.view.DeadlinesView;
import org.lianban.result.bundle.view.TimelineView;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The examples in the API description are what the doors really answer. */
class ExamplesTest {
    private final JsonMapper strict = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void shouldReadEveryExampleAsWhatItStandsFor() {
        var view = strict.readValue(Examples.CASE, CaseView.class);
        assertThat(view.items()).hasSize(view.progress().total()).noneMatch(i -> i.name().isEmpty());
        assertThat(strict.readValue(Examples.DEADLINES, DeadlinesView.class).deadlines()).hasSize(1);
        assertThat(strict.readValue(Examples.CASES, new TypeReference<Page<CaseController.CaseLine>>() {
        }).items()).hasSize(1);
        assertThat(strict.readValue(Examples.TIMELINE, new TypeReference<Page<TimelineView>>() {
        }).items()).hasSize(1);
        assertThat(strict.readValue(Examples.ALARMS, new TypeReference<Page<DeadlinesView.Line>>() {
        }).items()).hasSize(1);
        assertThat(strict.readValue(Examples.NOT_FOUND, ProblemAdvice.Body.class).status()).isEqualTo(404);
        assertThat(strict.readValue(Examples.FAULTS, ProblemAdvice.Body.class).faults()).hasSize(2);
        var attribution = strict.readValue(AttributionExamples.ATTRIBUTION, AttributionView.class);
        assertThat(attribution.shares().stream().mapToLong(AttributionView.ShareView::minutes).sum())
                .isEqualTo(attribution.minutes());
        assertThat(strict.readValue(AttributionExamples.OUTAGE, OutageController.OutageRequest.class).region())
                .isEqualTo("410721");
        var data = Examples.EVENT.lines().filter(line -> line.startsWith("data:")).findFirst().orElseThrow();
        assertThat(strict.readValue(data.substring(5), TimelineView.class).version()).isEqualTo(4);
    }
}
