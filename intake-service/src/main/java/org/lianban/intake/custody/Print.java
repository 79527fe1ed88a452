package org.lianban.intake.custody;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.form.Field;
import org.lianban.text.TextKind;

/**
 * 打印留存: departments keep electronic copies, and print only what they have to keep on paper (新政文〔2024〕62号 附件3:
 * 确需纸质材料留档的，将电子材料打印留存).
 *
 * @param ordinal from 1 within the case
 * @param copies 1 to 99
 */
public record Print(int ordinal, List<String> materials, int copies, String purpose, String by, Instant at) {
    public Print {
        materials = List.copyOf(materials);
    }

    /** 打印登记 as asked for. */
    public record PrintTerms(
            @Field(kind = TextKind.CODE, label = "打印的材料", max = 40, least = 1,
                    example = "[\"m01\",\"m02\"]") List<String> materials,
            @Field(label = "份数", min = 1, max = 99, example = "1") @Nullable Integer copies,
            @Field(label = "用途", max = 200, example = "医保参保留档") String purpose) {}
}
