package org.lianban.catalog.guides;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.catalog.Window;

/**
 * 一次告知、一表申请、一套材料、一本指南、一窗（端）受理、一网办理、限时办结、统一出件 (新政文〔2024〕62号 一): whether the
 * published data of a one-thing keep each of the eight.
 */
public record EightChecks(OneThing oneThing, Guide guide, List<Window> windows) {
    /** Of the windows of the region those count that serve it. */
    public EightChecks {
        windows = windows.stream().filter(Window::active)
                .filter(w -> w.oneThings().isEmpty() || w.oneThings().contains(oneThing.code())).toList();
    }

    /** @param missing what keeps it from being satisfied; empty where it is */
    public record Check(String name, boolean satisfied, List<String> missing) {}

    public List<Check> all() {
        return List.of(check("一次告知", notice()), check("一表申请", form()), check("一套材料", materials()),
                check("一本指南", sheet()), check("一窗（端）受理", window()), check("一网办理", online()),
                check("限时办结", limits()), check("统一出件", delivery()));
    }

    private static Check check(String name, List<String> missing) {
        return new Check(name, missing.isEmpty(), missing);
    }

    private List<String> notice() {
        List<String> missing = new ArrayList<>();
        Wording.where(oneThing.materials().isEmpty(), missing, "没有材料清单，不能一次告知全部材料");
        oneThing.materials().stream().filter(m -> m.confirmation() == OneThing.Confirmation.REFERENCE).findFirst()
                .ifPresent(m -> missing.add("材料清单未经牵头部门确认"));
        return missing;
    }

    private List<String> form() {
        List<String> missing = new ArrayList<>();
        Wording.where(oneThing.form().isEmpty(), missing, "没有合并后的申请表");
        repeated(oneThing.form().stream().map(OneThing.FormField::label), "字段“%s”重复填写", missing);
        return missing;
    }

    private List<String> materials() {
        List<String> missing = new ArrayList<>();
        Wording.where(oneThing.materials().isEmpty(), missing, "没有材料清单");
        repeated(oneThing.materials().stream().map(OneThing.Material::name), "材料“%s”重复提交", missing);
        return missing;
    }

    private static void repeated(Stream<String> names, String told, List<String> missing) {
        Set<String> seen = new HashSet<>();
        names.filter(name -> !seen.add(name)).forEach(name -> missing.add(told.formatted(name)));
    }

    private List<String> sheet() {
        List<String> missing = new ArrayList<>();
        Wording.where(guide.places().isEmpty(), missing, "办事指南缺办理地点");
        Wording.where(guide.contact().lead() == null, missing, "办事指南缺牵头部门");
        Wording.where(guide.contact().person() == null, missing, "办事指南缺牵头单位联络人");
        Wording.where(guide.contact().phone() == null, missing, "办事指南缺联系电话");
        Wording.where(guide.promised().workingDays() == null, missing, "办事指南缺承诺期限");
        return missing;
    }

    private List<String> window() {
        return windows.stream().anyMatch(w -> receives(w.type())) ? List.of() : List.of("没有可以收件的综合受理窗口");
    }

    private static boolean receives(Window.Type type) {
        return switch (type) {
            case COMPREHENSIVE, ONE_THING, GENERAL -> true;
            case AGENT, UNRESOLVED, CERTIFICATE -> false;
        };
    }

    private List<String> online() {
        return guide.onlineAddress() == null ? List.of("没有网办地址") : List.of();
    }

    private List<String> limits() {
        List<String> missing = new ArrayList<>();
        for (OneThing.Item item : oneThing.items()) {
            if (item.promise() == null) {
                missing.add("%s%s没有承诺期限".formatted(item.no(), item.name()));
            } else if (item.statutory() != null && longer(item.promise(), item.statutory())) {
                missing.add("%s%s承诺期限超过法定期限".formatted(item.no(), item.name()));
            }
        }
        return missing;
    }

    private static boolean longer(Term promise, Term statutory) {
        return promise.unit() == statutory.unit() && promise.amount() > statutory.amount();
    }

    private List<String> delivery() {
        return windows.stream().anyMatch(w -> w.type() == Window.Type.CERTIFICATE) ? List.of() : List.of("没有发证窗口");
    }
}
