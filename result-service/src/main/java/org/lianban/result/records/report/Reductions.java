package org.lianban.result.records.report;

import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Particulars.Baseline;
import org.lianban.contracts.catalog.Term;

/**
 * 四减: form, materials, time and steps, as designed and as cases show.
 *
 * @param baseline what the time is compared with; null where neither a baseline nor a limit is known
 * @param formPrefilled 表单自动生成率
 * @param keptUnchanged of what was filled in beforehand, left unchanged
 * @param materials 材料压减率
 * @param timePromised 时限压缩率, promised
 * @param timeActual 时限压缩率, by the median of the cases
 * @param steps 环节压缩率
 */
public record Reductions(String oneThing, String name, long cases, @Nullable Basis baseline,
        @Nullable Double formPrefilled, @Nullable Double keptUnchanged, @Nullable Double materials,
        @Nullable Double timePromised, @Nullable Double timeActual, @Nullable Double steps) {

    /** @param stated true: the lead stated it; false: the statutory limits of the chosen items, summed */
    public record Basis(int workingDays, Baseline.Basis basis, boolean stated) {}

    public static Reductions of(OneThing oneThing, Sums sums) {
        var stated = oneThing.particulars().baseline();
        var basis = basis(oneThing);
        var materials = sums.materials();
        Double stepsNow = stated == null || stated.steps().isEmpty() || oneThing.particulars().steps().isEmpty()
                ? null
                : Sums.reduction(oneThing.particulars().steps().size(), stated.steps().size());
        double before = stated == null ? materials.listed() : (double) stated.materials() * sums.cases();
        return new Reductions(oneThing.code(), oneThing.name(), sums.cases(), basis, sums.forms().meanPrefilled(),
                Sums.share(sums.forms().kept(), sums.forms().prefilled()), Sums.reduction(materials.handedIn(), before),
                basis == null || sums.times().medianPromised() == 0
                        ? null
                        : Sums.reduction(sums.times().medianPromised(), basis.workingDays()),
                basis == null ? null : Sums.reduction(sums.times().medianDays(), basis.workingDays()), stepsNow);
    }

    private static @Nullable Basis basis(OneThing oneThing) {
        var stated = oneThing.particulars().baseline();
        if (stated != null) {
            return new Basis(stated.workingDays(), stated.basis(), true);
        }
        int days = 0;
        for (OneThing.Item item : oneThing.items()) {
            Term statutory = item.statutory();
            days += statutory != null && statutory.unit() == Term.Unit.WORKING_DAYS ? statutory.amount() : 0;
        }
        return days == 0 ? null : new Basis(days, Baseline.Basis.STATUTORY_SUM, false);
    }
}
