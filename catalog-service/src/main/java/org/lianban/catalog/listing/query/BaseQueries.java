package org.lianban.catalog.listing.query;

import io.r2dbc.spi.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.base.BaseVersion;
import org.lianban.catalog.listing.base.Inheritance;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.store.BaseRepository;
import org.lianban.catalog.listing.store.OneThingRepository;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 基本目录 in force, and what differs from it. */
public record BaseQueries(Database database, BaseRepository base, OneThingRepository oneThings) {
    public Mono<BaseVersion> inForce() {
        return database.withConnection(base::inForce).flatMap(Mono::justOrEmpty);
    }

    /** What differs now, of one region or of all. */
    public Mono<List<Inheritance.Drift>> drift(@Nullable String region) {
        return database.withConnection(c -> inheritance(c).flatMap(inheritance -> drift(c, region, inheritance)));
    }

    /** What differs from a version, which need not be in force yet. */
    public Mono<List<Inheritance.Drift>> drift(Connection c, @Nullable String region, Inheritance inheritance) {
        return oneThings.current(c, region, Integer.MAX_VALUE).map(versions -> versions.stream()
                .flatMap(v -> Inheritance.Drift.of(v, inheritance, Content.of(v), Annex.NONE).stream()).toList());
    }

    /** What contents inherit now. */
    public Mono<Inheritance> inheritance(Connection c) {
        return base.inForce(c).map(version -> new Inheritance(version.orElse(null)));
    }
}
