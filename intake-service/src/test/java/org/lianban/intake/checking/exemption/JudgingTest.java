package org.lianban.intake.checking.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.catalog.MaterialRules.Mode;
import org.lianban.contracts.catalog.MaterialRules.Reason;
import org.lianban.intake.Fixtures;
import org.lianban.intake.RichThing;
import org.lianban.intake.checking.exemption.Judging.SourceAnswer;
import tools.jackson.databind.node.ObjectNode;

/** 免提交. */
class JudgingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final ObjectNode FORM = Fixtures.JSON.createObjectNode().put("shopName", "小店").put("married", "是")
            .putNull("ownerName");

    private static List<Need> needs(List<String> items, Set<String> there) {
        return Need.of(RichThing.oneThing(), items, there, FORM);
    }

    private static Need data() {
        return needs(List.of("02"), Set.of()).getFirst();
    }

    private static Need licence() {
        return needs(List.of("01"), Set.of()).getFirst();
    }

    @Test
    void shouldNeedOnlyWhatTheChosenItemsNeedAndIsNotThere() {
        assertThat(needs(List.of("01", "02"), Set.of())).extracting(n -> n.material().code()).containsExactly("m03",
                "m04");
        assertThat(needs(List.of("01"), Set.of())).extracting(n -> n.material().code()).containsExactly("m04");
        assertThat(needs(List.of("01", "02"), Set.of("m03", "m04"))).isEmpty();
    }

    @Test
    void shouldClaimOnlyWhatTheSourceKnows() {
        assertThat(data().claims()).containsExactly(Map.entry("married", "是"));
        assertThat(licence().claims()).isEmpty();
    }

    @Test
    void shouldPreferToVerify() {
        assertThat(data().mode()).isEqualTo(Mode.VERIFY);
        assertThat(licence().mode()).isEqualTo(Mode.VERIFY);
    }

    @Test
    void shouldAccountForWhatIsSpared() {
        Judging.Finding.Exempt spared = (Judging.Finding.Exempt) Judging.judge(data(),
                new SourceAnswer.Confirmed(Map.of()), "TY1", NOW);
        assertThat(spared.exempted().material()).isEqualTo("m03");
        assertThat(spared.exempted().reason()).isEqualTo(Reason.DATA_VERIFIED);
        assertThat(spared.exempted().mode()).isEqualTo(Mode.VERIFY);
        assertThat(spared.exempted().source()).isEqualTo(RichThing.POPULATION);
        assertThat(spared.exempted().at()).isEqualTo(NOW);
        assertThat(spared.exempted().consent()).isEqualTo("TY1");
        assertThat(spared.exempted().legalBasis()).isEqualTo("国务院令第809号");
        assertThat(spared.exempted().digest()).matches("sha256:[0-9a-f]{64}");
        Judging.Finding.Exempt certificate = (Judging.Finding.Exempt) Judging.judge(licence(),
                new SourceAnswer.Confirmed(Map.of("licenceId", "9")), "TY1", NOW);
        assertThat(certificate.exempted().mode()).isNull();
        assertThat(certificate.exempted().digest()).isNotEqualTo(spared.exempted().digest());
    }

    @Test
    void shouldAskForTheMaterialWithTheReasonWhereTheSourceSaysOtherwise() {
        assertThat(Judging.judge(data(), new SourceAnswer.Denied("婚姻状况不同"), "TY1", NOW))
                .isEqualTo(new Judging.Finding.Ask("m03", Judging.Finding.Why.MISMATCH, "人口库核验不一致：婚姻状况不同"));
        assertThat(Judging.judge(data(), new SourceAnswer.Confirmed(Map.of("married", "否")), "TY1", NOW))
                .isEqualTo(new Judging.Finding.Ask("m03", Judging.Finding.Why.MISMATCH, "人口库登记的内容与申报的“married”不一致"));
        assertThat(Judging.judge(data(), new SourceAnswer.Confirmed(Map.of("other", "x")), "TY1", NOW))
                .isInstanceOf(Judging.Finding.Exempt.class);
    }

    @Test
    void shouldNeverBlockBecauseASourceIsAway() {
        assertThat(Judging.judge(data(), new SourceAnswer.Unavailable("timeout"), "TY1", NOW))
                .isEqualTo(new Judging.Finding.Ask("m03", Judging.Finding.Why.UNAVAILABLE, "人口库暂时没有答复，请提交材料"));
        assertThat(Judging.noConsent(data())).isEqualTo(
                new Judging.Finding.Ask("m03", Judging.Finding.Why.NO_CONSENT, "经申请人同意后可通过人口库免提交"));
    }
}
