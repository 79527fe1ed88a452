package org.lianban.catalog.drafting.measure;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.form.OwnRules;

/**
 * 压减目标 of a county, as shares from 0 to 1.
 *
 * @param form 表单信息自动生成, K1
 * @param materials 申请材料压减, K2
 * @param time 办理时限压缩, K3
 * @param steps 办理环节压缩, K4
 * @param document where the county set them; null for the default
 */
@OwnRules(example = """
        {"form":0.5,"materials":0.6,"time":0.7,"steps":0.8,"document":"新政文〔2024〕62号"}""")
public record Targets(BigDecimal form, BigDecimal materials, BigDecimal time, BigDecimal steps,
        @Nullable String document) {
    /** 50 %, 60 %, 70 %, 80 % (新政文〔2024〕62号 一). */
    public static final Targets DEFAULT = new Targets(new BigDecimal("0.5"), new BigDecimal("0.6"),
            new BigDecimal("0.7"), new BigDecimal("0.8"), null);

    public List<Fault> faults() {
        Faults faults = new Faults();
        share(form, "/form", faults);
        share(materials, "/materials", faults);
        share(time, "/time", faults);
        share(steps, "/steps", faults);
        Defect.where(document == null || document.isBlank(), faults,
                FaultCode.MISSING.saying("/document", "缺少设定目标的文件"));
        return faults.list();
    }

    private static void share(@Nullable BigDecimal value, String pointer, Faults faults) {
        Defect.where(value == null || value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0, faults,
                FaultCode.OUT_OF_RANGE.saying(pointer, "目标应为0至1"));
    }
}
