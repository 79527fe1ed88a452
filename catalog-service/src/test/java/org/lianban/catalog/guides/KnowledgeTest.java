package org.lianban.catalog.guides;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianban.catalog.guides.Knowledge.Entry;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Particulars;

class KnowledgeTest {
    private static Knowledge of(OneThing oneThing) {
        return Knowledge.of(oneThing, Sample.guide(oneThing), "https://example.cn/XX-90");
    }

    @Test
    void shouldAnswerWhatCallersAsk() {
        Knowledge knowledge = of(Sample.complete());

        assertThat(knowledge.key()).isEqualTo("XX-90@3");
        assertThat(knowledge.lead()).isEqualTo("县市场监管局");
        assertThat(knowledge.entries()).extracting(Entry::id).doesNotHaveDuplicates();
        assertThat(knowledge.entries()).anySatisfy(e -> {
            assertThat(e.question()).isEqualTo("办理“开办面馆”一件事需要什么材料？");
            assertThat(e.answer()).contains("居民身份证（免提交：电子证照（电子证照库））",
                    "食品经营许可（县市场监管局）：布局流程图（可容缺：5个工作日内补交；窗口核验原件）");
        }).anySatisfy(e -> assertThat(e.answer()).isEqualTo("承诺期限：6个工作日；法定时限：21个工作日"));
    }

    @Test
    void shouldNotAnswerWhatIsNotPublished() {
        assertThat(of(Sample.oneThing(Particulars.NONE)).entries()).extracting(Entry::category)
                .doesNotContain("办理地点", "办理网址", "联系电话").contains("所需材料", "办理流程", "权利救济");
    }
}
