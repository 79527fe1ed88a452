package org.lianban.contracts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * 申报要件: what every department gets of a case, stored once and handed out with each task.
 *
 * @param answers 情形 answers by question id
 * @param form the merged form's values, up to 64 KB
 * @param priority 绿色通道
 */
public record CasePack(Party applicant, @Nullable Party agent, Map<String, String> answers, JsonNode form,
        List<MaterialRef> materials, @OmitFalse boolean priority) {

    public CasePack(Party applicant, @Nullable Party agent, Map<String, String> answers, JsonNode form,
            List<MaterialRef> materials) {
        this(applicant, agent, answers, form, materials, false);
    }
}
