package org.lianban.catalog.seed;

import java.util.Objects;
import org.lianban.catalog.seed.RegionList.ListedItem;
import org.lianban.catalog.seed.RegionList.ListedOneThing;
import org.lianban.contracts.catalog.OneThing;

/** Reads one region's list; nothing is dropped. */
final class RegionListReader {
    private RegionListReader() {}

    static RegionList read(String text) {
        Yaml document = Yaml.parse(text);
        Yaml region = document.at("region");
        Yaml source = document.at("source");
        return new RegionList(region.need("code"),
                new OneThing.Source(source.text("document"), source.text("annex"), source.text("title"),
                        source.text("issued"), region.text("name"), region.text("province"),
                        source.text("overallLead")),
                document.list("oneThings").stream().map(RegionListReader::oneThing).toList());
    }

    private static ListedOneThing oneThing(Yaml entry) {
        return new ListedOneThing(entry.need("code"), entry.number("number"), entry.need("name"),
                OneThing.Subject.valueOf(entry.need("subject")), entry.text("stage"), entry.text("batch"),
                entry.text("leadDepartment"), entry.strings("coLeadDepartments"), entry.text("plannedCompletion"),
                entry.text("uncertain"), entry.list("items").stream().map(RegionListReader::item).toList());
    }

    private static ListedItem item(Yaml entry) {
        return new ListedItem(entry.number("number"), entry.need("name"), entry.strings("departments"),
                OneThing.Level.valueOf(Objects.requireNonNullElse(entry.text("level"), "COUNTY")),
                entry.text("remark"), entry.text("sourceText"), entry.text("uncertain"));
    }
}
