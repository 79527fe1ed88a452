package org.lianban.intake.province.stream;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.province.ApplicationReply;
import org.lianban.intake.application.handler.Answer;
import org.lianban.intake.checking.Code;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a province is told of its application. */
public final class ProvinceReply {
    private ProvinceReply() {}

    static ApplicationReply of(@Nullable String provinceNo, Answer answer, JsonMapper json) {
        return switch (answer) {
            case Answer.Done(int status, String body, boolean repeated) -> accepted(provinceNo, json.readTree(body));
            case Answer.Faulty(var faults) -> refused(provinceNo, faults);
            case Answer.Refused(var rejection) ->
                refused(provinceNo, List.of(new Fault("", rejection.kind().name(), rejection.detail())));
            case Answer.KeyReused(var body) -> new ApplicationReply(provinceNo, false,
                    body == null ? null : text(json.readTree(body).get("caseNo")), null, null,
                    List.of(new ApplicationReply.Fault("/provinceNo", Code.REUSED.name(),
                            "此编号已用于另一份申请，内容不一致")));
        };
    }

    /** The state as it was when the application was first answered. */
    private static ApplicationReply accepted(@Nullable String provinceNo, JsonNode body) {
        String due = text(body.path("due").get("intakeDue"));
        return new ApplicationReply(provinceNo, true, text(body.get("caseNo")),
                CaseState.valueOf(body.get("state").stringValue()), due == null ? null : Instant.parse(due), List.of());
    }

    static ApplicationReply refused(@Nullable String provinceNo, List<Fault> faults) {
        return new ApplicationReply(provinceNo, false, null, null, null, faults.stream()
                .map(f -> new ApplicationReply.Fault(f.pointer(), f.code(), f.message())).toList());
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || !node.isString() ? null : node.stringValue();
    }
}
