package org.lianban.result.notices;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.event.Defect;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.clock.Clock;
import org.lianban.result.bundle.clock.Clocks;
import org.lianban.result.bundle.clock.Terms;
import org.lianban.result.notices.delivery.Handout;

/** The case a notice is about, with the names and the limits that it is written with. */
record LetterContext(Bundle bundle, Terms terms, NoticeWriter writer) {
    NoticeWriter.Wording wording() {
        return writer.wording();
    }

    Handout handout() {
        return Handout.of(bundle);
    }

    OneThing oneThing() {
        return terms.oneThing();
    }

    String region() {
        var name = oneThing().source().regionName();
        return name == null ? "" : name;
    }

    LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, terms.calendar().zone());
    }

    @Nullable
    LocalDateTime localOrNull(@Nullable Instant instant) {
        return instant == null ? null : local(instant);
    }

    Optional<OneThing.Item> listed(String itemNo) {
        return oneThing().item(itemNo);
    }

    String itemName(String itemNo) {
        return listed(itemNo).map(OneThing.Item::name).orElse(itemNo);
    }

    Content.Item item(String itemNo) {
        var task = bundle.item(itemNo).task();
        return new Content.Item(itemNo, itemName(itemNo), task == null
                ? listed(itemNo).map(i -> printed(itemNo, i.primaryDepartment())).orElse("")
                : printed(itemNo, task.department()));
    }

    String material(String code) {
        return oneThing().materials().stream().filter(m -> m.code().equals(code)).map(OneThing.Material::name)
                .findFirst().orElse(code);
    }

    /** The department that handles an item, as it signs. */
    Notice.Office office(String itemNo, String department) {
        var name = printed(itemNo, department);
        var kind = writer.departments().apply(department).map(Department::kind).orElse(Department.Kind.AGENCY);
        boolean agency = kind == Department.Kind.AGENCY;
        return new Notice.Office(department, name, name + (licence(itemNo) ? "行政许可专用章" : "业务专用章"), agency);
    }

    /** 综合受理窗口 or 发证窗口 of the region's centre. */
    Notice.Office centre(@Nullable String window) {
        var name = region() + wording().centre();
        return new Notice.Office(window == null ? "" : window, name, name + "业务专用章", true);
    }

    @Nullable
    String windowName(@Nullable String id) {
        return id == null ? null : writer.windows().apply(id).map(Window::name).orElse(id);
    }

    boolean licence(String itemNo) {
        return listed(itemNo).map(i -> i.kind() == ItemKind.LICENSE).orElse(false);
    }

    /** As the list prints it (县卫健委), with the name of the region instead of 县, or the office's first name. */
    String printed(String itemNo, String department) {
        var listed = listed(itemNo);
        if (listed.isPresent() && listed.get().primaryDepartment().equals(department)
                && !listed.get().printedDepartments().isEmpty()) {
            return ofRegion(listed.get().printedDepartments().getFirst());
        }
        return departmentName(department);
    }

    String departmentName(String id) {
        return writer.departments().apply(id)
                .map(d -> ofRegion(d.names().stream().max(Comparator.comparingInt(String::length)).orElse(d.label())))
                .orElse(id);
    }

    private String ofRegion(String name) {
        var region = region();
        if (region.isEmpty() || name.startsWith(region) || name.startsWith("市") || name.startsWith("省")) {
            return name;
        }
        return region + (name.startsWith("县") || name.startsWith("区") ? name.substring(1) : name);
    }

    /** A limit of an item as it stands at an instant; null where the item has none. */
    Content.@Nullable Term limit(Timer timer, String itemNo, Instant at) {
        return limit(Clocks.of(bundle, terms, itemNo), timer, itemNo, at);
    }

    /** The same in a case that went on otherwise than it has so far. */
    Content.@Nullable Term limitIf(Bundle supposed, Timer timer, String itemNo, Instant at) {
        return limit(Clocks.of(supposed, terms, itemNo), timer, itemNo, at);
    }

    private static Content.@Nullable Term limit(List<Clock> clocks, Timer timer, String itemNo, Instant at) {
        return clocks.stream().filter(c -> c.timer() == timer && itemNo.equals(c.itemNo())).findFirst().map(clock -> {
            var deadline = clock.read(at).deadline();
            return new Content.Term(Chinese.limit(clock.ledger().budget()), deadline.lastDay(), deadline.provisional());
        }).orElse(null);
    }

    /** What defects point at, as the applicant knows it: the material, the field, the question. */
    List<Content.Defect> defects(List<Defect> defects) {
        return defects.stream().map(d -> new Content.Defect(named(d.target()), d.problem(), d.remedy())).toList();
    }

    /** What a defect can point at, {@code material:code}. */
    private enum Target {
        MATERIAL, FORM, ANSWER
    }

    private String named(String target) {
        int colon = target.indexOf(':');
        var id = target.substring(colon + 1);
        return Arrays.stream(Target.values())
                .filter(kind -> target.startsWith(kind.name().toLowerCase(Locale.ROOT) + ":"))
                .findFirst().map(kind -> switch (kind) {
                    case MATERIAL -> "材料：" + material(id);
                    case FORM -> "表单：" + oneThing().form().stream().filter(f -> f.name().equals(id))
                            .map(OneThing.FormField::label).findFirst().orElse(id);
                    case ANSWER -> "情形：" + oneThing().questions().stream().filter(q -> q.id().equals(id))
                            .map(OneThing.Question::text).findFirst().orElse(id);
                }).orElse(target);
    }
}
