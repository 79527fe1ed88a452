package org.lianban.dispatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.contracts.Outcome.APPROVED;
import static org.lianban.contracts.Outcome.DENIED;
import static org.lianban.dispatch.plan.APlan.aCaseOf;
import static org.lianban.dispatch.plan.OneThings.aOneThing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.JointActivity;
import org.lianban.dispatch.plan.CasePlan;
import org.lianban.dispatch.plan.OneThings;
import org.lianban.dispatch.plan.PlanCommand.Arrange;
import org.lianban.dispatch.plan.PlanCommand.Arrangement;
import org.lianban.dispatch.plan.PlanCommand.Supplement;
import org.lianban.dispatch.plan.PlanCommand.Verdict;
import org.lianban.dispatch.plan.PlanState;
import tools.jackson.databind.json.JsonMapper;

class PlanCodecTest {
    private final PlanCodec codec = new PlanCodec(JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL)).build());

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

    /** 容缺 and 联合活动 in the form later versions have to read. */
    @Test
    void shouldReadWhatACommitmentOwesAndWhatWasArranged() {
        OneThing pair = aOneThing().item("01").item("02", "01").build();
        CasePlan plan = aCaseOf(pair, OneThings.facts(OneThings.owing("m01", "01", "02"), OneThings.owing("m02", "02"),
                OneThings.owing("m03", "02"))).overdue("m01", "02").overdue("m01", "01")
                .decided("01", Verdict.CONTINUE).told(new Supplement(List.of("02"), OneThings.materials("m03"), false))
                .commanded(new Arrange(new Arrangement(JointActivity.Kind.REVIEW, List.of("01", "02"),
                        OneThings.NOW.plusSeconds(60), "窗口", null), null))
                .concludes("c1-J1", "01", true).plan();
        String stored = "{\"h\":\"" + OneThings.HASH
                + "\",\"l\":\"410721-xingzhengshenpi\",\"e\":1,\"n\":5,\"i\":5,\"t\":["
                + "{\"n\":\"01\",\"d\":\"410721-office01\",\"u\":\"m01\",\"q\":1,\"z\":\"W\",\"m\":\"m01\"},"
                + "{\"n\":\"02\",\"d\":\"410721-office02\",\"h\":\"01\",\"z\":\"B\",\"o\":\"01\",\"m\":\"m02\","
                + "\"y\":{\"m01\":\"2026-03-02T01:00:00Z\"},"
                + "\"g\":[{\"code\":\"m03\",\"name\":\"材料m03\",\"form\":\"PAPER\",\"bytes\":0}]}],"
                + "\"j\":[{\"activity\":{\"id\":\"c1-J1\",\"kind\":\"REVIEW\",\"organiser\":\"410721-xingzhengshenpi\","
                + "\"participants\":[{\"itemNo\":\"01\",\"department\":\"410721-office01\"},"
                + "{\"itemNo\":\"02\",\"department\":\"410721-office02\"}],\"at\":\"2026-03-02T01:01:00Z\",\"place\":\"窗口\"},"
                + "\"state\":\"SCHEDULED\",\"conclusions\":[{\"itemNo\":\"01\",\"department\":\"410721-office01\",\"passed\":true,"
                + "\"findings\":[],\"officers\":[\"a1\",\"a2\"],\"at\":\"2026-03-02T01:00:00Z\"}]}]}";
        assertThat(codec.write(plan)).isEqualTo(stored);
        assertThat(codec.read("c1", stored)).isEqualTo(plan);
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
