package org.lianban.scenarios.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianban.scenarios.flow.RunningSystem.PATIENCE;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.lianban.scenarios.client.CaseView;
import org.lianban.standalone.departments.Behaviour;
import tools.jackson.databind.JsonNode;

/** Around National Day 2026: twenty minutes before closing time on the last working day. The clock moves forward only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(2)
class ClockTest {
    private RunningSystem running;

    @BeforeAll
    void start() {
        running = RunningSystem.fresh(Instant.parse("2026-09-30T09:10:00Z"));
    }

    @AfterAll
    void stop() {
        running.closeAndForget();
    }

    private void moveTo(String instant) {
        String control = "http://localhost:" + running.system().options().ports().control() + "/clock";
        running.doors().post(control, Map.of(), Map.of("to", Instant.parse(instant).toString())).ok();
    }

    @Test
    @Order(1)
    void shouldCountTwoServiceHoursAcrossTheHolidayAndBreachAfterThem() {
        JsonNode answer = running.client().submit(running.prepare("XX-09").online()).ok();
        String caseNo = answer.path("caseNo").asString();
        Instant due = Instant.parse(answer.path("due").path("intakeDue").asString());
        // 20 minutes until closing at 17:30, 100 more from 08:00 on 8 October; plus the seconds it took to file.
        assertThat(due).isBetween(Instant.parse("2026-10-08T01:40:00Z"), Instant.parse("2026-10-08T01:45:00Z"));

        running.awaitCase(caseNo, seen -> true);
        JsonNode clock = deadline(caseNo, "INTAKE", null);
        assertThat(Instant.parse(clock.path("due").asString())).isEqualTo(due.truncatedTo(ChronoUnit.MILLIS));
        assertThat(steps(clock)).anyMatch(step -> step.contains("国庆"));

        moveTo("2026-10-08T01:30:00Z");
        assertThat(happened(caseNo)).doesNotContain("TimerBreached");
        moveTo("2026-10-08T01:50:00Z");
        await().atMost(PATIENCE).until(() -> happened(caseNo), what -> what.contains("TimerBreached"));
        assertThat(deadline(caseNo, "INTAKE", null).path("status").asString()).isEqualTo("BREACHED");
        running.client().withdraw(caseNo, "测试结束").ok();
    }

    @Test
    @Order(2)
    void shouldAcceptALicenceInTheDepartmentsPlaceAfterFiveWorkingDaysOfSilence() {
        running.departments().script("410721-shichangjianguan").when(task -> task.itemNo().equals("02"),
                Behaviour.silent());
        String caseNo = running.client().file(running.prepare("XX-03").received());
        running.awaitCase(caseNo, seen -> seen.items().size() == 4);
        Instant received = Instant
                .parse(running.client().application(caseNo).path("receipt").path("receivedAt").asString())
                .truncatedTo(ChronoUnit.MILLIS);

        Instant due = Instant.parse(deadline(caseNo, "STATUTORY_NOTICE", "02").path("due").asString());
        moveTo(due.minusSeconds(60).toString());
        assertThat(running.awaitCase(caseNo, seen -> true).item("02").acceptedAt()).isNull();
        moveTo(due.plusSeconds(1).toString());

        CaseView seen = running.awaitCase(caseNo, s -> s.item("02").deemed());
        assertThat(seen.item("02").acceptedAt()).isNotNull();
        assertThat(happened(caseNo)).contains("AcceptanceDeemed", "TimerBreached");
        JsonNode promise = deadline(caseNo, "STATUTORY", "02").isMissingNode()
                ? deadline(caseNo, "PROMISE", "02")
                : deadline(caseNo, "STATUTORY", "02");
        assertThat(Instant.parse(promise.path("start").asString())).as("effective from the receipt")
                .isEqualTo(received);
        assertThat(steps(deadline(caseNo, "STATUTORY_NOTICE", "02"))).isNotEmpty()
                .allMatch(step -> step.codePoints().anyMatch(Character::isIdeographic));
        // A service is not accepted by silence: the sign board was accepted by its department.
        assertThat(seen.item("03").deemed()).isFalse();
    }

    private List<String> happened(String caseNo) {
        return running.client().timeline(caseNo, 0).valueStream()
                .flatMap(turn -> turn.path("entries").valueStream()).map(entry -> entry.path("what").asString())
                .toList();
    }

    private JsonNode deadline(String caseNo, String timer, @org.jspecify.annotations.Nullable String item) {
        for (JsonNode deadline : running.client().deadlines(caseNo)) {
            if (deadline.path("timer").asString().equals(timer)
                    && (item == null || item.equals(deadline.path("itemNo").asString("")))) {
                return deadline;
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    private static List<String> steps(JsonNode deadline) {
        return deadline.path("steps").valueStream()
                .map(step -> step.path("text").asString() + " " + step.path("rule").asString("")).toList();
    }
}
