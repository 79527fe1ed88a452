package org.lianban.catalog.listing.query;

import io.r2dbc.spi.Connection;
import java.util.List;
import org.lianban.catalog.listing.Standing;
import org.lianban.catalog.listing.store.StageRepository;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Where a one-thing stands, and every stage it went through. */
public record StageQueries(Database database, StageRepository stages) {
    /** @param logged newest first */
    public record Stage(String code, Standing.State standing, List<Standing.Logged> logged) {}

    private static final int MOST = 200;

    /** Empty where there is no such one-thing. */
    public Mono<Stage> find(String code) {
        return database.withConnection(
                c -> stages.known(c, code).flatMap(known -> known ? find(c, code) : Mono.empty()));
    }

    public Mono<Stage> find(Connection c, String code) {
        return stages.standing(c, code)
                .flatMap(state -> stages.log(c, code, MOST).map(log -> new Stage(code, state, log)));
    }
}
