package org.lianban.result.bundle.handler;

import java.time.Instant;
import java.util.List;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.attribution.Outage;
import org.lianban.result.bundle.store.OutageRepository;
import reactor.core.publisher.Mono;

/** 故障停办登记: entered, voided and looked up, each in a transaction of its own. */
public record OutageHandler(Database database, OutageRepository outages) {
    /** The entry as it stands: the same one for a repeated registration. */
    public Mono<Outage.Entry> register(Outage.Entry entry) {
        return database.inTransaction(tx -> outages.register(tx, entry));
    }

    /** Empty when there is no such entry; one that is void already stays as it is. */
    public Mono<Outage.Entry> invalidate(long id, String by, Instant at) {
        return database.inTransaction(tx -> outages.invalidate(tx, id, by, at));
    }

    /** Newest first; void ones included. */
    public Mono<List<Outage.Entry>> list(String region, long before, int limit) {
        return database.withConnection(c -> outages.list(c, region, before, limit));
    }

    /** Those that count, touching a span of time. */
    public Mono<List<Outage>> within(String region, Instant from, Instant to) {
        return database.withConnection(c -> outages.within(c, region, from, to));
    }
}
