package org.lianban.catalog.drafting.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.CriticalPath;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Particulars.Baseline;
import org.lianban.contracts.catalog.Term;

/**
 * 四个压减 by design: what the version itself says, before any case. Actual values come from cases.
 *
 * @param basis what the time is compared with
 * @param exempted materials that shared data or an electronic certificate stand for
 * @param deferrable materials that may come later or be replaced by a commitment; they still count as handed in
 * @param notes what could not be computed, and why
 */
public record Reductions(String code, int version, Baseline.Basis basis, Measure form, Measure materials, Measure time,
        Measure steps, int exempted, int merged, int deferrable, List<String> notes) {

    /**
     * One of the four.
     *
     * @param before by the baseline; null where nobody stated it
     * @param now by this version
     * @param saved share saved, 0 to 1 with four digits; null where it cannot be computed
     * @param target of the county
     * @param reached null where it cannot be computed
     */
    public record Measure(String name, @Nullable Integer before, @Nullable Integer now, @Nullable BigDecimal saved,
            BigDecimal target, @Nullable Boolean reached) {

        /** @param saved computed otherwise than from before and now */
        static Measure of(String name, @Nullable Integer before, @Nullable Integer now, @Nullable BigDecimal saved,
                BigDecimal target) {
            return new Measure(name, before, now, saved, target, saved == null ? null : saved.compareTo(target) >= 0);
        }

        static Measure less(String name, @Nullable Integer before, @Nullable Integer now, BigDecimal target) {
            boolean known = before != null && now != null && before > 0;
            return of(name, before, now, known
                    ? BigDecimal.ONE
                            .subtract(share(Objects.requireNonNull(now), Objects.requireNonNull(before)))
                    : null, target);
        }
    }

    private static final int DIGITS = 4;

    /**
     * @param annex single-item sheets, from which a missing baseline is taken
     * @param otherwise basis of the time where the version states no baseline
     */
    public static Reductions of(OneThing version, Annex annex, Targets targets, Baseline.Basis otherwise) {
        Baseline baseline = version.particulars().baseline();
        Baseline.Basis basis = baseline == null ? otherwise : baseline.basis();
        int handedIn = (int) version.materials().stream().filter(m -> m.rules().exemption() == null).count();
        Integer before = baseline == null ? materials(annex) : Integer.valueOf(baseline.materials());
        Integer days = baseline == null ? days(version, basis) : Integer.valueOf(baseline.workingDays());
        Integer promised = CriticalPath.of(version, Reductions::limit).workingDays();
        List<String> steps = version.particulars().steps();
        Integer stepsBefore = baseline == null ? steps(annex) : Integer.valueOf(baseline.steps().size());
        int prefilled = (int) version.form().stream().filter(f -> f.prefill() != null).count();
        int fields = version.form().size();
        Measure form = Measure.of("表单自动生成率", fields, prefilled, fields == 0 ? null : share(prefilled, fields),
                targets.form());
        Measure materials = Measure.less("材料压减率", before, handedIn, targets.materials());
        Measure time = Measure.less("时限压缩率", days, promised, targets.time());
        Measure fewer = Measure.less("环节压缩率", stepsBefore, steps.isEmpty() ? null : steps.size(), targets.steps());
        return new Reductions(version.code(), version.version(), basis, form, materials, time, fewer,
                count(version, MaterialRules::exemption),
                before == null ? 0 : Math.max(0, before - version.materials().size()),
                (int) version.materials().stream()
                        .filter(m -> m.rules().deferral() != null || m.rules().commitment() != null).count(),
                notes(version, baseline, materials, time, fewer));
    }

    private static int count(OneThing version, Function<MaterialRules, @Nullable Object> rule) {
        return (int) version.materials().stream().map(OneThing.Material::rules).filter(r -> rule.apply(r) != null)
                .count();
    }

    private static List<String> notes(OneThing version, @Nullable Baseline baseline, Measure... measures) {
        Stream<String> missing = Stream.of(measures).filter(m -> m.saved() == null)
                .map(m -> m.name() + "缺少改革前或改革后的数据，不能计算");
        Set<String> unlimited = new HashSet<>();
        version.items().stream().filter(i -> limit(i) == null).forEach(i -> unlimited.add(i.no()));
        Stream<String> open = unlimited.isEmpty()
                ? Stream.empty()
                : Stream.of("事项%s没有办结时限，整体时限可能更长".formatted(String.join("、", unlimited.stream().sorted().toList())));
        Stream<String> stated = baseline == null ? Stream.of("版本没有载明改革前基线，按单事项梳理表和法定期限推算") : Stream.empty();
        return Stream.of(stated, missing, open).flatMap(s -> s).toList();
    }

    private static @Nullable Term limit(OneThing.Item item) {
        return item.promise() == null ? item.statutory() : item.promise();
    }

    /** Sum over all items that every case has; only statutory limits are known without a stated baseline. */
    private static @Nullable Integer days(OneThing version, Baseline.Basis basis) {
        if (basis != Baseline.Basis.STATUTORY_SUM) {
            return null;
        }
        List<Integer> days = version.items().stream().map(OneThing.Item::statutory).filter(Objects::nonNull)
                .filter(t -> t.unit() == Term.Unit.WORKING_DAYS).map(Term::amount).toList();
        return days.isEmpty() ? null : days.stream().mapToInt(d -> d).sum();
    }

    private static @Nullable Integer materials(Annex annex) {
        return annex.sheets().isEmpty() ? null : annex.sheets().stream().mapToInt(s -> s.materials().size()).sum();
    }

    private static @Nullable Integer steps(Annex annex) {
        int all = annex.sheets().stream().mapToInt(s -> s.steps().size()).sum();
        return all == 0 ? null : all;
    }

    private static BigDecimal share(int part, int whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
    }
}
