package org.lianban.result.oversight.handler;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lianban.kit.catalog.Calendars;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.NotYet;
import org.lianban.time.DayEnd;
import org.lianban.time.WorkCalendar;

/** The working calendar of a region, built once per published content. */
public final class WorkCalendars {
    private record Built(String content, WorkCalendar calendar) {}

    private final CatalogCopy catalog;
    private final DayEnd dayEnd;
    private final Map<String, Built> built = new ConcurrentHashMap<>();

    public WorkCalendars(CatalogCopy catalog, DayEnd dayEnd) {
        this.catalog = catalog;
        this.dayEnd = dayEnd;
    }

    /** Empty while the catalogue copy has no calendar for the region. */
    public Optional<WorkCalendar> find(String region) {
        return catalog.calendar(region).map(published -> {
            var content = published.region() + "/" + published.version() + "/" + published.contentHash();
            return built.compute(region, (r, before) -> before != null && before.content().equals(content)
                    ? before
                    : new Built(content, Calendars.of(published, dayEnd))).calendar();
        });
    }

    /** @throws NotYet while there is none: no limit is guessed */
    public WorkCalendar of(String region) {
        return find(region).orElseThrow(() -> new NotYet("No working calendar of " + region + " has arrived yet"));
    }
}
