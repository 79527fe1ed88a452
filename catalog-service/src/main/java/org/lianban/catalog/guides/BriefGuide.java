package org.lianban.catalog.guides;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.CriticalPath;
import org.lianban.contracts.catalog.Particulars.Place;

/** 简版: no more than the fields of the sample sheet of 石政办发〔2024〕24号 附件2. */
public record BriefGuide(String code, int version, String contentHash, String name, List<String> certificates,
        Guide.Materials materials, List<String> channels, @Nullable String onlineAddress, List<Place> places,
        CriticalPath statutory, CriticalPath promised, String flowchart, Guide.Contact contact, List<String> notes) {

    public static BriefGuide of(Guide guide) {
        return new BriefGuide(guide.code(), guide.version(), guide.contentHash(), guide.name(), guide.certificates(),
                guide.materials(), guide.channels(), guide.onlineAddress(), guide.places(), guide.statutory(),
                guide.promised(), guide.flowchart(), guide.contact(), guide.notes());
    }
}
