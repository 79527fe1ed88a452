package org.lianban.catalog.drafting;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.ChangeReason;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.form.OwnRules;

/**
 * 起草: what a draft begins with. It may be far from complete; only its code and region have to be right, since they
 * never change.
 *
 * @param proposal an adopted one, where it came from one
 */
@OwnRules(example = "{\"content\":" + NewDraft.EXAMPLE + ",\"reason\":\"OPTIMISED\"}")
public record NewDraft(@Nullable Content content, @Nullable Annex annex, @Nullable ChangeReason reason,
        @Nullable String proposal, @Nullable String batch) {
    static final String EXAMPLE = """
            {"code":"XX-30","region":"410721","name":"加装电梯","printedName":"加装电梯“一件事”","subject":"INDIVIDUAL",
            "lead":"410721-zhujian","source":{"document":"新政文〔2026〕1号","regionName":"新乡县","province":"河南省"},
            "items":[{"no":"01","name":"加装电梯联合审查","departments":["410721-zhujian"],"level":"COUNTY","kind":"CONFIRM",
            "hard":[],"soft":[],"promise":{"amount":5,"unit":"WORKING_DAYS"},"waitingStopsPromise":false,
            "flow":"CONFIRMED"}],"questions":[],"form":[],"materials":[]}""";
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,6}-[0-9]{2,6}");
    private static final Pattern REGION = Pattern.compile("[0-9]{6}");

    public List<Fault> faults() {
        if (content == null) {
            return List.of(FaultCode.MISSING.saying("/content", "缺少内容"));
        }
        Faults faults = new Faults();
        Defect.where(content.code() == null || !CODE.matcher(content.code()).matches(), faults,
                FaultCode.MALFORMED.saying("/content/code", "编码格式不正确"));
        Defect.where(content.region() == null || !REGION.matcher(content.region()).matches(), faults,
                FaultCode.MALFORMED.saying("/content/region", "行政区划代码应为六位数字"));
        Defect.where(content.name() == null || content.name().isBlank(), faults,
                FaultCode.MISSING.saying("/content/name", "缺少名称"));
        Defect.where(reason == null, faults, FaultCode.MISSING.saying("/reason", "缺少调整原因"));
        return faults.list();
    }

    /** Code of the content; only after {@link #faults} found none. */
    public String code() {
        return Objects.requireNonNull(content).code();
    }

    public NewDraft with(Content other) {
        return new NewDraft(other, annex, reason, proposal, batch);
    }

    /** The draft under its id; only after {@link #faults} found none. */
    public Draft draft(String id) {
        return Draft.of(id, Objects.requireNonNull(content), annex == null ? Annex.NONE : annex,
                reason == null ? ChangeReason.OPTIMISED : reason, proposal, batch);
    }

    public boolean allowedTo(Author author) {
        return author.admin() || author.leads(draft("-"));
    }
}
