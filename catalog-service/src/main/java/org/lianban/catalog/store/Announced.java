package org.lianban.catalog.store;

import org.lianban.contracts.catalog.CatalogEvent.EffectiveVersions;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.catalog.WorkingCalendar;

/** What the compacted topic holds, as far as it was read. */
public interface Announced {
    boolean holdsVersion(String contentHash);

    boolean holds(EffectiveVersions effective);

    boolean holds(Department department);

    boolean holds(WorkingCalendar calendar);

    boolean holds(Window window);
}
