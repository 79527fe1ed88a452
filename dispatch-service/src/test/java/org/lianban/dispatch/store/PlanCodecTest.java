package org.lianban.dispatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.contracts.Outcome.APPROVED;
import static org.lianban.contracts.Outcome.DENIED;
import static org.lianban.dispatch.plan.APlan.aCaseOf;
import static org.lianban.dispatch.plan.OneThings.aOneThing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.dispatch.plan.CasePlan;
import org.lianban.dispatch.plan.OneThings;
import org.lianban.dispatch.plan.PlanCommand.Verdict;
import org.lianban.dispatch.plan.PlanState;
import tools.jackson.databind.json.JsonMapper;

class PlanCodecTest {
    private final PlanCodec codec = new PlanCodec(JsonMapper.builder().build());

    /** Stored plans are read by later versions: change what is written only together with what is read. */
    @Test
    void shouldReadWhatEarlierVersionsWrote() {
        OneThing oneThing = aOneThing().item("01").item("02", "01").item("03").item("04", "03", "01")
                .soft("05", List.of(), "01").item("06").build();
        CasePlan plan = aCaseOf(oneThing).ends("01", APPROVED).ends("03", DENIED).withdrawn("06").plan();
        String stored = "{\"h\":\"" + OneThings.HASH
                + "\",\"l\":\"410721-xingzhengshenpi\",\"e\":2,\"n\":4,\"i\":3,\"t\":["
                + "{\"n\":\"01\",\"d\":\"410721-office01\",\"q\":1,\"z\":\"E\",\"c\":\"APPROVED\",\"a\":\"2026-03-02T01:00:00Z\"},"
                + "{\"n\":\"02\",\"d\":\"410721-office02\",\"h\":\"01\",\"z\":\"R\"},"
                + "{\"n\":\"03\",\"d\":\"410721-office03\",\"q\":1,\"z\":\"E\",\"c\":\"DENIED\",\"a\":\"2026-03-02T01:00:00Z\",\"x\":\"决-03\",\"p\":{\"of\":\"03\"}},"
                + "{\"n\":\"04\",\"d\":\"410721-office04\",\"h\":\"01,03\",\"z\":\"B\",\"f\":\"03\"},"
                + "{\"n\":\"05\",\"d\":\"410721-office05\",\"s\":\"01\",\"z\":\"R\"},"
                + "{\"n\":\"06\",\"d\":\"410721-office06\",\"z\":\"C\",\"r\":\"WITHDRAWN\"}]}";
        assertThat(codec.write(plan)).isEqualTo(stored);
        assertThat(codec.read("c1", stored)).isEqualTo(plan);
    }

    @Test
    void shouldKeepWaivedEdgesAndForestalledCases() {
        CasePlan plan = aCaseOf(aOneThing().item("01").item("02", "01").build()).ends("01", DENIED)
                .decided("02", Verdict.CONTINUE).plan();
        assertThat(codec.read("c1", codec.write(plan))).isEqualTo(plan);
        PlanState forestalled = new PlanState.Forestalled("c1", 3);
        assertThat(codec.write(forestalled)).isEqualTo("{\"i\":3}");
        assertThat(codec.read("c1", "{\"i\":3}")).isEqualTo(forestalled);
    }

    @Test
    void shouldStoreSixItemsInFarLessThanTwoKilobytes() {
        OneThing six = aOneThing().item("01").item("02", "01").item("03", "01").item("04").item("05", "04").item("06")
                .build();
        CasePlan plan = aCaseOf(six)
                .ends("01", APPROVED, "02", APPROVED, "03", APPROVED, "04", APPROVED, "05", APPROVED,
                        "06", APPROVED)
                .plan();
        assertThat(codec.write(plan).getBytes(StandardCharsets.UTF_8).length).isLessThan(900);
    }
}
