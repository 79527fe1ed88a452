package org.lianban.catalog.listing.handler;

import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.store.RegisterRepository.Revision;
import org.lianban.contracts.Topics;
import org.lianban.contracts.catalog.CatalogEvent.CalendarPublished;
import org.lianban.contracts.catalog.CatalogEvent.DepartmentChanged;
import org.lianban.contracts.catalog.CatalogEvent.EffectiveVersions;
import org.lianban.contracts.catalog.CatalogEvent.OneThingPublished;
import org.lianban.contracts.catalog.CatalogEvent.WindowPublished;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.messaging.Outgoing;

/**
 * The records of the compacted topic. Key and subject are what the record describes; the sequence is its revision, so
 * that the same state announced again is recognisably the same.
 */
public record Announcements(Command command) {

    public Outgoing version(OneThing oneThing) {
        return outgoing("one-thing/" + oneThing.contentHash(), 1, new OneThingPublished(oneThing));
    }

    public Outgoing effective(EffectiveVersions effective) {
        return outgoing("effective/" + effective.code(), effective.versions().size(), effective);
    }

    public Outgoing department(Revision<Department> department) {
        return outgoing("department/" + department.record().id(), department.revision(),
                new DepartmentChanged(department.record()));
    }

    public Outgoing window(Revision<Window> window) {
        return outgoing("window/" + window.record().id(), window.revision(), new WindowPublished(window.record()));
    }

    public Outgoing calendar(WorkingCalendar calendar) {
        return outgoing("calendar/" + calendar.region(), calendar.version(), new CalendarPublished(calendar));
    }

    private Outgoing outgoing(String key, long sequence, Object event) {
        return new Outgoing(Topics.CATALOG, key, key, sequence, command.at(), command.actor(),
                command.traceparent(), event);
    }
}
