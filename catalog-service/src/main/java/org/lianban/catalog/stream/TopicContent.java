package org.lianban.catalog.stream;

import org.lianban.catalog.store.Announced;
import org.lianban.contracts.catalog.CatalogEvent.EffectiveVersions;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.kit.catalog.CatalogCopy;

/** The topic as the service's own copy of it shows. */
public record TopicContent(CatalogCopy copy) implements Announced {

    @Override
    public boolean holdsVersion(String contentHash) {
        return copy.version(contentHash).isPresent();
    }

    @Override
    public boolean holds(EffectiveVersions effective) {
        return copy.effectiveVersions(effective.code()).filter(effective::equals).isPresent();
    }

    @Override
    public boolean holds(Department department) {
        return copy.department(department.id()).filter(department::equals).isPresent();
    }

    @Override
    public boolean holds(WorkingCalendar calendar) {
        return copy.ownCalendar(calendar.region())
                .filter(known -> known.contentHash().equals(calendar.contentHash())).isPresent();
    }

    @Override
    public boolean holds(Window window) {
        return copy.window(window.id()).filter(window::equals).isPresent();
    }
}
