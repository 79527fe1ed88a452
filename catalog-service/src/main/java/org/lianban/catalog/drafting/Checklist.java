package org.lianban.catalog.drafting;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.form.Field;

/** 审核要点: the questions of the two steps of review (新政文〔2024〕62号 附件3 二(二)). */
public final class Checklist {
    private Checklist() {}

    public enum Step {
        LEAD, ADMIN
    }

    public enum Question {
        ELEMENTS(Step.LEAD, "各事项的设定依据、受理条件、申请材料、办结时限、收费标准、办理结果是否逐项梳理"),
        FLOW(Step.LEAD, "前后置关系和并联办理的安排是否已与各联办部门核对"),
        FORM(Step.LEAD, "合并表单是否覆盖各事项的字段且不重复填写"),
        REVIEW_POINTS(Step.LEAD, "审查要点是否准确、完备、易懂、可操作"),
        LAW(Step.ADMIN, "要素是否与上级基本目录和设定依据一致，没有增设的材料和条件"),
        NO_CATCH_ALL(Step.ADMIN, "兜底性、模糊性条款是否已经消除"),
        REDUCTION(Step.ADMIN, "能够共享核验的材料是否已经免交，时限和环节是否已经压减"),
        ARTEFACTS(Step.ADMIN, "一张表、一套材料、一个流程、一本指南、一个知识库、一套示范样例是否齐备");

        private final Step step;
        private final String text;

        Question(Step step, String text) {
            this.step = step;
            this.text = text;
        }

        public Step step() {
            return step;
        }

        public String text() {
            return text;
        }
    }

    /** @param remark needed where the answer is no */
    public record Answer(Question question, boolean yes,
            @Field(label = "说明", example = "已逐项核对") @Nullable String remark) {}

    /** Every question of the step is answered once, and yes; who has to say no returns the draft instead. */
    static List<Fault> check(Step step, List<Answer> answers) {
        List<Fault> faults = new ArrayList<>();
        Set<Question> open = EnumSet.allOf(Question.class);
        open.removeIf(q -> q.step() != step);
        Map<Question, Long> count = answers.stream().filter(a -> a.question() != null)
                .collect(Collectors.groupingBy(Answer::question, Collectors.counting()));
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            String pointer = "/answers/" + i;
            if (answer.question() == null || answer.question().step() != step) {
                faults.add(FaultCode.MALFORMED.saying(pointer + "/question", "不是本步审核的问题"));
                continue;
            }
            if (open.remove(answer.question()) && count.getOrDefault(answer.question(), 0L) > 1) {
                faults.add(Defect.DUPLICATE.at(pointer, "问题“%s”重复作答".formatted(answer.question().text())));
            }
            if (!answer.yes()) {
                faults.add(Defect.CHECKLIST_NO.at(pointer, "“%s”为否，应退回修改".formatted(answer.question().text())));
            }
        }
        open.forEach(q -> faults
                .add(FaultCode.MISSING.saying("/answers", "未回答“%s”（%s）".formatted(q.text(), q.name()))));
        return faults;
    }
}
