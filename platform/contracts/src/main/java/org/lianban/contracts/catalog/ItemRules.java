package org.lianban.contracts.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.OmitEmpty;
import org.lianban.contracts.OmitFalse;

/**
 * What binds the handling of an item: its codes, its six elements, its special procedures.
 *
 * @param basicCode 基本编码, at most 50 characters
 * @param implementationCode 实施编码, at most 50 characters
 * @param businessCode 业务办理项编码, at most 50 characters
 * @param legalBasis 设定依据
 * @param conditions 受理条件
 * @param fee 收费标准
 * @param resultName 办理结果
 * @param certificateType 证照类型代码 of the certificate it yields (GB/T 36904): credit code of the setter and three digits
 * @param certificateMonths 有效期 of the certificate in months; null: without end
 * @param acceptOnReceipt 收件受理一体化: an authorised window accepts in the department's name
 * @param instant 即办件: accepted and decided at once
 * @param exclusion why neither commitment nor tolerance is possible; null: both are where the materials say so
 * @param procedures 特别程序: the published list; no other may be started
 * @param intermediaries 中介服务事项
 */
public record ItemRules(@Nullable String basicCode,
        @Nullable String implementationCode,
        @Nullable String businessCode,
        @OmitEmpty List<String> legalBasis,
        @OmitEmpty List<String> conditions,
        @Nullable String fee,
        @Nullable String resultName,
        @Nullable String certificateType,
        @Nullable Integer certificateMonths,
        @OmitFalse boolean acceptOnReceipt,
        @OmitFalse boolean instant,
        @Nullable Exclusion exclusion,
        @OmitEmpty List<SpecialProcedure> procedures,
        @OmitEmpty List<String> intermediaries) {
    /** Nothing is stated. */
    public static final ItemRules NONE = new ItemRules(null, null, null, List.of(), List.of(), null, null, null, null,
            false, false, null, List.of(), List.of());

    public ItemRules {
        legalBasis = legalBasis == null ? List.of() : List.copyOf(legalBasis);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        procedures = procedures == null ? List.of() : List.copyOf(procedures);
        intermediaries = intermediaries == null ? List.of() : List.copyOf(intermediaries);
    }

    /** 不适用告知承诺和容缺受理 的领域. */
    public enum Exclusion {
        NATIONAL_SECURITY, PUBLIC_SECURITY, PUBLIC_HEALTH, ECOLOGY, FINANCE, PERSONAL_SAFETY
    }

    static final class None extends Unsaid {
        None() {
            super(NONE);
        }
    }
}
