package org.lianban.catalog.guides;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.guides.Guide.ItemMaterials;
import org.lianban.catalog.guides.Sheet.Fact;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Particulars.Place;
import org.lianban.documents.QrCode;

/** Words a guide as a printed sheet. */
record SheetWriter(OneThing oneThing, Guide guide, String address, Instant printedAt) {
    private static final double BRIEF_CHART = 620;
    private static final double FULL_CHART = 860;

    Sheet write(String heading, boolean full, List<Scenario.Answer> answers, @Nullable String notice) {
        return new Sheet(heading, guide.name(), Objects.requireNonNullElse(guide.regionName(), guide.region()), full,
                facts(), answers, guide.certificates(), guide.materials().common().stream().map(m -> paper(m, null))
                        .toList(),
                guide.materials().perItem().stream().flatMap(this::papers).toList(),
                guide.items().stream().map(SheetWriter::row).toList(), questions(), guide.steps(), procedures(),
                guide.commitments().stream().map(c -> new Sheet.Promise("%s（第%d版）".formatted(c.title(), c.version()),
                        c.text(), c.consequence())).toList(),
                guide.remedies(), guide.notes(), fields(), contacts(), elements(), remarks(),
                Flowchart.svg(oneThing, guide, full ? FULL_CHART : BRIEF_CHART), QrCode.svg(address, 96), address,
                reference(notice));
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        Guide.Office lead = guide.contact().lead();
        facts.add(new Fact("服务对象", Wording.subject(guide.subject())));
        facts.add(new Fact("牵头部门", lead == null
                ? Wording.UNPUBLISHED
                : names(Stream.concat(Stream.of(lead), guide.contact().coLeads().stream()))));
        facts.add(new Fact("联办部门", names(guide.items().stream().flatMap(i -> i.departments().stream()))));
        facts.add(new Fact("办理方式", String.join("、", guide.channels())));
        facts.add(new Fact("办理网址", known(guide.onlineAddress())));
        facts.add(new Fact("办理地点", guide.places().isEmpty()
                ? Wording.UNPUBLISHED
                : String.join("；", guide.places().stream().map(SheetWriter::place).toList())));
        facts.add(new Fact("办理时间", guide.places().stream().map(Place::hours).filter(Objects::nonNull).distinct()
                .reduce((a, b) -> a + "；" + b).orElse(Wording.UNPUBLISHED)));
        facts.add(new Fact("法定时限", Wording.whole(guide.statutory())));
        facts.add(new Fact("承诺期限", Wording.whole(guide.promised())));
        facts.add(new Fact("收费标准", fees()));
        facts.add(new Fact("牵头单位联络人", known(guide.contact().person())));
        facts.add(new Fact("联系电话", known(guide.contact().phone())));
        return facts;
    }

    private static String names(Stream<Guide.Office> offices) {
        return String.join("、", offices.map(Guide.Office::name).distinct().toList());
    }

    private static String known(@Nullable String value) {
        return value == null ? Wording.UNPUBLISHED : value;
    }

    private static String place(Place place) {
        return Stream.of(place.name(), place.address(), place.window()).filter(Objects::nonNull).distinct()
                .reduce((a, b) -> a + " " + b).orElse("");
    }

    private String fees() {
        List<String> fees = guide.items().stream().filter(i -> i.fee() != null).map(i -> i.no() + " " + i.fee())
                .toList();
        return fees.isEmpty() ? Wording.UNPUBLISHED : String.join("；", fees);
    }

    private Stream<Sheet.Paper> papers(ItemMaterials item) {
        return item.materials().stream().map(m -> paper(m, item));
    }

    private static Sheet.Paper paper(Guide.GuideMaterial material, @Nullable ItemMaterials item) {
        return new Sheet.Paper(material.number(), item == null ? "" : item.item() + " " + item.itemName(),
                item == null ? "" : item.department().name(), material.name(), material.required(),
                Wording.submission(material.rules()), material.legalBasis(), material.rules().reviewPoints().stream()
                        .map(p -> new Sheet.Point(p.text(), p.criterion())).toList(),
                material.rules().sample());
    }

    private static Sheet.Row row(Guide.GuideItem item) {
        List<String> marks = new ArrayList<>();
        Wording.where(item.instant(), marks, "即办件");
        Wording.where(item.acceptOnReceipt(), marks, "收件即受理");
        if (item.exclusion() != null) {
            marks.add(Wording.exclusion(item.exclusion()) + "，不适用告知承诺和容缺受理");
        }
        if (item.remark() != null) {
            marks.add(item.remark());
        }
        if (item.limitNote() != null) {
            marks.add(item.limitNote().replaceAll("(?i)\\s*WD", "个工作日"));
        }
        item.intermediaries().forEach(i -> marks.add("中介服务：" + i));
        return new Sheet.Row(item.no(), item.name(), names(item.departments().stream()), item.kind(),
                Wording.level(item.level()), Wording.numbers(item.prerequisites()),
                Wording.term(item.statutory()), Wording.term(item.promise()), Wording.choice(item.choice()),
                known(item.resultName()), item.conditions(), item.legalBasis(), known(item.fee()), marks);
    }

    private boolean elements() {
        return guide.items().stream().anyMatch(i -> !i.legalBasis().isEmpty() || !i.conditions().isEmpty()
                || i.fee() != null || i.resultName() != null);
    }

    private List<Fact> remarks() {
        Map<String, List<String>> byText = new LinkedHashMap<>();
        guide.items().forEach(item -> row(item).marks()
                .forEach(mark -> byText.computeIfAbsent(mark, m -> new ArrayList<>()).add(item.no())));
        return byText.entrySet().stream().map(e -> new Fact(Wording.numbers(e.getValue()), e.getKey())).toList();
    }

    private List<String> questions() {
        return guide.questions().stream().map(q -> q.text() + " " + String.join("；", q.options().stream()
                .map(o -> "□ " + o.label()
                        + (o.items().isEmpty() ? "" : "（办理" + String.join("、", o.items()) + "）"))
                .toList())).toList();
    }

    private List<Sheet.Procedural> procedures() {
        return guide.items().stream().flatMap(i -> i.procedures().stream()
                .map(p -> new Sheet.Procedural(i.no() + " " + i.name(), p.name(), Wording.within(p.limit()),
                        Wording.effect(p), p.basis())))
                .toList();
    }

    private List<String> fields() {
        return oneThing.form().stream().map(f -> f.label() + (f.prefill() == null ? "" : "（自动生成）")
                + (f.required() ? "" : "（选填）")).toList();
    }

    private List<Sheet.Person> contacts() {
        return guide.contacts().stream()
                .map(c -> new Sheet.Person(c.office().name(), known(c.person()), known(c.phone()))).toList();
    }

    private String reference(@Nullable String notice) {
        return "%s%s 第%d版　内容摘要 %s　自%s起施行　打印 %s".formatted(notice == null ? "" : "编号 " + notice + "　", guide.code(),
                guide.version(), Wording.shortHash(guide.contentHash()), Wording.day(guide.effectiveFrom()),
                Wording.day(printedAt));
    }
}
