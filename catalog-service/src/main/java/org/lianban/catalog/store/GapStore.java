package org.lianban.catalog.store;

import org.lianban.catalog.draft.Annex;
import org.lianban.catalog.gate.Gaps;
import org.lianban.catalog.publish.Content;
import org.lianban.messaging.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Looks around for a gap report. */
public final class GapStore {
    private final Database database;
    private final Surveys surveys;
    private final WindowStore windows;

    public GapStore(Database database, JsonMapper json) {
        this.database = database;
        this.surveys = new Surveys(database, json);
        this.windows = new WindowStore(database, json);
    }

    public Mono<Gaps> of(Content content, Annex annex) {
        return database.withConnection(c -> surveys.gate(c).flatMap(around -> windows
                .receiving(c, content.region(), content.code()).map(n -> Gaps.of(content, annex, around, n))));
    }
}
