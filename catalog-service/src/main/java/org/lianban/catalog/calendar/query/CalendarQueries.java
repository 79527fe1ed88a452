package org.lianban.catalog.calendar.query;

import org.lianban.catalog.calendar.store.CalendarRepository;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Calendars in force. */
public final class CalendarQueries {
    private final Database database;
    private final CalendarRepository calendars;

    public CalendarQueries(Database database, JsonMapper json) {
        this.database = database;
        this.calendars = new CalendarRepository(json);
    }

    /** The region's own calendar, else the national one. */
    public Mono<WorkingCalendar> inForce(String region) {
        return database.withConnection(c -> calendars.inForce(c, region)).flatMap(Mono::justOrEmpty);
    }
}
