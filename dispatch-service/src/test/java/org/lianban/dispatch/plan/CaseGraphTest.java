package org.lianban.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.dispatch.plan.OneThings.aOneThing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.catalog.OneThing;

class CaseGraphTest {

    private static String drawn(OneThing oneThing, String... items) {
        Map<String, CaseGraph.Edges> graph = CaseGraph.of(oneThing, List.of(items));
        return graph.entrySet().stream().map(e -> e.getKey() + "<-" + String.join("", e.getValue().hard())
                + (e.getValue().soft().isEmpty() ? "" : "~" + String.join("", e.getValue().soft())))
                .collect(Collectors.joining(" "));
    }

    @Test
    void shouldKeepEveryEdgeOfAChainWithBranches() {
        // 新生儿出生: 出生证 → {户口, 报销?, 育儿?}, 出生证 ⇢ 接种, 户口 → {社保卡, 医保}, 医保 ⇢ 报销
        OneThing birth = aOneThing().item("1").soft("2", List.of(), "1").item("3", "1").item("4", "3").item("5", "3")
                .soft("6", List.of("1"), "5").optional("7", "1").build();
        assertThat(drawn(birth, "1", "2", "3", "4", "5", "6", "7"))
                .isEqualTo("1<- 2<-~1 3<-1 4<-3 5<-3 6<-1~5 7<-1");
        assertThat(drawn(birth, "1", "2", "3", "4", "5", "6")).isEqualTo("1<- 2<-~1 3<-1 4<-3 5<-3 6<-1~5");
    }

    @Test
    void shouldKeepAStarThatGathers() {
        // 企业破产信息核查: 受理 → 九项核查 → 汇总
        OneThing star = aOneThing().item("0").item("1", "0").item("2", "0").item("3", "0").item("9", "1", "2", "3")
                .build();
        assertThat(drawn(star, "0", "1", "2", "3", "9")).isEqualTo("0<- 1<-0 2<-0 3<-0 9<-123");
    }

    @Test
    void shouldKeepOnlyTheChosenAlternativeAsPrerequisite() {
        // 退休: 户籍核验 → XOR{正常, 特殊工种, 病退} → 视同缴费 ⇢ 待遇核定 → 医保视同
        OneThing retirement = aOneThing().verify("1").oneOf("q", "2", "1").oneOf("q", "3", "1").oneOf("q", "4", "1")
                .optional("5", "2", "3", "4").soft("6", List.of("2", "3", "4"), "5").item("7", "6").build();
        assertThat(drawn(retirement, "1", "3", "5", "6", "7")).isEqualTo("1<- 3<-1 5<-3 6<-3~5 7<-6");
        assertThat(drawn(retirement, "1", "2", "6", "7")).isEqualTo("1<- 2<-1 6<-2 7<-6");
    }

    @Test
    void shouldKeepDeclaredEdgesOfAChainEvenWhereTheyFollowFromOthers() {
        // 二手房: 网签 → 税费 → 转移登记(also after 网签) → {水, 电, 气, 暖}
        OneThing house = aOneThing().item("1").item("2", "1").item("3", "1", "2").item("4", "3").item("5", "3")
                .optional("6", "3").build();
        assertThat(drawn(house, "1", "2", "3", "4", "5", "6")).isEqualTo("1<- 2<-1 3<-12 4<-3 5<-3 6<-3");
    }

    @Test
    void shouldInheritPrerequisitesOfAnItemThatWasLeftOut() {
        OneThing chain = aOneThing().item("1").optional("2", "1").optional("3", "2").item("4", "3").build();
        assertThat(drawn(chain, "1", "4")).isEqualTo("1<- 4<-1");
        assertThat(drawn(chain, "1", "2", "4")).isEqualTo("1<- 2<-1 4<-2");
        assertThat(drawn(chain, "1", "3", "4")).isEqualTo("1<- 3<-1 4<-3");
    }

    @Test
    void shouldNotDrawAnInheritedEdgeThatFollowsFromTheOthers() {
        OneThing twoWays = aOneThing().item("1").item("2", "1").optional("3", "1").item("4", "2", "3").build();
        assertThat(drawn(twoWays, "1", "2", "4")).isEqualTo("1<- 2<-1 4<-2");
    }

    @Test
    void shouldNotDrawASoftEdgeBesideAHardOne() {
        OneThing both = aOneThing().item("1").optional("2", "1").soft("3", List.of("2"), "1").build();
        assertThat(drawn(both, "1", "3")).isEqualTo("1<- 3<-1");
        assertThat(drawn(both, "1", "2", "3")).isEqualTo("1<- 2<-1 3<-2~1");
    }

    @Test
    void shouldNameEveryFaultAtOnce() {
        OneThing oneThing = aOneThing().oneOf("q", "1").oneOf("q", "2").optional("3").build();
        assertThat(CaseGraph.fault(oneThing, List.of("1", "2", "3", "3", "8"))).get().asString()
                .contains("chosen twice").contains("no items [8]").contains("exactly one of [1, 2] (q)");
        assertThat(CaseGraph.fault(oneThing, List.of("3"))).get().asString().contains("not []");
        assertThat(CaseGraph.fault(oneThing, List.of())).get().asString().contains("no item was chosen");
        assertThat(CaseGraph.fault(oneThing, List.of("2"))).isEmpty();
    }

    @Test
    void shouldRefusePrerequisitesThatGoInACircle() {
        OneThing circle = aOneThing().item("1", "3").item("2", "1").item("3", "2").item("4").build();
        assertThat(CaseGraph.fault(circle, List.of("1", "2", "3", "4"))).get().asString()
                .contains("circle: [1, 2, 3]");
    }
}
