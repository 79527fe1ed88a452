package org.lianban.catalog.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.guides.EightChecks.Check;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Particulars;
import org.lianban.contracts.catalog.Window;

class EightChecksTest {
    private static Window window(Window.Type type, boolean active, String... oneThings) {
        return new Window("410721-" + type, "410721", "窗口", Window.Level.COUNTY, null, type, List.of(),
                List.of(oneThings),
                List.of(), List.of(), active);
    }

    private static List<Check> checks(OneThing oneThing, Window... windows) {
        return new EightChecks(oneThing, Sample.guide(oneThing), List.of(windows)).all();
    }

    private static List<String> unsatisfied(List<Check> checks) {
        return checks.stream().filter(c -> !c.satisfied()).map(Check::name).toList();
    }

    @Test
    void shouldBeSatisfiedByACompleteOneThing() {
        List<Check> checks = checks(Sample.complete(), window(Window.Type.COMPREHENSIVE, true),
                window(Window.Type.CERTIFICATE, true));

        assertThat(checks).extracting(Check::name).containsExactly("一次告知", "一表申请", "一套材料", "一本指南", "一窗（端）受理", "一网办理",
                "限时办结", "统一出件");
        assertThat(unsatisfied(checks)).isEmpty();
    }

    @Test
    void shouldNameWhatIsMissing() {
        List<Check> checks = checks(Sample.oneThing(Particulars.NONE), window(Window.Type.COMPREHENSIVE, false),
                window(Window.Type.ONE_THING, true, "XX-01"));

        assertThat(unsatisfied(checks)).containsExactly("一本指南", "一窗（端）受理", "一网办理", "统一出件");
        assertThat(checks.get(3).missing()).containsExactly("办事指南缺办理地点", "办事指南缺牵头单位联络人", "办事指南缺联系电话");
    }
}
