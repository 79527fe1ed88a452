package org.lianban.result.bundle.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import tools.jackson.databind.json.JsonMapper;

/**
 * 最小必要: forms and results handed on are none of this service's business and are not even read. Parties, answers and the
 * addressee of notices are read, for the rooms that seal them, but never kept with a case or its journal, which has of
 * the pack only the list of materials, once.
 */
public final class LeastData {
    private LeastData() {}

    @JsonIgnoreProperties("pack")
    private interface WithoutPack {}

    @JsonIgnoreProperties("form")
    private interface WithoutForm {}

    @JsonIgnoreProperties({"applicant", "agent", "answers", "form"})
    private interface MaterialsOnly {}

    @JsonIgnoreProperties("result")
    private interface WithoutResult {}

    @JsonIgnoreProperties("addressee")
    private interface WithoutAddressee {}

    /** What events are read with. */
    public static JsonMapper reading(JsonMapper json) {
        return lean(json.rebuild()).addMixIn(CasePack.class, WithoutForm.class).build();
    }

    /** What events are kept with: as on the wire, but for what is left out. */
    static JsonMapper keeping() {
        return lean(JsonMapper.builder()
                .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_NULL)))
                .addMixIn(CasePack.class, MaterialsOnly.class)
                .addMixIn(IntakeEvent.CaseSubmitted.class, WithoutAddressee.class).build();
    }

    private static JsonMapper.Builder lean(JsonMapper.Builder json) {
        return json.addMixIn(DispatchEvent.ItemsDispatched.class, WithoutPack.class)
                .addMixIn(DispatchEvent.UpstreamResult.class, WithoutResult.class)
                .addMixIn(DepartmentEvent.ItemDecided.class, WithoutResult.class);
    }
}
