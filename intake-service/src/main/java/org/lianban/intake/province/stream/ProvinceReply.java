package org.lianban.intake.province.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.province.ApplicationReply;
import org.lianban.intake.application.CaseAnswer;
import org.lianban.intake.checking.Code;

/** What a province is told of its application. */
final class ProvinceReply {
    private ProvinceReply() {}

    static ApplicationReply of(@Nullable String provinceNo, Outcome<CaseAnswer> outcome) {
        return switch (outcome) {
            case Outcome.Done<CaseAnswer>(int status, CaseAnswer answer, boolean repeated) ->
                // The state is as it was when the application was first answered.
                new ApplicationReply(provinceNo, true, answer.caseNo(), CaseState.valueOf(answer.state().name()),
                        answer.due().intakeDue(), List.of());
            case Outcome.Refused<CaseAnswer>(Refusal refusal, CaseAnswer first) ->
                refusal.code().equals(Refusal.KEY_REUSED)
                        ? new ApplicationReply(provinceNo, false, first == null ? null : first.caseNo(), null, null,
                                List.of(new ApplicationReply.Fault("/provinceNo", Code.REUSED.name(),
                                        "此编号已用于另一份申请，内容不一致")))
                        : refused(provinceNo, refusal.faults().isEmpty()
                                ? List.of(new Fault("", refusal.code(), refusal.detail()))
                                : refusal.faults());
        };
    }

    static ApplicationReply refused(@Nullable String provinceNo, List<Fault> faults) {
        return new ApplicationReply(provinceNo, false, null, null, null, faults.stream()
                .map(f -> new ApplicationReply.Fault(f.pointer(), f.code(), f.message())).toList());
    }
}
