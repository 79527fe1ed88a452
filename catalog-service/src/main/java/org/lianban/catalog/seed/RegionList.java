package org.lianban.catalog.seed;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;

/** 清单: the list of one region, field by field as it was published. */
record RegionList(String region, OneThing.Source source, List<ListedOneThing> oneThings) {
    /** Nothing is dropped. */
    static RegionList read(String text) {
        Yaml document = Yaml.parse(text);
        Yaml region = document.at("region");
        Yaml source = document.at("source");
        return new RegionList(region.need("code"),
                new OneThing.Source(source.text("document"), source.text("annex"), source.text("title"),
                        source.text("issued"), region.text("name"), region.text("province"),
                        source.text("overallLead")),
                document.list("oneThings").stream().map(RegionList::oneThing).toList());
    }

    private static ListedOneThing oneThing(Yaml entry) {
        return new ListedOneThing(entry.need("code"), entry.number("number"), entry.need("name"),
                OneThing.Subject.valueOf(entry.need("subject")), entry.text("stage"), entry.text("batch"),
                entry.text("leadDepartment"), entry.strings("coLeadDepartments"), entry.text("plannedCompletion"),
                entry.text("uncertain"), entry.list("items").stream().map(RegionList::item).toList());
    }

    private static ListedItem item(Yaml entry) {
        return new ListedItem(entry.number("number"), entry.need("name"), entry.strings("departments"),
                OneThing.Level.valueOf(Objects.requireNonNullElse(entry.text("level"), "COUNTY")),
                entry.text("remark"), entry.text("sourceText"), entry.text("uncertain"));
    }

    /**
     * @param number place in the list
     * @param leadDepartment 牵头部门 as printed; null where the source names none
     */
    record ListedOneThing(String code, int number, String name, OneThing.Subject subject, @Nullable String stage,
            @Nullable String batch, @Nullable String leadDepartment, List<String> coLeads,
            @Nullable String plannedCompletion, @Nullable String uncertain, List<ListedItem> items) {}

    /** @param departments as printed, the first is primary */
    record ListedItem(int number, String name, List<String> departments, OneThing.Level level,
            @Nullable String remark, @Nullable String sourceText, @Nullable String uncertain) {

        String no() {
            return "%02d".formatted(number);
        }
    }
}
