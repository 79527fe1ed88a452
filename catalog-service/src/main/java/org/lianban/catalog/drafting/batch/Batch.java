package org.lianban.catalog.drafting.batch;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.form.OwnRules;

/**
 * 批次: 成熟一批、公布一批、实施一批 (新政文〔2024〕62号 附件3 一(四)).
 *
 * @param id {@code 140502-2026a}
 * @param target 完成时限
 * @param codes one-things, on the list or not yet
 */
@OwnRules(example = """
        {"id":"410721-2026a","region":"410721","name":"2026年第一批","category":"TACKLE","target":"2026-12-31",
        "document":"新政文〔2026〕1号","codes":["XX-30"]}""")
public record Batch(String id, String region, String name, Category category, LocalDate target,
        @Nullable String document, List<String> codes) {
    private static final int MOST = 100;

    /** As 城政发〔2024〕8号 names them. */
    public enum Category {
        /** 巩固提升. */
        CONSOLIDATE,
        /** 集中攻坚. */
        TACKLE,
        /** 探索拓展. */
        EXPLORE
    }

    /**
     * How far one of them is.
     *
     * @param standing TRIAL, LIVE, SUSPENDED; null where it is not on the list
     * @param draft stage of its open draft; null where there is none
     * @param gaps what the draft, else the version on the list, misses by the gate; null where there is neither
     * @param ready on trial or live
     */
    public record Readiness(String code, @Nullable String standing, @Nullable String draft, @Nullable Integer gaps,
            boolean ready, boolean overdue) {}

    /** @param ready how many are ready */
    public record Report(Batch batch, int ready, boolean overdue, List<Readiness> oneThings) {}

    public List<Fault> faults() {
        Faults faults = new Faults();
        Defect.where(region == null || !region.matches("[0-9]{6}"), faults,
                FaultCode.MALFORMED.saying("/region", "行政区划代码应为六位数字"));
        Defect.where(id == null || !id.matches("[0-9]{6}-[A-Za-z0-9]{1,20}") || !id.startsWith(region + "-"), faults,
                FaultCode.MALFORMED.saying("/id", "批次编号应为“行政区划代码-代号”"));
        Defect.where(name == null || name.isBlank(), faults, FaultCode.MISSING.saying("/name", "缺少批次名称"));
        Defect.where(category == null, faults, FaultCode.MISSING.saying("/category", "缺少批次类别"));
        Defect.where(target == null, faults, FaultCode.MISSING.saying("/target", "缺少完成时限"));
        Defect.where(codes.isEmpty() || codes.size() > MOST || new HashSet<>(codes).size() != codes.size(), faults,
                FaultCode.OUT_OF_RANGE.saying("/codes", "批次应有1至%d个不重复的一件事".formatted(MOST)));
        return faults.list();
    }

    public Readiness readiness(String code, @Nullable String standing, @Nullable String draft, @Nullable Integer gaps,
            LocalDate today) {
        boolean ready = "TRIAL".equals(standing) || "LIVE".equals(standing);
        return new Readiness(code, standing, draft, gaps, ready, !ready && today.isAfter(target));
    }

    public Report report(List<Readiness> each) {
        return new Report(this, (int) each.stream().filter(Readiness::ready).count(),
                each.stream().anyMatch(Readiness::overdue), each);
    }
}
