package org.lianban.intake.parties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.form.Field;
import org.lianban.intake.commands.Days;
import org.lianban.intake.parties.Consent.ConsentText;
import org.lianban.text.TextKind;

/**
 * 授权同意 as somebody gives it.
 *
 * @param sources empty: all
 * @param until null: until it is revoked
 */
public record ConsentTerms(@Field(kind = TextKind.REGION, label = "办理地区", example = "410721") String region,
        @Field(label = "当事人") PartyForm party,
        @Field(label = "用途", least = 1, example = "[\"DATA_SHARING\",\"E_LICENCE\"]") Set<Consent.Purpose> purposes,
        @Field(label = "数据源", max = 60, pattern = "[^,]+", form = "数据源名称，不含逗号",
                example = "人口库") List<String> sources,
        @Field(kind = TextKind.CODE, label = "所同意的授权书", example = "data-reuse") String textId,
        @Field(label = "授权书版本", min = 1, max = 10_000, example = "1") int textVersion,
        @Field(label = "有效期", example = "2027-03-02T00:00:00+08:00") @Nullable Instant until) {

    /** @param current the version of the text that can be agreed to now; null: there is no such text */
    public List<Fault> faults(@Nullable ConsentText current, Instant now) {
        List<Fault> faults = new ArrayList<>(party.faults("/party", Days.in(now)));
        if (current == null) {
            faults.add(new Fault("/textId", "UNKNOWN", "没有此授权书"));
        } else if (current.version() != textVersion) {
            faults.add(new Fault("/textVersion", "OTHER_TEXT",
                    "应同意《" + current.title() + "》第 " + current.version() + " 版"));
        }
        if (until != null && !until.isAfter(now)) {
            faults.add(new Fault("/until", "MALFORMED", "有效期应晚于现在"));
        }
        return faults;
    }
}
