package org.lianban.result.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Party;
import org.lianban.contracts.event.IntakeEvent;

/**
 * 卷宗 of one case, written once with the receipt. The form is not in it: nobody here needs it.
 *
 * @param people 申请人 and 代理人; sealed where it rests
 * @param answers 情形 by question id
 * @param materials references, never contents
 * @param facts what was special about the receipt
 */
public record CaseFile(String caseNo, People people, Map<String, String> answers, List<MaterialRef> materials,
        IntakeEvent.ReceiptFacts facts) {

    /** 当事人. Personal data. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record People(Party applicant, @Nullable Party agent) {}

    public static CaseFile of(IntakeEvent.CaseReceived received) {
        var pack = received.pack();
        return new CaseFile(received.caseNo(), new People(pack.applicant(), pack.agent()), Map.copyOf(pack.answers()),
                List.copyOf(pack.materials()), received.said());
    }
}
