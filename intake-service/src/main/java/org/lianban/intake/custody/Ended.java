package org.lianban.intake.custody;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.intake.application.Application.CorrectionNotified;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Application.Lapsed;
import org.lianban.intake.application.Application.Received;
import org.lianban.intake.application.Application.Settled;
import org.lianban.intake.application.Application.Submitted;
import org.lianban.intake.application.Application.Withdrawn;

/**
 * 可退还: which materials nobody needs any more, so that their originals go back (新政文〔2024〕62号 附件3: 需要退还申报材料的，
 * 由综合受理窗口工作人员统一退还): all of a case that ended without approval, and those that only withdrawn items needed.
 */
public final class Ended {
    private Ended() {}

    /** @param oneThing the version the case was filed under */
    public static List<String> returnable(Filed state, OneThing oneThing) {
        TreeSet<String> codes = state.dossier().pack().materials().stream().map(m -> m.code())
                .collect(Collectors.toCollection(TreeSet::new));
        return switch (state) {
            case Withdrawn s -> List.copyOf(codes);
            case Settled s -> withoutApproval(s.outcome())
                    ? List.copyOf(codes)
                    : onlyOf(s.withdrawn(), state, oneThing, codes);
            case Received s -> onlyOf(s.withdrawn(), state, oneThing, codes);
            case Lapsed s -> List.copyOf(codes);
            case Submitted s -> List.of();
            case CorrectionNotified s -> List.of();
        };
    }

    private static List<String> onlyOf(List<String> withdrawn, Filed state, OneThing oneThing, TreeSet<String> codes) {
        Map<String, OneThing.Material> listed = oneThing.materials().stream()
                .collect(Collectors.toMap(OneThing.Material::code, m -> m, (a, b) -> a));
        codes.removeIf(code -> stillNeeded(listed.get(code), state.dossier().items(), withdrawn));
        return List.copyOf(codes);
    }

    private static boolean stillNeeded(OneThing.@Nullable Material material, List<String> items,
            List<String> withdrawn) {
        List<String> needing = material == null || material.items().isEmpty()
                ? items
                : material.items().stream().filter(items::contains).toList();
        return needing.isEmpty() || !withdrawn.containsAll(needing);
    }

    private static boolean withoutApproval(String outcome) {
        return outcome.equals(Outcome.WITHDRAWN.name()) || outcome.equals(Outcome.TERMINATED.name())
                || outcome.equals(Outcome.NOT_ACCEPTED.name()) || outcome.equals(Outcome.DENIED.name());
    }
}
