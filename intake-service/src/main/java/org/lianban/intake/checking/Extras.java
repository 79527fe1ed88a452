package org.lianban.intake.checking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.OmitEmpty;
import org.lianban.contracts.OmitFalse;
import org.lianban.contracts.event.IntakeEvent.Addressee;
import org.lianban.contracts.event.IntakeEvent.Exempted;
import org.lianban.contracts.event.IntakeEvent.FormShare;

/**
 * 附加申报内容 that was found in order; most applications have none.
 *
 * @param test 测试办件: out of every statistic
 * @param priority 绿色通道: why; null: it takes its turn
 * @param addressee 文书接收人; null: the applicant
 * @param promises 容缺 and 承诺免交, signed
 * @param exemptions 免提交: what data or certificates stand for
 * @param form how much of the form was filled in beforehand; null: not counted
 * @param consents 授权同意编号 that were named
 * @param keep 授权同意编号 under which the profile is kept at the receipt; null: nothing is kept
 */
public record Extras(@OmitFalse boolean test, @Nullable String priority,
        @Nullable Addressee addressee, @OmitEmpty List<PromisePolicy.Promise> promises,
        @OmitEmpty List<Exempted> exemptions, @Nullable FormShare form,
        @OmitEmpty List<String> consents, @Nullable String keep) {
    public static final Extras NONE = new Extras(false, null, null, List.of(), List.of(), null, List.of(), null);

    public Extras {
        promises = promises == null ? List.of() : List.copyOf(promises);
        exemptions = exemptions == null ? List.of() : List.copyOf(exemptions);
        consents = consents == null ? List.of() : List.copyOf(consents);
    }
}
