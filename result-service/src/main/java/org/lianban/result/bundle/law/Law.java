package org.lianban.result.bundle.law;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.kit.catalog.Calendars;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.clock.ClockRules;
import org.lianban.result.bundle.clock.Terms;
import org.lianban.time.WorkCalendar;

/** Finds what a case's clocks and names are read from. A calendar is built once per content. */
public final class Law {
    private final CatalogCopy catalog;
    private final ClockRules rules;
    private final Map<String, WorkCalendar> calendars = new ConcurrentHashMap<>();

    public Law(CatalogCopy catalog, ClockRules rules) {
        this.catalog = catalog;
        this.rules = rules;
    }

    public ClockRules rules() {
        return rules;
    }

    /** Empty while the filing is unknown or the catalogue copy has not received version or calendar yet. */
    public Optional<Terms> terms(Bundle bundle) {
        return oneThing(bundle).flatMap(
                oneThing -> calendar(oneThing.region()).map(calendar -> new Terms(oneThing, calendar, rules)));
    }

    public Optional<OneThing> oneThing(Bundle bundle) {
        var filing = bundle.filing();
        return filing == null ? Optional.empty() : catalog.version(filing.hash());
    }

    public Optional<Department> department(String id) {
        return catalog.department(id);
    }

    public Optional<WorkingCalendar> published(String region) {
        return catalog.calendar(region);
    }

    /** Every region that has a department. */
    public Set<String> regions() {
        return catalog.departments().stream().map(Department::region).collect(Collectors.toUnmodifiableSet());
    }

    /** Built once per published content. Empty while the catalogue copy has none for the region. */
    public Optional<WorkCalendar> calendar(String region) {
        return catalog.calendar(region).map(published -> calendars.computeIfAbsent(
                published.region() + "/" + published.version() + "/" + published.contentHash(),
                key -> Calendars.of(published, rules.dayEnd())));
    }
}
