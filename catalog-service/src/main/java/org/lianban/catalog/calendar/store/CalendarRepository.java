package org.lianban.catalog.calendar.store;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Optional;
import org.lianban.catalog.calendar.Arrangement;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.store.Documents;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Working calendars, every version kept. */
public record CalendarRepository(Documents documents) {
    /** The region's own calendar, else the national one. */
    public Mono<Optional<WorkingCalendar>> inForce(Connection c, String region) {
        return documents.one(c, WorkingCalendar.class, """
                select document::text as document from working_calendar where region in ($1, $2)
                order by region = $1 desc, version desc limit 1
                """, region, Arrangement.NATIONAL);
    }

    /** The latest version of every calendar. */
    public Mono<List<WorkingCalendar>> latest(Connection tx) {
        return documents.all(tx, WorkingCalendar.class, """
                select distinct on (region) document::text as document from working_calendar
                order by region, version desc
                """);
    }

    public Mono<Long> insert(Connection tx, List<WorkingCalendar> calendars, Command command) {
        return Database.update(tx, """
                insert into working_calendar (region, version, content_hash, document, published_at, published_by)
                select region, version, hash, document::jsonb, $5, $6
                from unnest($1::text[], $2::int[], $3::text[], $4::text[]) as added (region, version, hash, document)
                """, calendars.stream().map(WorkingCalendar::region).toArray(String[]::new),
                calendars.stream().map(WorkingCalendar::version).toArray(Integer[]::new),
                calendars.stream().map(WorkingCalendar::contentHash).toArray(String[]::new),
                calendars.stream().map(documents::text).toArray(String[]::new), command.at(), command.actor());
    }
}
