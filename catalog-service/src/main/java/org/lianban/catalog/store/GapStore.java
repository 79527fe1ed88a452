package org.lianban.catalog.store;

import org.lianban.catalog.draft.Annex;
import org.lianban.catalog.gate.Gaps;
import org.lianban.catalog.publish.Content;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Looks around for a gap report. */
public final class GapStore {
    private final Database database;
    private final Surveys surveys;

    public GapStore(Database database, JsonMapper json) {
        this.database = database;
        this.surveys = new Surveys(database, json);
    }

    public Mono<Gaps> of(Content content, Annex annex) {
        return database.withConnection(c -> surveys.gate(c).map(around -> Gaps.of(content, annex, around)));
    }
}
