package org.lianban.scenarios.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianban.scenarios.flow.RunningSystem.PATIENCE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.lianban.scenarios.audit.AuditReport;
import org.lianban.standalone.departments.Behaviour;

/** Stopping everything in the middle of the flow loses nothing and does nothing twice. */
@Order(1)
class RestartTest {
    private static final List<String> CODES = List.of("XX-09", "SQ-13", "XX-03", "SQ-12", "QJ-02", "PL-11", "JC-04");

    @Test
    void shouldSettleEverythingAfterARestartInTheMiddle() throws Exception {
        List<String> cases = new ArrayList<>();
        Instant since;
        RunningSystem first = RunningSystem.fresh(null);
        try {
            since = first.system().clock().instant();
            for (String code : CODES) {
                var application = first.prepare(code);
                application.oneThing().items().forEach(item -> first.departments().script(item.primaryDepartment())
                        .usually(Behaviour.slow(Duration.ofMillis(200), Duration.ofMillis(1_500))));
                cases.add(first.client().file(application.received()));
            }
            first.awaitCase(cases.getFirst(), seen -> seen.endedItems() > 0);
        } finally {
            first.close();
        }

        RunningSystem second = RunningSystem.on(first.directory(), null);
        try {
            long open = cases.stream().filter(no -> !second.client().look(no).orElseThrow().ended()).count();
            assertThat(open).as("cases that the restart met in the middle").isPositive();
            cases.forEach(second::awaitSettled);

            AuditReport report = await().atMost(PATIENCE).until(() -> second.audit().since(since), AuditReport::clean);
            assertThat(report.cases()).isEqualTo(CODES.size());
            assertThat(report.findings()).isEmpty();
        } finally {
            second.closeAndForget();
        }
    }
}
