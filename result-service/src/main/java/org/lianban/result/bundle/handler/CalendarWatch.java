package org.lianban.result.bundle.handler;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.law.Law;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 日历更新: when a calendar changes, the deadlines of every open case of its region change with it, so all of them are
 * due to be looked at. Each calendar is announced to the table once, whichever instance sees it first.
 */
public final class CalendarWatch {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarWatch.class);

    private final Database database;
    private final Law law;
    private final InstantSource clock;
    private final Map<String, String> seen = new ConcurrentHashMap<>();

    public CalendarWatch(Database database, Law law, InstantSource clock) {
        this.database = database;
        this.law = law;
        this.clock = clock;
    }

    public Mono<Void> look() {
        List<String> regions = law.regions().stream()
                .filter(region -> !hash(region).isEmpty() && !hash(region).equals(seen.get(region))).toList();
        return Flux.fromIterable(regions).concatMap(region -> wake(region, hash(region))).then();
    }

    private String hash(String region) {
        return law.published(region).map(c -> c.region() + "/" + c.version() + "/" + c.contentHash()).orElse("");
    }

    private Mono<Void> wake(String region, String hash) {
        return database.inTransaction(tx -> Database.update(tx, """
                insert into calendar_seen as s (region, hash) values ($1, $2)
                on conflict (region) do update set hash = excluded.hash where s.hash <> excluded.hash
                """, region, hash).flatMap(news -> news == 0 ? Mono.just(0L) : Database.update(tx, """
                update bundle set next_due = least(next_due, $2) where (open or next_due is not null) and region = $1
                """, region, clock.instant().atOffset(ZoneOffset.UTC))))
                .doOnNext(cases -> {
                    seen.put(region, hash);
                    if (cases > 0) {
                        LOG.info("The deadlines of {} open cases of {} are computed anew under calendar {}", cases,
                                region, hash);
                    }
                }).then();
    }
}
