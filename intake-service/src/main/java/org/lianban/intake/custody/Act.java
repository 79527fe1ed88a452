package org.lianban.intake.custody;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.form.Field;
import org.lianban.text.TextKind;

/** What was done with originals, in the order in which it was; written once, never changed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "act")
@JsonSubTypes({@JsonSubTypes.Type(value = Act.Transferred.class, name = "TRANSFERRED"),
        @JsonSubTypes.Type(value = Act.Retained.class, name = "RETAINED"),
        @JsonSubTypes.Type(value = Act.Returned.class, name = "RETURNED")})
public sealed interface Act {
    List<String> materials();

    /** Who did it, as events carry it. */
    String by();

    Instant at();

    /**
     * 原件移交清单 (新政文〔2024〕62号 附件3: 将纸质材料递送牵头部门).
     *
     * @param from window
     * @param to department id of the lead
     * @param receiver who took them
     * @param courier null: carried over by hand
     */
    record Transferred(List<String> materials, @Nullable String from, String to, String receiver,
            @Nullable Courier courier, String by, Instant at) implements Act {}

    /** @param place where the lead keeps them, 1 to 200 characters */
    record Retained(List<String> materials, String holder, String place, String by, Instant at) implements Act {}

    /**
     * 退还清单.
     *
     * @param receiver who took them back; personal data
     * @param signature digest of the signed list; null only where a courier brings them
     */
    record Returned(List<String> materials, String receiver, @Nullable String signature, @Nullable Courier courier,
            String by, Instant at) implements Act {}

    /** 寄递. @param number 运单号 */
    record Courier(@Field(label = "快递公司", max = 50, example = "中国邮政") String company,
            @Field(kind = TextKind.CODE, label = "运单号", max = 40, pattern = "[A-Za-z0-9-]{4,40}",
                    form = " 4 至 40 位字母或数字", example = "EA123456789CN") String number) {}

    default Original.Step step() {
        return switch (this) {
            case Transferred t -> Original.Step.TRANSFER;
            case Retained r -> Original.Step.RETAIN;
            case Returned r -> Original.Step.RETURN;
        };
    }

    /** Who has them afterwards. */
    default String holder() {
        return switch (this) {
            case Transferred t -> t.to();
            case Retained r -> r.holder();
            case Returned r -> "APPLICANT";
        };
    }
}
